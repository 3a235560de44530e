using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>The page of events.</summary>
internal static class EventsPage
{
    public static string Of(ProtocolModel protocol)
    {
        var page = new Markdown()
            .Heading(1, "Events")
            .Paragraph("What happened, told once, as [entries with a length](../wire-format.md#events). Offsets count from the start of the event's body.")
            .Table(["Id", "Event", "Body", "Since", "What it says"], protocol.Events.Select(item => new[]
            {
                $"{item.Id}", $"[{item.Name}](#{item.Name.ToLowerInvariant()})", FieldTables.Length(protocol, item.Fields), Since.Of(item.Since), item.Doc,
            }));
        foreach (var item in protocol.Events)
        {
            page.Heading(2, item.Name)
                .Paragraph(item.Doc)
                .Paragraph($"Id {item.Id}, a body of {FieldTables.Length(protocol, item.Fields)}{PacketsPage.SinceText(item.Since)}.")
                .Fields(protocol, item.Fields, start: 0);
        }

        return page.ToString();
    }
}
