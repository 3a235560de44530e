using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>The page of named numbers: ranges, steps, codes and worst errors.</summary>
internal static class QuantitiesPage
{
    public static string Of(ProtocolModel protocol)
    {
        var page = new Markdown()
            .Heading(1, "Quantities")
            .Paragraph("Numbers that many fields share. Those with a step lie on the wire as [codes](../wire-format.md#quantized-numbers): "
                + "value = origin + code × step.");
        foreach (var item in protocol.Quantities)
        {
            page.Heading(2, item.Name).Paragraph(item.Doc);
            page.Table(["", ""], Rows(item.Type));
        }

        return page.ToString();
    }

    private static IEnumerable<string[]> Rows(TypeModel type) => type switch
    {
        QuantizedType quantized => Rows(quantized.Quantization),
        IntegerType integer => [["Type", $"{integer.Kind.Keyword()}, sent as it is"], ["Range", $"{integer.Min} … {integer.Max}"]],
        FloatType real => [["Type", $"{real.Kind.Keyword()}, sent as it is"]],
        _ => [["Type", TypeText.Natural(type)]],
    };

    private static IEnumerable<string[]> Rows(Quantization rule)
    {
        yield return ["Type", rule.Natural.Keyword()];
        yield return ["Range", $"{TypeText.Number(rule.Min)} … {TypeText.Number(rule.Max)}{(rule.Wraps ? ", a circle: the last is the first again" : string.Empty)}"];
        yield return ["On the wire", rule.Wire.IsFloat() ? $"{rule.Wire.Keyword()}, the value itself, a whole number of steps" : $"{rule.Wire.Keyword()}, a code"];
        yield return ["Step", TypeText.Number(rule.Step)];
        yield return ["Origin", TypeText.Number(rule.Origin)];
        yield return ["Codes", $"{rule.LowestCode} … {rule.HighestCode}"];
        yield return ["Error ≤", TypeText.Bound(rule.MaxError)];
    }
}
