using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>The page of commands, grouped by who may send them.</summary>
internal static class CommandsPage
{
    public static string Of(ProtocolModel protocol)
    {
        var page = new Markdown()
            .Heading(1, "Commands")
            .Paragraph("Orders of clients, one in each [command packet](../wire-format.md#commands). Offsets count from the start of the command's own fields.");

        var groups = protocol.Commands.GroupBy(Senders).ToArray();
        page.Table(["By", "Commands"], groups.Select(group => new[]
        {
            group.Key, string.Join(", ", group.Select(item => $"[{item.Name}](#{item.Name.ToLowerInvariant()})")),
        }));

        foreach (var group in groups)
        {
            page.Heading(2, group.Key);
            foreach (var command in group)
            {
                page.Heading(3, command.Name)
                    .Paragraph(command.Doc)
                    .Paragraph($"Id `0x{command.Id:x4}`, {FieldTables.Length(protocol, command.Fields)}{PacketsPage.SinceText(command.Since)}.")
                    .Fields(protocol, command.Fields, start: 0);
            }
        }

        return page.ToString();
    }

    private static string Senders(CommandModel command) => command.Senders.Count == 0 ? "Anybody" : string.Join(" or ", command.Senders);
}
