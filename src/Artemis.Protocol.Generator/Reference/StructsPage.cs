using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>The page of structs.</summary>
internal static class StructsPage
{
    public static string Of(ProtocolModel protocol)
    {
        var page = new Markdown()
            .Heading(1, "Structs")
            .Paragraph("Groups of fields that lie in binary bodies one after another, without gaps. Offsets count from the start of the struct.");
        foreach (var item in protocol.Structs)
        {
            page.Heading(2, item.Name)
                .Paragraph(item.Doc)
                .Paragraph($"{FieldTables.Length(protocol, item.Fields)}.")
                .Fields(protocol, item.Fields, start: 0);
        }

        return page.ToString();
    }
}
