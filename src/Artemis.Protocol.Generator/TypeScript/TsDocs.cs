using System.Globalization;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Doc comments: the schema's words, and what the compiler knows of a field's range, wire and error.</summary>
internal static class TsDocs
{
    private const int LineWidth = 96;

    /// <summary>A TSDoc comment of some paragraphs; nothing if all are empty.</summary>
    public static IEnumerable<string> Comment(params string[] paragraphs)
    {
        var lines = Lines(paragraphs.Where(text => text.Length > 0)).ToArray();
        if (lines.Length == 0)
            return [];
        return lines.Length == 1
            ? [$"/** {lines[0]} */"]
            : lines.Select(line => line.Length == 0 ? " *" : " * " + line).Prepend("/**").Append(" */");
    }

    /// <summary>The comment of a field: its words, then its range and how exactly it is sent.</summary>
    public static IEnumerable<string> Field(string doc, TypeModel type, ProtocolVersion? since = null) =>
        Comment(Join(doc, Describe(type)), Since(since));

    /// <summary>A declaration's words, and the version that it came with.</summary>
    public static string With(string doc, ProtocolVersion? since) =>
        since is null ? doc : doc.Length == 0 ? Since(since) : $"{doc}\n\n{Since(since)}";

    public static string Since(ProtocolVersion? since) => since is null ? string.Empty : $"Since protocol version {since}.";

    private static string Join(string doc, string facts) =>
        doc.Length == 0 || facts.Length == 0 ? doc + facts
        : doc.Contains('\n') || doc.Length + facts.Length > LineWidth ? $"{doc}\n{facts}"
        : $"{doc} {facts}";

    private static string Describe(TypeModel type) => type switch
    {
        IntegerType { IsRestricted: true } integer => $"From {integer.Min} to {integer.Max}.",
        QuantizedType quantized => Describe(quantized.Quantization),
        TextType { MinBytes: 0 } text => $"At most {text.MaxBytes} bytes of UTF-8.",
        TextType text => $"{text.MinBytes} to {text.MaxBytes} bytes of UTF-8.",
        BytesType { MinBytes: 0 } bytes => $"At most {bytes.MaxBytes} bytes.",
        BytesType bytes => $"{bytes.MinBytes} to {bytes.MaxBytes} bytes.",
        UuidType => "A UUID in lower case.",
        ArrayType { IsFixedCount: true } array => $"Always {array.MinCount}.{Of(array.Element)}",
        ArrayType { MinCount: 0 } array => $"At most {array.MaxCount}.{Of(array.Element)}",
        ArrayType array => $"{array.MinCount} to {array.MaxCount}.{Of(array.Element)}",
        _ => string.Empty,
    };

    private static string Of(TypeModel element)
    {
        var facts = Describe(element);
        return facts.Length == 0 ? string.Empty : " Each: " + char.ToLowerInvariant(facts[0]) + facts.Substring(1);
    }

    /// <summary>The range of a quantized number, its steps and its worst error.</summary>
    public static string Describe(Quantization rule)
    {
        var range = rule.Wraps ? $"From {Short(rule.Min)} up to {Short(rule.Max)}, which is the same again" : $"From {Short(rule.Min)} to {Short(rule.Max)}";
        return $"{range}; sent as {rule.Wire.Keyword()} in steps of {Short(rule.Step)}, off by at most {Short(rule.MaxError)}.";
    }

    private static string Short(double value)
    {
        var text = value.ToString("G6", CultureInfo.InvariantCulture);
        var isExact = double.Parse(text, CultureInfo.InvariantCulture) == value;
        return (isExact ? string.Empty : "about ") + text.Replace("E-0", "e-").Replace("E", "e");
    }

    private static IEnumerable<string> Lines(IEnumerable<string> paragraphs)
    {
        var first = true;
        foreach (var paragraph in paragraphs)
        {
            if (!first)
                yield return string.Empty;
            first = false;
            // What would end the comment, or begin a tag, is taken apart.
            foreach (var line in paragraph.Replace("*/", "*\\/").Split('\n'))
                yield return line.TrimEnd();
        }
    }
}
