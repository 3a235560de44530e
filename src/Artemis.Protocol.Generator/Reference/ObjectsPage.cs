using System.Globalization;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>The page of replicated objects: bits, sizes, views.</summary>
internal static class ObjectsPage
{
    public static string Of(ProtocolModel protocol)
    {
        var page = new Markdown()
            .Heading(1, "Objects")
            .Paragraph("What the server tells by [object entries](../wire-format.md#objects): type, id, mask, and the fields whose bits are set, in the order "
                + "of their bits. A field that is not set has not changed.")
            .Table(["Type", "Object", "Mask", "Largest", "Since"], protocol.Objects.Select(item => new[]
            {
                $"{item.Id}", $"[{item.Name}](#{item.Name.ToLowerInvariant()})", Bytes(item.MaskBytes), Bytes(WireSize.MaxOfObject(item, protocol)), Since.Of(item.Since),
            }))
            .Paragraph("*Largest* is the mask and all fields, without the five bytes of type and id.");
        foreach (var model in protocol.Objects)
            Object(page, protocol, model);
        return page.ToString();
    }

    private static void Object(Markdown page, ProtocolModel protocol, ObjectModel model)
    {
        var types = new TypeText(protocol);
        page.Heading(2, model.Name)
            .Paragraph(model.Doc)
            .Paragraph($"Type {model.Id}, a mask of {Bytes(model.MaskBytes)}, {model.Fields.Count} of {model.MaskBytes * 8} bits in use{PacketsPage.SinceText(model.Since)}.")
            .Table(["Bit", "In the mask", "Field", "Type", "On the wire", "Bytes", "Error ≤", "Since", "Meaning"], model.Fields.Select(field => new[]
            {
                $"{field.Bit}", $"byte {field.Bit / 8}, `0x{1 << (field.Bit % 8):x2}`", $"`{field.Name}`", TypeText.Natural(field.Type), types.Wire(field.Type),
                types.Bytes(field.Type), TypeText.Error(field.Type), Since.Of(field.Since), field.Doc,
            }))
            .Table(["View", "Mask, byte by byte", "Fields", "Bytes", "Meaning"], model.Views.Select(view => new[]
            {
                view.Name, $"`{MaskHex(view.Mask, model.MaskBytes)}`", string.Join(", ", Fields(model, view).Select(field => field.Name)),
                Size(protocol, model, view), view.Doc,
            }));
    }

    private static string Bytes(long count) => count == 1 ? "1 byte" : $"{count} bytes";

    private static string MaskHex(ulong mask, int bytes) =>
        string.Join(" ", Enumerable.Range(0, bytes).Select(i => ((mask >> (i * 8)) & 0xff).ToString("x2", CultureInfo.InvariantCulture)));

    private static IEnumerable<ObjectFieldModel> Fields(ObjectModel model, ViewModel view) =>
        model.Fields.Where(field => ((view.Mask >> field.Bit) & 1) != 0);

    private static string Size(ProtocolModel protocol, ObjectModel model, ViewModel view)
    {
        var sizes = Fields(model, view).Select(field => WireSize.Of(field.Type, protocol)).ToArray();
        return TypeText.Range(model.MaskBytes + sizes.Sum(size => size.Min), model.MaskBytes + sizes.Sum(size => size.Max));
    }
}
