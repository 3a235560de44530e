using System.Text.RegularExpressions;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Doc comments of the schema as XML documentation.</summary>
internal static class DocText
{
    private static readonly Regex Code = new("`([^`]+)`", RegexOptions.CultureInvariant);

    /// <summary>Writes a summary from the schema's words, or from others where it has none.</summary>
    public static void Summary(this IndentedWriter writer, string doc, string otherwise)
    {
        var lines = (doc.Trim().Length == 0 ? otherwise : ToXml(doc)).Trim().Split('\n');
        if (lines.Length == 1)
        {
            writer.Line($"/// <summary>{lines[0]}</summary>");
            return;
        }

        writer.Line("/// <summary>");
        foreach (var line in lines)
            writer.Line($"/// {line.TrimEnd('\r')}".TrimEnd());
        writer.Line("/// </summary>");
    }

    /// <summary>Writes a remark; none if it is empty.</summary>
    public static void Remarks(this IndentedWriter writer, string remark)
    {
        if (remark.Length > 0)
            writer.Line($"/// <remarks>{Escape(remark)}</remarks>");
    }

    /// <summary>Writes what the schema says of a field, with its range and precision.</summary>
    public static void Field(this IndentedWriter writer, string name, TypeModel type, ProtocolVersion? since, string doc)
    {
        writer.Summary(doc, $"The field <c>{name}</c>.");
        var facts = Facts(type);
        if (since is not null)
            facts = $"{facts} Since {since}.".Trim();
        writer.Remarks(facts);
    }

    private static string Facts(TypeModel type) => type switch
    {
        QuantizedType { Quantization: var rule } =>
            $"{Number(rule.Min)} to {Number(rule.Max)}{(rule.Wraps ? ", a circle" : string.Empty)}, as {rule.Wire.Keyword()} in steps of {Number(rule.Step)}: at most {rule.MaxError.ToString("G3", System.Globalization.CultureInfo.InvariantCulture)} off.",
        IntegerType { IsRestricted: true } integer => $"{integer.Min} to {integer.Max}; clamped when encoded.",
        TextType text => $"{Bounds(text.MinBytes, text.MaxBytes)} bytes of UTF-8; what is longer is cut.",
        BytesType bytes => $"{Bounds(bytes.MinBytes, bytes.MaxBytes)} bytes.",
        ArrayType { IsFixedCount: true } => string.Empty,
        ArrayType array => $"{Bounds(array.MinCount, array.MaxCount)} elements.",
        _ => string.Empty,
    };

    private static string Bounds(int min, int max) => min == 0 ? $"At most {max}" : $"{min} to {max}";

    private static string Number(double value) => value.ToString("G6", System.Globalization.CultureInfo.InvariantCulture);

    private static string ToXml(string doc) => Code.Replace(Escape(doc), "<c>$1</c>");

    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");
}
