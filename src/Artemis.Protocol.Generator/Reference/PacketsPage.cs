using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>The page of binary packets.</summary>
internal static class PacketsPage
{
    private const int HeaderSize = 24;

    public static string Of(ProtocolModel protocol)
    {
        var page = new Markdown()
            .Heading(1, "Packets")
            .Paragraph("Binary frames: the [header](../wire-format.md#the-header), then these fields without gaps. Offsets count from the start of the frame; "
                + "`…` is wherever the field before it ends.");
        foreach (var packet in protocol.Packets)
        {
            page.Heading(2, packet.Name)
                .Paragraph(packet.Doc)
                .Paragraph($"Type `0x{packet.TypeId:x8}`{Hash(packet)}, from {Origin.Of(packet.From)}, {Body(protocol, packet)}{SinceText(packet.Since)}.")
                .Fields(protocol, packet.Fields, HeaderSize);
        }

        return page.ToString();
    }

    public static string SinceText(ProtocolVersion? since) => since is null ? string.Empty : $", since {since}";

    private static string Hash(PacketModel packet) => packet.HashedName is { } name ? $" (JamCRC of `{name}`)" : string.Empty;

    private static string Body(ProtocolModel protocol, PacketModel packet) =>
        packet.Fields.Any(field => field.Type is ObjectStreamType or EventStreamType or CommandBodyType)
            ? "a body as long as what it holds"
            : $"a body of {FieldTables.Length(protocol, packet.Fields)}";
}
