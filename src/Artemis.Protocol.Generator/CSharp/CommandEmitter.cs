using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Whole frames of commands, and who may send which.</summary>
internal sealed class CommandEmitter(CSharpContext context)
{
    /// <summary>One encoder for each command, into frames of one packet.</summary>
    public OutputFile EmitFrames(PacketModel item)
    {
        var facts = new StreamFacts(context, item);
        var name = context.Names.TypeWith(item.Name, "Frame");
        return context.File(name, output =>
        {
            output.Line($"/// <summary>Writes frames of <see cref=\"{facts.Name}\"/>, one command each.</summary>");
            using (output.Block($"public static class {name}"))
            {
                var most = context.Model.Commands.Max(command => WireSize.OfFields(command.Fields, context.Model).Max);
                var head = WireSize.OfFields(facts.Shape.Head.ToEquatableArray(), context.Model).Max;
                output.Line("/// <summary>Bytes of the largest frame.</summary>");
                output.Line($"public const int MaxSize = FrameHeader.Size + {head + most};");
                Encode(output, facts);
            }
        });
    }

    /// <summary>A table of who may send which command; none if no command says so.</summary>
    public IEnumerable<OutputFile> EmitSenders()
    {
        var groups = context.Model.Commands.Where(item => item.SenderEnum is not null).GroupBy(item => item.SenderEnum!).ToArray();
        if (groups.Length == 0)
            yield break;
        var name = context.Names.Claimed("CommandSenders");
        yield return context.File(name, output =>
        {
            output.Line("/// <summary>Who may send which command.</summary>");
            using (output.Block($"public static class {name}"))
            {
                foreach (var group in groups)
                    Allows(output, context.Names.Type(group.Key), [.. group]);
            }
        });
    }

    private void Allows(IndentedWriter output, string senderEnum, CommandModel[] limited)
    {
        output.Blank();
        output.Line("/// <summary>Whether a sender may send a command. Commands that name no sender may be sent by anybody.</summary>");
        using (output.Block($"public static bool Allows({context.CommandType} command, {senderEnum} sender) => command switch", "};"))
        {
            foreach (var command in limited)
            {
                var senders = string.Join(" or ", command.Senders.Select(sender => $"{senderEnum}.{CSharpNames.EnumMember(sender)}"));
                output.Line($"{context.CommandType}.{context.Names.Type(command.Name)} => sender is {senders},");
            }

            output.Line("_ => true,");
        }
    }

    private void Encode(IndentedWriter output, StreamFacts facts)
    {
        var (parameter, origin) = facts.Origin;
        var fields = facts.Shape.Head.Where(field => field.Type is not CommandIdType).ToArray();
        var id = CSharpNames.Member(facts.Shape.Head.Single(field => field.Type is CommandIdType).Name, facts.Name);
        var parameters = string.Concat(fields.Select(field => $", {context.Types.Name(field, Form.Natural)} {Parameter(field)}"));
        var arguments = string.Concat(fields.Select(field => $", {Parameter(field)}"));
        output.Blank();
        output.Line("/// <summary>Writes a whole frame with a command.</summary>");
        output.Line("/// <returns>Bytes written.</returns>");
        output.Line("/// <exception cref=\"EncodeException\">There is too little room, or a text or list is too short.</exception>");
        output.Line($"public static int Encode<TCommand>(Span<byte> frame{parameter}{parameters}, in TCommand command)");
        using (output.Indent())
        {
            output.Line("where TCommand : struct, ICommand =>");
            output.Line($"Encode(frame{(parameter.Length > 0 ? ", origin" : string.Empty)}{arguments}, in command, {context.ProtocolClass}.Version);");
        }

        output.Blank();
        output.Line("/// <summary>Writes a whole frame with a command for a peer of some version: what is newer is left out.</summary>");
        output.Line("/// <returns>Bytes written.</returns>");
        output.Line("/// <exception cref=\"EncodeException\">There is too little room, or a text or list is too short.</exception>");
        using (output.Block($"public static int Encode<TCommand>(Span<byte> frame{parameter}{parameters}, in TCommand command, ProtocolVersion peer)\n    where TCommand : struct, ICommand"))
        {
            output.Line("var writer = new WireWriter(frame);");
            output.Line("writer.Reserve(FrameHeader.Size);");
            using (output.Block($"var head = new {facts.Name}", "};"))
            {
                output.Line($"{id} = TCommand.Id,");
                foreach (var field in fields)
                    output.Line($"{CSharpNames.Member(field.Name, facts.Name)} = {Parameter(field)},");
            }

            output.Line("head.Write(ref writer, peer);");
            output.Line("var length = writer.Position + command.Encode(frame[writer.Position..], peer);");
            output.Line($"new FrameHeader({context.ProtocolClass}.Magic, length, {origin}, {facts.Name}.PacketType).Write(frame);");
            output.Line("return length;");
        }
    }

    private static string Parameter(FieldModel field)
    {
        var name = CSharpNames.Local(field.Name);
        return name is "frame" or "origin" or "command" or "peer" or "writer" or "head" or "length" ? name + "_" : name;
    }
}
