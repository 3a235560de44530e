using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Bodies that are structs of natural values: events, commands, packets, and the heads of packets with streams.</summary>
internal sealed class BodyEmitter(CSharpContext context)
{
    public OutputFile Emit(EventModel item) => Body(item.Name, "event", item.Doc, item.Since, [.. item.Fields], output =>
    {
        output.Line("/// <summary>The type of its entries.</summary>");
        output.Line($"public const ushort EventId = {item.Id};");
    });

    public OutputFile Emit(CommandModel item) => Body(item.Name, "command", item.Doc, item.Since, [.. item.Fields], output =>
    {
        output.Line("/// <summary>What its packet's command id says.</summary>");
        output.Line($"public const uint CommandId = {NumberLiteral.Hex(item.Id)};");
        output.Blank();
        output.Line("static uint ICommand.Id => CommandId;");
    }, ", ICommand");

    public OutputFile Emit(PacketModel item)
    {
        var shape = PacketShape.Of(item);
        return Body(item.Name, "packet", item.Doc, item.Since, shape.Head, output =>
        {
            if (item.HashedName is { } hashed)
                output.Line($"/// <summary>The type that its frame's header says: the JamCRC of \"{hashed}\".</summary>");
            else
                output.Line("/// <summary>The type that its frame's header says.</summary>");
            output.Line($"public const uint PacketType = {NumberLiteral.Hex(item.TypeId)};");
            if (!shape.IsStreamed)
                Frame(output, item);
        });
    }

    private OutputFile Body(string schemaName, string kind, string doc, ProtocolVersion? since, IReadOnlyList<FieldModel> fields, Action<IndentedWriter> constants, string interfaces = "")
    {
        var name = context.Names.Type(schemaName);
        return context.File(name, output =>
        {
            output.Summary(doc, $"The {kind} <c>{schemaName}</c>.");
            if (since is not null)
                output.Remarks($"Since {since}.");
            using (output.Block($"public partial struct {name} : IEquatable<{name}>{interfaces}"))
            {
                constants(output);
                output.Blank();
                output.Line("/// <summary>Most bytes that the body takes.</summary>");
                output.Line($"public const int MaxEncodedSize = {WireSize.OfFields(fields.ToEquatableArray(), context.Model).Max};");
                MemberCode.Fields(context, output, name, fields, Form.Natural);
                Known(output, since);
                Size(output, name, fields);
                Encode(output, name, fields);
                Decode(output, name, fields);
                MemberCode.Equality(context, output, name, name, fields, Form.Natural);
            }
        });
    }

    private static void Known(IndentedWriter output, ProtocolVersion? since)
    {
        output.Blank();
        output.Line("/// <summary>Whether a peer of some version knows it.</summary>");
        output.Line($"public static bool IsKnownTo(ProtocolVersion peer) => {(since is null ? "true" : $"peer >= {CSharpContext.Version(since)}")};");
    }

    private void Size(IndentedWriter output, string name, IReadOnlyList<FieldModel> fields)
    {
        output.Blank();
        output.Line("/// <summary>Exactly the bytes that the body takes for a peer of this version.</summary>");
        var access = WireField.Of(fields, name, string.Empty);
        if (fields.All(field => !field.IsOptional && context.Types.IsFixed(field.Type)))
        {
            output.Line("public readonly int EncodedSize() => MaxEncodedSize;");
            return;
        }

        using (output.Block("public readonly int EncodedSize()"))
        {
            var code = new SizeCode(context, output);
            output.Line($"var size = {code.Certain(access)};");
            code.Variable(access);
            output.Line("return size;");
        }
    }

    private void Encode(IndentedWriter output, string name, IReadOnlyList<FieldModel> fields)
    {
        output.Blank();
        output.Line("/// <summary>Writes the body. Numbers out of their range are clamped.</summary>");
        output.Line("/// <returns>Bytes written.</returns>");
        output.Line("/// <exception cref=\"EncodeException\">There is too little room, or a text or list is too short.</exception>");
        output.Line($"public readonly int Encode(Span<byte> body) => Encode(body, {context.ProtocolClass}.Version);");
        output.Blank();
        output.Line("/// <summary>Writes the body for a peer of some version: what is newer is left out.</summary>");
        output.Line("/// <inheritdoc cref=\"Encode(Span{byte})\"/>");
        using (output.Block("public readonly int Encode(Span<byte> body, ProtocolVersion peer)"))
        {
            output.Line("var writer = new WireWriter(body);");
            output.Line("Write(ref writer, peer);");
            output.Line("return writer.Position;");
        }

        output.Blank();
        using (output.Block("internal readonly void Write(ref WireWriter writer, ProtocolVersion peer)"))
            new StoreCode(context, output, Form.Natural, new LocalNames("writer", "peer")).Fields(WireField.Of(fields, name, string.Empty));
    }

    private void Decode(IndentedWriter output, string name, IReadOnlyList<FieldModel> fields)
    {
        output.Blank();
        output.Line("/// <summary>Reads a whole body.</summary>");
        output.Line("/// <param name=\"body\">Exactly the body; bytes behind it are an error.</param>");
        output.Line("/// <param name=\"value\">What was read; of no use if something is wrong.</param>");
        using (output.Block($"public static DecodeStatus Decode(ReadOnlySpan<byte> body, out {name} value)"))
        {
            output.Line("var reader = new WireReader(body);");
            output.Line("var status = Read(ref reader, out value);");
            output.Line("return status == DecodeStatus.Ok ? reader.End() : status;");
        }

        output.Blank();
        using (output.Block($"internal static DecodeStatus Read(ref WireReader reader, out {name} value)"))
        {
            output.Line("value = default;");
            new LoadCode(context, output, Form.Natural, new LocalNames("reader", "value", "status")).Fields(WireField.Of(fields, name));
            output.Line("return DecodeStatus.Ok;");
        }
    }

    private void Frame(IndentedWriter output, PacketModel item)
    {
        var (parameter, origin) = item.From == Origins.Both ? (", Origin origin", "origin") : (string.Empty, $"Origin.{item.From}");
        output.Blank();
        output.Line("/// <summary>Writes a whole frame, header and body.</summary>");
        output.Line("/// <returns>Bytes written.</returns>");
        output.Line("/// <exception cref=\"EncodeException\">There is too little room, or a text or list is too short.</exception>");
        output.Line($"public readonly int EncodeFrame(Span<byte> frame{parameter}) => EncodeFrame(frame, {(item.From == Origins.Both ? "origin, " : string.Empty)}{context.ProtocolClass}.Version);");
        output.Blank();
        output.Line("/// <summary>Writes a whole frame for a peer of some version: what is newer is left out.</summary>");
        output.Line($"/// <inheritdoc cref=\"EncodeFrame(Span{{byte}}{(item.From == Origins.Both ? ", Origin" : string.Empty)})\"/>");
        using (output.Block($"public readonly int EncodeFrame(Span<byte> frame{parameter}, ProtocolVersion peer)"))
        {
            output.Line("var writer = new WireWriter(frame);");
            output.Line("writer.Reserve(FrameHeader.Size);");
            output.Line("Write(ref writer, peer);");
            output.Line($"new FrameHeader({context.ProtocolClass}.Magic, writer.Position, {origin}, PacketType).Write(frame);");
            output.Line("return writer.Position;");
        }
    }
}
