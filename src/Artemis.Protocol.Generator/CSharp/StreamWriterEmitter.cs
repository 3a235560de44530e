using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Writers of packets with streams: whole frames, entry by entry, as far as there is room.</summary>
internal sealed class StreamWriterEmitter(CSharpContext context)
{
    public OutputFile Emit(PacketModel item)
    {
        var facts = new StreamFacts(context, item);
        var name = context.Names.TypeWith(item.Name, "Writer");
        return context.File(name, output =>
        {
            output.Line($"/// <summary>Writes a frame of <see cref=\"{facts.Name}\"/>, entry by entry, as far as there is room.</summary>");
            output.Line("/// <remarks>Sections are written in the order of the packet; one that is passed over is empty.</remarks>");
            using (output.Block($"public ref struct {name}"))
            {
                State(output, facts, name);
                if (facts.HasObjects)
                    Objects(output, facts);
                foreach (var section in facts.Sections.Where(section => section.Field.Type is not (ObjectStreamType or EventStreamType or CommandBodyType)))
                    Section(output, facts, section);
                if (facts.HasEvents)
                    Events(output, facts);
                if (facts.HasCommand)
                    FinishWithCommand(output, facts);
                else
                    Finish(output, facts);
                Move(output, facts);
            }
        });
    }

    private void State(IndentedWriter output, StreamFacts facts, string name)
    {
        var (parameter, argument) = facts.Origin;
        output.Line("private readonly Span<byte> frame;");
        output.Line("private readonly ProtocolVersion peer;");
        if (facts.Item.From == Origins.Both)
            output.Line("private readonly Origin origin;");
        output.Line("private int position;");
        output.Line("private int section;");
        if (facts.Sections.Any(section => section.IsList))
        {
            output.Line("private int countAt;");
            output.Line("private int count;");
        }

        output.Blank();
        output.Line("/// <summary>Begins a frame.</summary>");
        output.Line("/// <param name=\"frame\">Where to write; of a span longer than the frame limit only so much is used.</param>");
        output.Line("/// <param name=\"head\">The fields in front of the stream.</param>");
        if (parameter.Length > 0)
            output.Line("/// <param name=\"origin\">The side that sends it.</param>");
        output.Line("/// <exception cref=\"EncodeException\">There is no room for an empty packet.</exception>");
        using (output.Enclose($"public {name}(Span<byte> frame, in {facts.Name} head{parameter})", string.Empty))
            output.Line($": this(frame, in head, {(parameter.Length > 0 ? "origin, " : string.Empty)}{context.ProtocolClass}.Version)");
        using (output.Block())
        {
        }

        output.Blank();
        output.Line("/// <summary>Begins a frame for a peer of some version: what is newer is left out.</summary>");
        output.Line($"/// <inheritdoc cref=\"{name}(Span{{byte}}, in {facts.Name}{(parameter.Length > 0 ? ", Origin" : string.Empty)})\"/>");
        using (output.Block($"public {name}(Span<byte> frame, in {facts.Name} head{parameter}, ProtocolVersion peer)"))
        {
            output.Line($"this.frame = frame[..Math.Min(frame.Length, {context.ProtocolClass}.FrameLimit)];");
            output.Line("this.peer = peer;");
            if (parameter.Length > 0)
                output.Line($"this.origin = {argument};");
            output.Line("var writer = new WireWriter(this.frame);");
            output.Line("writer.Reserve(FrameHeader.Size);");
            output.Line("head.Write(ref writer, peer);");
            output.Line("position = writer.Position;");
            var reserved = facts.Sections.Count == 0 ? 0 : facts.ReservedBehind(facts.Sections[0]) + OwnCertain(facts.Sections[0]);
            output.Line($"EncodeException.ThrowIfNoRoom(position + {reserved}, this.frame.Length);");
        }

        output.Blank();
        output.Line("/// <summary>Bytes written so far, header included.</summary>");
        output.Line("public readonly int Position => position;");
    }

    private long OwnCertain(StreamSection section) => section.Field.Type switch
    {
        ObjectStreamType or EventStreamType or CommandBodyType => 0,
        _ when section.IsList => section.CountWidth,
        _ => context.Types.Size(section.Field).Min,
    };

    private void Objects(IndentedWriter output, StreamFacts facts)
    {
        var reserved = facts.ReservedBehind(facts.Objects);
        foreach (var item in context.Model.Objects)
        {
            var type = context.Names.Type(item.Name);
            var mask = item.MaskBytes <= 4 ? "uint" : "ulong";
            output.Blank();
            output.Line($"/// <summary>Writes an entry of a <see cref=\"{type}\"/>.</summary>");
            output.Line("/// <returns>False, with nothing written, if there is no room for it. An object that the peer does not know is left out.</returns>");
            using (output.Block($"public bool TryAdd(uint id, in {type}.Quantized value, {mask} mask)"))
            {
                output.Line($"MoveTo({facts.Objects.Index});");
                if (item.Since is not null)
                {
                    output.Line($"if (peer < {CSharpContext.Version(item.Since)})");
                    using (output.Indent())
                        output.Line("return true;");
                }

                output.Line($"mask &= {type}.KnownFields(peer);");
                output.Line($"var room = frame.Length - position - {reserved + 5};");
                output.Line($"if (room < {type}.MaxEncodedSize && room < {type}.Quantized.EncodedSize(in value, mask))");
                using (output.Indent())
                    output.Line("return false;");
                output.Blank();
                output.Line("ref var at = ref frame[position];");
                output.Line($"Wire.Store(ref at, 0, {type}.TypeId);");
                output.Line("Wire.Store(ref at, 1, id);");
                output.Line($"position += 5 + {type}.Quantized.Encode(frame[(position + 5)..], in value, mask);");
                output.Line("return true;");
            }
        }
    }

    private void Section(IndentedWriter output, StreamFacts facts, StreamSection section)
    {
        output.Blank();
        if (section.IsList)
        {
            var array = (ArrayType)section.Field.Type;
            output.Line($"/// <summary>Appends to <c>{section.Field.Name}</c>.</summary>");
            output.Line($"/// <returns>False, with nothing written, if there is no room for it, or {array.MaxCount} are there already.</returns>");
            using (output.Block($"public bool TryAdd{section.Name}(in {context.Types.Name(section.Element, Form.Natural)} item)"))
            {
                output.Line($"MoveTo({section.Index});");
                SkipIfUnknown(output, section, "return true;");
                ItemSize(output, section.Element);
                output.Line($"if (count == {array.MaxCount} || size > frame.Length - position - {facts.ReservedBehind(section)})");
                using (output.Indent())
                    output.Line("return false;");
                output.Blank();
                output.Line("var writer = new WireWriter(frame.Slice(position, size));");
                new StoreCode(context, output, Form.Natural, new LocalNames("writer", "item", "size")).Value(section.Element, "item", section.Field.Name);
                output.Line("position += size;");
                output.Line("count++;");
                output.Line("return true;");
            }

            return;
        }

        output.Line($"/// <summary>Writes <c>{section.Field.Name}</c>.</summary>");
        output.Line("/// <exception cref=\"EncodeException\">There is no room, or it was written before.</exception>");
        using (output.Block($"public void Write{section.Name}(in {context.Types.Name(section.Field, Form.Natural)} value)"))
        {
            output.Line($"MoveTo({section.Index});");
            SkipIfUnknown(output, section, "return;");
            output.Line("var writer = new WireWriter(frame[position..]);");
            new StoreCode(context, output, Form.Natural, new LocalNames("writer", "value"))
                .Fields([new WireField("value", section.Field with { Since = null })]);
            output.Line("position += writer.Position;");
            output.Line("section++;");
            OpenNext(output, facts, section.Index + 1);
        }
    }

    private static void SkipIfUnknown(IndentedWriter output, StreamSection section, string statement)
    {
        if (section.Field.Since is not { } since)
            return;
        output.Line($"if (peer < {CSharpContext.Version(since)})");
        using (output.Indent())
            output.Line(statement);
    }

    private void ItemSize(IndentedWriter output, TypeModel element)
    {
        var code = new SizeCode(context, output);
        output.Line($"var size = {code.CertainOf(element)};");
        code.Variable(element, "item");
    }

    private void Events(IndentedWriter output, StreamFacts facts)
    {
        foreach (var item in context.Model.Events)
        {
            var type = context.Names.Type(item.Name);
            output.Blank();
            output.Line($"/// <summary>Writes a <see cref=\"{type}\"/>.</summary>");
            output.Line("/// <returns>False, with nothing written, if there is no room for it. An event that the peer does not know is left out.</returns>");
            using (output.Block($"public bool TryAdd(in {type} value)"))
            {
                output.Line($"MoveTo({facts.Last.Index});");
                if (item.Since is not null)
                {
                    output.Line($"if (!{type}.IsKnownTo(peer))");
                    using (output.Indent())
                        output.Line("return true;");
                }

                output.Line("if (value.EncodedSize() > frame.Length - position - 4)");
                using (output.Indent())
                    output.Line("return false;");
                output.Blank();
                output.Line("var length = value.Encode(frame[(position + 4)..], peer);");
                output.Line($"EndEvent({type}.EventId, length);");
                output.Line("return true;");
            }
        }

        output.Blank();
        output.Line("/// <summary>Hands on an event untouched, such as an unknown one.</summary>");
        output.Line("/// <returns>False, with nothing written, if there is no room for it.</returns>");
        using (output.Block("public bool TryAdd(ushort type, ReadOnlySpan<byte> body)"))
        {
            output.Line($"MoveTo({facts.Last.Index});");
            output.Line("if (body.Length > Math.Min(frame.Length - position - 4, ushort.MaxValue))");
            using (output.Indent())
                output.Line("return false;");
            output.Blank();
            output.Line("body.CopyTo(frame[(position + 4)..]);");
            output.Line("EndEvent(type, body.Length);");
            output.Line("return true;");
        }

        output.Blank();
        using (output.Block("private void EndEvent(ushort type, int length)"))
        {
            output.Line("ref var at = ref frame[position];");
            output.Line("Wire.Store(ref at, 0, type);");
            output.Line("Wire.Store(ref at, 2, (ushort)length);");
            output.Line("position += 4 + length;");
        }
    }

    private void Finish(IndentedWriter output, StreamFacts facts)
    {
        output.Blank();
        output.Line("/// <summary>Ends the frame.</summary>");
        output.Line("/// <returns>Its length in bytes.</returns>");
        using (output.Block("public int Finish()"))
        {
            output.Line($"MoveTo({facts.Sections.Count});");
            output.Line($"new FrameHeader({context.ProtocolClass}.Magic, position, {facts.Origin.Argument}, {facts.Name}.PacketType).Write(frame);");
            output.Line("return position;");
        }
    }

    private void FinishWithCommand(IndentedWriter output, StreamFacts facts)
    {
        foreach (var item in context.Model.Commands)
        {
            var type = context.Names.Type(item.Name);
            output.Blank();
            output.Line("/// <summary>Ends the frame with a command; the head said already which it is.</summary>");
            output.Line("/// <returns>Its length in bytes.</returns>");
            output.Line("/// <exception cref=\"EncodeException\">There is no room for it.</exception>");
            using (output.Block($"public int Finish(in {type} command)"))
            {
                output.Line($"MoveTo({facts.Last.Index});");
                output.Line("position += command.Encode(frame[position..], peer);");
                output.Line($"new FrameHeader({context.ProtocolClass}.Magic, position, {facts.Origin.Argument}, {facts.Name}.PacketType).Write(frame);");
                output.Line("return position;");
            }
        }
    }

    private void Move(IndentedWriter output, StreamFacts facts)
    {
        output.Blank();
        using (output.Block("private void MoveTo(int target)"))
        {
            output.Line("if (target < section)");
            using (output.Indent())
                output.Line($"throw new EncodeException(\"The sections of {facts.Item.Name} are written in their order.\");");
            output.Line("while (section < target)");
            using (output.Indent())
                output.Line("EndSection();");
        }

        output.Blank();
        using (output.Block("private void EndSection()"))
        {
            using (output.Block("switch (section++)"))
            {
                foreach (var section in facts.Sections)
                {
                    output.Line($"case {section.Index}: // {section.Field.Name}");
                    using (output.Block())
                    {
                        EndOne(output, section);
                        OpenNext(output, facts, section.Index + 1);
                        output.Line("break;");
                    }
                }
            }
        }

        if (facts.Sections[0].IsList)
            throw new InvalidOperationException("A list cannot come before the first stream.");
    }

    private void EndOne(IndentedWriter output, StreamSection section)
    {
        switch (section.Field.Type)
        {
            case ObjectStreamType:
                output.Line("frame[position++] = 0;");
                break;
            case EventStreamType or CommandBodyType:
                break;
            default:
                using (section.Field.Since is { } since ? output.Block($"if (peer >= {CSharpContext.Version(since)})") : default(IDisposable))
                    EndKnown(output, section);
                break;
        }
    }

    private void EndKnown(IndentedWriter output, StreamSection section)
    {
        if (section.IsList)
        {
            var array = (ArrayType)section.Field.Type;
            output.Line($"EncodeException.ThrowIfOutside(count, {array.MinCount}, {array.MaxCount}, \"{section.Field.Name}\");");
            output.Line($"Wire.Store(ref frame[countAt], 0, ({(section.CountWidth == 1 ? "byte" : "ushort")})count);");
            return;
        }

        var local = CSharpNames.Local(section.Field.Name);
        output.Line("var writer = new WireWriter(frame[position..]);");
        output.Line($"var {local} = default({context.Types.Name(section.Field, Form.Natural)});");
        new StoreCode(context, output, Form.Natural, new LocalNames("writer", local))
            .Fields([new WireField(local, section.Field with { Since = null })]);
        output.Line("position += writer.Position;");
    }

    /// <summary>A list's count comes first and is filled in at its end.</summary>
    private static void OpenNext(IndentedWriter output, StreamFacts facts, int index)
    {
        if (index >= facts.Sections.Count || !facts.Sections[index].IsList)
            return;
        var next = facts.Sections[index];
        using (next.Field.Since is { } since ? output.Block($"if (peer >= {CSharpContext.Version(since)})") : default(IDisposable))
        {
            output.Line("countAt = position;");
            output.Line("count = 0;");
            output.Line($"position += {next.CountWidth};");
        }
    }
}
