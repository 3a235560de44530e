using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>The part of a packet's reader for what goes to the end of the packet: a stream of events, or a command.</summary>
internal sealed class EndStreamReading(CSharpContext context, IndentedWriter output, StreamFacts facts)
{
    public void Events()
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
            Unless("reader.Has(4)", "return Fail(DecodeStatus.Truncated);");
            output.Line("ref readonly var at = ref reader.Take(4);");
            output.Line($"type = ({context.EventType})Wire.LoadU16(in at, 0);");
            output.Line("int length = Wire.LoadU16(in at, 2);");
            Unless("reader.Has(length)", "return Fail(DecodeStatus.Truncated);");
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

    public void Command()
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

    private void Unless(string condition, string statement)
    {
        output.Line($"if (!{condition})");
        using (output.Indent())
            output.Line(statement);
    }
}
