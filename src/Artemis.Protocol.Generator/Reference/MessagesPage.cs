using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>The page of messages and the records in them.</summary>
internal static class MessagesPage
{
    public static string Of(ProtocolModel protocol)
    {
        var page = new Markdown()
            .Heading(1, "Messages")
            .Paragraph("Frames that hold one [MessagePack map](../wire-format.md#messages) each. A key that is not optional must be there; other keys than these are skipped.");
        foreach (var message in protocol.Messages)
        {
            page.Heading(2, message.Name)
                .Paragraph(message.Doc)
                .Paragraph($"Type `0x{message.TypeId:x8}`, from {Origin.Of(message.From)}{PacketsPage.SinceText(message.Since)}.");
            Keys(page, message.Fields);
        }

        if (protocol.Records.Count > 0)
            page.Heading(1, "Records").Paragraph("Maps that lie in messages.");
        foreach (var record in protocol.Records)
        {
            page.Heading(2, record.Name).Paragraph(record.Doc);
            Keys(page, record.Fields);
        }

        return page.ToString();
    }

    private static void Keys(Markdown page, EquatableArray<FieldModel> fields)
    {
        if (fields.Count == 0)
            page.Paragraph("No keys: an empty map.");
        page.Table(["Key", "", "Type", "MessagePack", "Since", "Meaning"], fields.Select(field => new[]
        {
            $"`{field.Name}`", field.IsOptional ? "optional" : "required", TypeText.Natural(field.Type), TypeText.Packed(field.Type), Since.Of(field.Since), field.Doc,
        }));
    }
}
