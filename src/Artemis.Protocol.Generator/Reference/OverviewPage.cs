using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>The first page: what the protocol is, and every type of frame in one table.</summary>
internal static class OverviewPage
{
    public static string Of(ProtocolModel protocol)
    {
        var page = new Markdown()
            .Heading(1, $"{protocol.Name} {protocol.Version}")
            .Paragraph(protocol.Doc)
            .Paragraph("Generated from the schema. How values, frames and streams lie in bytes is told in [the wire format](../wire-format.md); what "
                + "they mean is told here.")
            .Table(["", ""],
            [
                ["Magic word", $"`0x{protocol.Magic:x8}`"],
                ["Largest frame", $"{protocol.FrameLimit} bytes, header included"],
                ["Version", $"{protocol.Version}"],
            ])
            .Table(["Page", "What it holds"],
            [
                ["[Packets](packets.md)", Count(protocol.Packets.Count, "binary frame")],
                ["[Objects](objects.md)", Count(protocol.Objects.Count, "replicated object")],
                ["[Events](events.md)", Count(protocol.Events.Count, "event")],
                ["[Commands](commands.md)", Count(protocol.Commands.Count, "order") + " of clients"],
                ["[Messages](messages.md)", Count(protocol.Messages.Count, "MessagePack frame")],
                ["[Structs](structs.md)", Count(protocol.Structs.Count, "group") + " of fields in binary bodies"],
                ["[Quantities](quantities.md)", Count(protocol.Quantities.Count, "named number")],
                ["[Enums and constants](enums.md)", $"{Count(protocol.Enums.Count, "enum")}, {Count(protocol.Consts.Count, "constant")}"],
            ]);

        page.Heading(2, "Frames by type").Table(["Type", "Name", "From", "Since", "What it says"], Frames(protocol));
        return page.ToString();
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    private static IEnumerable<string[]> Frames(ProtocolModel protocol) =>
        protocol.Packets.Select(item => (item.TypeId, Link: TypeText.Link(item.Name, "packets.md"), item.From, item.Since, item.Doc))
            .Concat(protocol.Messages.Select(item => (item.TypeId, Link: TypeText.Link(item.Name, "messages.md"), item.From, item.Since, item.Doc)))
            .OrderBy(item => item.TypeId)
            .Select(item => new[] { $"`0x{item.TypeId:x8}`", item.Link, Origin.Of(item.From), Since.Of(item.Since), FirstSentence(item.Doc) });

    private static string FirstSentence(string doc)
    {
        var line = doc.Replace('\n', ' ');
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line : line.Substring(0, end + 1);
    }
}

/// <summary>Names the sides that send a frame.</summary>
internal static class Origin
{
    public static string Of(Origins origins) => origins == Origins.Both ? "both" : origins.ToString().ToLowerInvariant();
}

/// <summary>Spells since when something is there; empty for what always was.</summary>
internal static class Since
{
    public static string Of(ProtocolVersion? since) => since?.ToString() ?? string.Empty;
}
