using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>Tables of fields that lie one after another in a binary body.</summary>
internal static class FieldTables
{
    /// <summary>The fields with their offsets.</summary>
    /// <param name="start">Offset of the first: 24 in a frame, 0 in a body.</param>
    public static Markdown Fields(this Markdown page, ProtocolModel protocol, EquatableArray<FieldModel> fields, int start)
    {
        if (fields.Count == 0)
            return page.Paragraph("No fields.");

        var types = new TypeText(protocol);
        var rows = new List<string[]>();
        long? offset = start;
        foreach (var field in fields)
        {
            rows.Add(
            [
                offset?.ToString() ?? "…",
                $"`{field.Name}`{(field.IsOptional ? "?" : string.Empty)}",
                TypeText.Natural(field.Type),
                field.IsOptional ? $"u8 0 or 1, {types.Wire(field.Type)}" : types.Wire(field.Type),
                types.Bytes(field.Type, field.IsOptional),
                TypeText.Error(field.Type),
                Since.Of(field.Since),
                field.Doc,
            ]);

            var size = WireSize.Of(field.Type, protocol);
            offset = size.IsFixed && !field.IsOptional && field.Type is not ObjectStreamType ? offset + size.Min : null;
        }

        return page.Table(["Offset", "Field", "Type", "On the wire", "Bytes", "Error ≤", "Since", "Meaning"], rows);
    }

    /// <summary>How long a body is.</summary>
    public static string Length(ProtocolModel protocol, EquatableArray<FieldModel> fields)
    {
        var size = WireSize.OfFields(fields, protocol);
        return size is { Min: 1, Max: 1 } ? "1 byte" : $"{TypeText.Range(size.Min, size.Max)} bytes";
    }
}
