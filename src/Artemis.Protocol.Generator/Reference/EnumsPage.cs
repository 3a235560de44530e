using System.Globalization;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>The page of enums, flags and constants.</summary>
internal static class EnumsPage
{
    public static string Of(ProtocolModel protocol)
    {
        var page = new Markdown()
            .Heading(1, "Enums")
            .Paragraph("Numbers with names. A number that has none here is not an error: a newer peer may know more.");
        foreach (var item in protocol.Enums)
        {
            page.Heading(2, item.Name)
                .Paragraph(item.Doc)
                .Paragraph(item.IsFlags ? $"Flags in {item.Kind.Keyword()}: members may be set together." : $"One of these, in {item.Kind.Keyword()}.")
                .Table(["Value", "Member", "Since", "Meaning"], item.Members.Select(member => new[]
                {
                    item.IsFlags ? $"`0x{Hex(member)}`" : $"{member.Value}", member.Name, Since.Of(member.Since), member.Doc,
                }));
        }

        if (protocol.Consts.Count > 0)
        {
            page.Heading(1, "Constants").Table(["Name", "Value", "Meaning"], protocol.Consts.Select(item => new[]
            {
                $"`{item.Name}`", Value(item), item.Doc,
            }));
        }

        return page.ToString();
    }

    private static string Hex(EnumMemberModel member) => ((ulong)member.Value).ToString("x2", CultureInfo.InvariantCulture);

    private static string Value(ConstModel item) =>
        item.Text is { } text ? $"\"{text}\"" : item.Integer?.ToString() ?? TypeText.Number(item.Real ?? 0);
}
