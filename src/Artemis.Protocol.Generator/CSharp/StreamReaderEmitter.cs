using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Readers of packets with streams: entry by entry, onto objects of the caller's.</summary>
internal sealed class StreamReaderEmitter(CSharpContext context)
{
    public OutputFile Emit(PacketModel item)
    {
        var facts = new StreamFacts(context, item);
        var name = context.Names.TypeWith(item.Name, "Reader");
        return context.File(name, output =>
        {
            output.Line($"/// <summary>Reads the body of a <see cref=\"{facts.Name}\"/>, entry by entry.</summary>");
            output.Line("/// <remarks>");
            output.Line("/// Sections are read in the order of the packet; going on to a later one passes over what is left of those before it. After an error");
            output.Line("/// nothing more is read, and <see cref=\"Status\"/> keeps saying what it was.");
            output.Line("/// </remarks>");
            using (output.Block($"public ref struct {name}"))
            {
                State(output, facts, name);
                if (facts.HasObjects)
                    Objects(output, facts);
                foreach (var section in facts.Sections.Where(section => section.Field.Type is not (ObjectStreamType or EventStreamType or CommandBodyType)))
                    Section(output, section);
                if (facts.HasEvents)
                    Events(output, facts);
                if (facts.HasCommand)
                    Command(output, facts);
                Finish(output, facts);
                Move(output, facts);
            }
        });
    }

    private static void State(IndentedWriter output, StreamFacts facts, string name)
    {
        output.Line("private WireReader reader;");
        output.Line("private int section;");
        if (facts.HasObjects)
            output.Line("private byte pendingType;");
        if (facts.Sections.Any(section => section.IsList))
            output.Line("private int remaining;");
        output.Blank();
        output.Line("/// <summary>Begins to read.</summary>");
        output.Line("/// <param name=\"body\">The frame without its header.</param>");
        using (output.Block($"public {name}(ReadOnlySpan<byte> body)"))
        {
            output.Line("reader = new WireReader(body);");
            output.Line($"Status = {facts.Name}.Read(ref reader, out var head);");
            output.Line("Head = head;");
            if (facts.Sections[0].IsList)
                throw new InvalidOperationException("A list cannot come before the first stream.");
        }

        output.Blank();
        output.Line("/// <summary>The fields in front of the stream.</summary>");
        output.Line($"public {facts.Name} Head {{ get; }}");
        output.Blank();
        output.Line("/// <summary>Whether all was well so far.</summary>");
        output.Line("public DecodeStatus Status { get; private set; }");
    }

    private void Objects(IndentedWriter output, StreamFacts facts)
    {
        var objectType = context.ObjectType;
        output.Blank();
        output.Line("/// <summary>Goes to the next object; one that was not decoded is passed over.</summary>");
        output.Line("/// <param name=\"type\">Which object it is: decode it next.</param>");
        output.Line("/// <param name=\"id\">The object's id.</param>");
        output.Line("/// <returns>False after the last one, and where something is wrong.</returns>");
        using (output.Block($"public bool NextObject(out {objectType} type, out uint id)"))
        {
            output.Line("(type, id) = (default, 0);");
            output.Line("if (pendingType != 0)");
            using (output.Indent())
                output.Line("SkipObject();");
            output.Line($"if (Status != DecodeStatus.Ok || section != {facts.Objects.Index})");
            using (output.Indent())
                output.Line("return false;");
            Unless(output, "reader.Has(1)", "return Fail(DecodeStatus.Truncated);");
            output.Line("pendingType = Wire.LoadU8(in reader.Take(1), 0);");
            using (output.Block("if (pendingType == 0)"))
            {
                output.Line("section++;");
                OpenNext(output, facts, facts.Objects.Index + 1);
                output.Line("return false;");
            }

            output.Blank();
            Unless(output, "reader.Has(4)", "return Fail(DecodeStatus.Truncated);");
            output.Line($"type = ({objectType})pendingType;");
            output.Line("id = Wire.LoadU32(in reader.Take(4), 0);");
            output.Line($"return {KnownPattern()} ? true : Fail(DecodeStatus.UnknownObject);");
        }

        foreach (var item in context.Model.Objects)
        {
            Decode(output, item, context.Names.Type(item.Name), "The object. It stays as it is if something is wrong.");
            Decode(output, item, context.Names.Type(item.Name) + ".Quantized", "The codes. They are of no use any more if something is wrong.");
        }

        output.Blank();
        output.Line("/// <summary>Passes over the object that was gone to.</summary>");
        using (output.Block("public DecodeStatus SkipObject()"))
        {
            using (output.Block("switch (pendingType)"))
            {
                foreach (var item in context.Model.Objects)
                {
                    var type = context.Names.Type(item.Name);
                    output.Line($"case {type}.TypeId:");
                    using (output.Indent())
                    {
                        output.Line($"var {CSharpNames.Local(item.Name)} = default({type}.Quantized);");
                        output.Line($"return Decode(ref {CSharpNames.Local(item.Name)}, out _);");
                    }
                }

                output.Line("default:");
                using (output.Indent())
                    output.Line("return Status;");
            }
        }
    }

    private string KnownPattern() => context.Model.Objects.Count == 0
        ? "false"
        : $"pendingType is {string.Join(" or ", context.Model.Objects.Select(item => context.Names.Type(item.Name) + ".TypeId"))}";

    private static void Decode(IndentedWriter output, ObjectModel item, string type, string doc)
    {
        var mask = item.MaskBytes <= 4 ? "uint" : "ulong";
        output.Blank();
        output.Line("/// <summary>Reads the set fields of the object that was gone to; the others keep their values.</summary>");
        output.Line($"/// <param name=\"value\">{doc}</param>");
        output.Line("/// <param name=\"mask\">The bits of the fields that were read.</param>");
        output.Line("/// <exception cref=\"InvalidOperationException\">It is an object of another type.</exception>");
        using (output.Block($"public DecodeStatus Decode(ref {type} value, out {mask} mask)"))
        {
            output.Line($"Expect({type.Replace(".Quantized", string.Empty)}.TypeId);");
            output.Line($"Status = {type}.Decode(reader.Rest, ref value, out mask, out var bytesRead);");
            output.Line("if (Status == DecodeStatus.Ok)");
            using (output.Indent())
                output.Line("reader.Take(bytesRead);");
            output.Line("return Status;");
        }
    }

    private void Section(IndentedWriter output, StreamSection section)
    {
        output.Blank();
        if (section.IsList)
        {
            output.Line($"/// <summary>How many elements of <c>{section.Field.Name}</c> are still to be read.</summary>");
            using (output.Block($"public int {section.Name}Remaining()"))
            {
                output.Line($"MoveTo({section.Index});");
                output.Line($"return section == {section.Index} && Status == DecodeStatus.Ok ? remaining : 0;");
            }

            output.Blank();
            output.Line($"/// <summary>Reads the next element of <c>{section.Field.Name}</c>.</summary>");
            output.Line("/// <returns>False after the last one, and where something is wrong.</returns>");
            using (output.Block($"public bool Next{section.Name}(out {context.Types.Name(section.Element, Form.Natural)} item)"))
            {
                output.Line("item = default;");
                output.Line($"if ({section.Name}Remaining() == 0)");
                using (output.Indent())
                    output.Line("return false;");
                output.Line("remaining--;");
                output.Line($"Status = Read{section.Name}(out item);");
                output.Line("return Status == DecodeStatus.Ok;");
            }

            output.Blank();
            using (output.Block($"private DecodeStatus Read{section.Name}(out {context.Types.Name(section.Element, Form.Natural)} item)"))
            {
                output.Line("item = default;");
                var code = new LoadCode(context, output, Form.Natural, new LocalNames("item", "status"));
                if (!context.Types.IsFixed(section.Element))
                    code.DeclareStatus();
                code.Value(section.Element, "item", section.Field.Name);
                output.Line("return DecodeStatus.Ok;");
            }

            return;
        }

        output.Line($"/// <summary>Reads <c>{section.Field.Name}</c>.</summary>");
        output.Line("/// <returns>False if something is wrong, or it was read before.</returns>");
        using (output.Block($"public bool Read{section.Name}(out {context.Types.Name(section.Field, Form.Natural)} value)"))
        {
            output.Line("value = default;");
            output.Line($"MoveTo({section.Index});");
            output.Line($"if (section != {section.Index} || Status != DecodeStatus.Ok)");
            using (output.Indent())
                output.Line("return false;");
            output.Line($"Status = Load{section.Name}(out value);");
            output.Line("section++;");
            output.Line("OpenSection();");
            output.Line("return Status == DecodeStatus.Ok;");
        }

        output.Blank();
        using (output.Block($"private DecodeStatus Load{section.Name}(out {context.Types.Name(section.Field, Form.Natural)} value)"))
        {
            output.Line("value = default;");
            new LoadCode(context, output, Form.Natural, new LocalNames("value", "status")).Fields([new WireField("value", section.Field)]);
            output.Line("return DecodeStatus.Ok;");
        }
    }

    private void Events(IndentedWriter output, StreamFacts facts)
    {
        output.Blank();
        output.Line("/// <summary>Goes to the next event.</summary>");
        output.Line("/// <param name=\"type\">Which event it is; it may be one that the schema does not have.</param>");
        output.Line("/// <param name=\"body\">Its bytes, for that event's own <c>Decode</c>.</param>");
        output.Line("/// <returns>False after the last one, and where something is wrong.</returns>");
        using (output.Block($"public bool NextEvent(out {context.EventType} type, out ReadOnlySpan<byte> body)"))
        {
            output.Line("type = default;");
            output.Line("body = default;");
            output.Line($"MoveTo({facts.Last.Index});");
            output.Line("if (Status != DecodeStatus.Ok || reader.IsAtEnd)");
            using (output.Indent())
                output.Line("return false;");
            Unless(output, "reader.Has(4)", "return Fail(DecodeStatus.Truncated);");
            output.Line("ref readonly var at = ref reader.Take(4);");
            output.Line($"type = ({context.EventType})Wire.LoadU16(in at, 0);");
            output.Line("int length = Wire.LoadU16(in at, 2);");
            Unless(output, "reader.Has(length)", "return Fail(DecodeStatus.Truncated);");
            output.Line("body = reader.TakeSpan(length);");
            output.Line("return true;");
        }

        output.Blank();
        output.Line("/// <summary>Hands all events that are left to a handler. Unknown ones are handed on untouched.</summary>");
        using (output.Block($"public DecodeStatus Dispatch<THandler>(ref THandler handler)\n    where THandler : {context.EventHandler}, allows ref struct"))
        {
            output.Line("while (NextEvent(out var type, out var body))");
            using (output.Indent())
                output.Line($"Status = {context.EventDispatcher}.Dispatch(type, body, ref handler);");
            output.Line("return Status;");
        }
    }

    private void Command(IndentedWriter output, StreamFacts facts)
    {
        var id = CSharpNames.Member(facts.Shape.Head.Single(field => field.Type is CommandIdType).Name, facts.Name);
        output.Blank();
        output.Line("/// <summary>Which command it is; it may be one that the schema does not have.</summary>");
        output.Line($"public readonly {context.CommandType} CommandType => ({context.CommandType})Head.{id};");
        output.Blank();
        output.Line("/// <summary>The command's bytes, for its own <c>Decode</c>.</summary>");
        output.Line("public readonly ReadOnlySpan<byte> CommandBody => reader.Rest;");
        output.Blank();
        output.Line("/// <summary>Hands the command to a handler.</summary>");
        output.Line("/// <returns><see cref=\"DecodeStatus.UnknownCommand\"/> for one that the schema does not have; it is handed on untouched.</returns>");
        using (output.Block($"public DecodeStatus Dispatch<THandler>(ref THandler handler)\n    where THandler : {context.CommandHandler}, allows ref struct"))
        {
            output.Line("if (Status == DecodeStatus.Ok)");
            using (output.Indent())
                output.Line($"Status = {context.CommandDispatcher}.Dispatch(CommandType, reader.Rest, ref handler);");
            output.Line("return Status;");
        }
    }

    private static void Finish(IndentedWriter output, StreamFacts facts)
    {
        if (facts.HasCommand)
            return;
        output.Blank();
        output.Line("/// <summary>Passes over what is left.</summary>");
        output.Line("/// <returns>Whether the whole body was well, which ends exactly where it should.</returns>");
        using (output.Block("public DecodeStatus Finish()"))
        {
            if (facts.HasEvents)
            {
                output.Line("while (NextEvent(out _, out _))");
                using (output.Block())
                {
                }
            }
            else
            {
                output.Line($"MoveTo({facts.Sections.Count});");
            }

            output.Line("if (Status == DecodeStatus.Ok)");
            using (output.Indent())
                output.Line("Status = reader.End();");
            output.Line("return Status;");
        }
    }

    private static void Move(IndentedWriter output, StreamFacts facts)
    {
        output.Blank();
        using (output.Block("private void MoveTo(int target)"))
        {
            output.Line("while (section < target && Status == DecodeStatus.Ok)");
            using (output.Indent())
                output.Line("PassSection();");
        }

        output.Blank();
        using (output.Block("private void PassSection()"))
        {
            using (output.Block("switch (section)"))
            {
                foreach (var section in facts.Sections)
                {
                    output.Line($"case {section.Index}: // {section.Field.Name}");
                    using (output.Indent())
                        PassOne(output, section);
                }
            }
        }

        OpenSection(output, facts);
        Helpers(output, facts);
    }

    private static void OpenSection(IndentedWriter output, StreamFacts facts)
    {
        if (facts.Shape.Sections.Count == 0)
            return;
        var lists = facts.Sections.Where(section => section.IsList).ToArray();
        output.Blank();
        output.Line("/// <summary>A list begins with its count.</summary>");
        using (output.Block("private void OpenSection()"))
        {
            foreach (var section in lists)
            {
                var array = (ArrayType)section.Field.Type;
                var condition = $"section == {section.Index} && Status == DecodeStatus.Ok";
                if (section.Field.Since is not null)
                    condition += " && !reader.IsAtEnd";
                output.Line($"if ({condition})");
                using (output.Indent())
                    output.Line($"Status = reader.ReadCount{section.CountWidth * 8}({array.MinCount}, {array.MaxCount}, out remaining);");
            }
        }
    }

    private static void Helpers(IndentedWriter output, StreamFacts facts)
    {
        output.Blank();
        if (facts.HasObjects || facts.HasEvents)
        {
            using (output.Block("private bool Fail(DecodeStatus status)"))
            {
                output.Line("Status = status;");
                output.Line("return false;");
            }
        }

        if (!facts.HasObjects)
            return;
        output.Blank();
        using (output.Block("private void Expect(byte type)"))
        {
            output.Line("if (pendingType != type || Status != DecodeStatus.Ok)");
            using (output.Indent())
                output.Line("throw new InvalidOperationException(\"The reader is not at such an object.\");");
            output.Line("pendingType = 0;");
        }
    }

    private static void PassOne(IndentedWriter output, StreamSection section)
    {
        switch (section.Field.Type)
        {
            case ObjectStreamType:
                output.Line("while (NextObject(out _, out _))");
                using (output.Block())
                {
                }

                break;
            case EventStreamType or CommandBodyType:
                output.Line("section++;");
                break;
            case var _ when section.IsList:
                output.Line($"while (Next{section.Name}(out _))");
                using (output.Block())
                {
                }

                output.Blank();
                output.Line("section++;");
                output.Line("OpenSection();");
                break;
            default:
                output.Line($"Read{section.Name}(out _);");
                break;
        }

        output.Line("break;");
    }

    private static void OpenNext(IndentedWriter output, StreamFacts facts, int index)
    {
        if (index < facts.Sections.Count && facts.Sections[index].IsList)
            output.Line("OpenSection();");
    }

    private static void Unless(IndentedWriter output, string condition, string statement)
    {
        output.Line($"if (!{condition})");
        using (output.Indent())
            output.Line(statement);
    }
}
