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
                    new ObjectStreamReading(context, output, facts).Write();
                foreach (var section in facts.Sections.Where(section => section.Field.Type is not (ObjectStreamType or EventStreamType or CommandBodyType)))
                    Section(output, section);
                if (facts.HasEvents)
                    new EndStreamReading(context, output, facts).Events();
                if (facts.HasCommand)
                    new EndStreamReading(context, output, facts).Command();
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
}
