using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Expressions that turn the natural form of a number into its wire form and back.</summary>
internal sealed class Conversions(ProtocolModel model)
{
    private readonly HashSet<string> quantities = new(model.Quantities.Select(item => item.Name), StringComparer.Ordinal);

    /// <summary>The wire form of a natural value.</summary>
    public string ToWire(TypeModel type, string value) => type switch
    {
        QuantizedType { QuantityName: { } name } when quantities.Contains(name) => $"Quantities.{CSharpNames.Quantity(name)}.ToWire({value})",
        QuantizedType quantized => Quantize(quantized.Quantization, value),
        IntegerType { IsRestricted: true } integer => Clamp(integer, value),
        _ => value,
    };

    /// <summary>The natural form of a wire value.</summary>
    public string ToNatural(TypeModel type, string code) => type switch
    {
        QuantizedType { Quantization.Wire: ScalarKind.F32 or ScalarKind.F64 } => code,
        QuantizedType { QuantityName: { } name } when quantities.Contains(name) => $"Quantities.{CSharpNames.Quantity(name)}.FromWire({code})",
        QuantizedType quantized => Dequantize(quantized.Quantization, code),
        _ => code,
    };

    /// <summary>The condition under which a wire value is refused; null if none is.</summary>
    public static string? Refusal(TypeModel type, string code) => type switch
    {
        IntegerType { IsRestricted: true } integer => Outside(code, integer.Kind, integer.Min, integer.Max),
        QuantizedType { Quantization: { Wire: ScalarKind.F32 } rule } =>
            $"!({code} >= {NumberLiteral.Float(NumberLiteral.FloatAtLeast(rule.Min))} && {code} <= {NumberLiteral.Float(NumberLiteral.FloatAtMost(rule.Max))})",
        QuantizedType { Quantization: { IsRestricted: true } rule } => Outside(code, rule.Wire, rule.LowestCode, rule.HighestCode),
        _ => null,
    };

    /// <summary>The floor-and-clamp rule as an expression.</summary>
    public static string Quantize(Quantization rule, string value)
    {
        var fromOrigin = rule.Origin == 0 ? value : $"({value} - {NumberLiteral.Double(rule.Origin)})";
        if (rule.Origin < 0)
            fromOrigin = $"({value} + {NumberLiteral.Double(-rule.Origin)})";
        var steps = rule.Step == 1
            ? $"(double){fromOrigin}"
            : NumberLiteral.IsPowerOfTwo(rule.Step)
                ? $"{fromOrigin} * {NumberLiteral.Double(1 / rule.Step)}"
                : $"{fromOrigin} / {NumberLiteral.Double(rule.Step)}";
        var code = rule.Wraps
            ? $"Quantizer.Wrap({steps}, {NumberLiteral.Double(rule.HighestCode + 1.0)})"
            : $"Quantizer.Clamp({steps}, {NumberLiteral.Double(rule.LowestCode)}, {NumberLiteral.Double(rule.HighestCode)})";
        return rule.Wire.IsFloat()
            ? $"({CSharpTypes.Keyword(rule.Wire)})({code} * {NumberLiteral.Double(rule.Step)})"
            : $"({CSharpTypes.Keyword(rule.Wire)}){code}";
    }

    /// <summary>The value of a code as an expression.</summary>
    public static string Dequantize(Quantization rule, string code)
    {
        var distance = rule.Step == 1 ? $"(double){code}" : $"{code} * {NumberLiteral.Double(rule.Step)}";
        var value = rule.Origin == 0 ? distance : $"{NumberLiteral.Double(rule.Origin)} + ({distance})";
        return rule.Natural == ScalarKind.F32 ? $"(float)({value})" : $"({value})";
    }

    private static string Clamp(IntegerType type, string value)
    {
        var keyword = CSharpTypes.Keyword(type.Kind);
        var (min, max) = (NumberLiteral.Integer(type.Min), NumberLiteral.Integer(type.Max));
        if (type.Min == type.Kind.MinValue())
            return $"Math.Min({value}, ({keyword}){Parenthesized(max)})";
        return type.Max == type.Kind.MaxValue()
            ? $"Math.Max({value}, ({keyword}){Parenthesized(min)})"
            : $"Math.Clamp({value}, ({keyword}){Parenthesized(min)}, ({keyword}){Parenthesized(max)})";
    }

    private static string Outside(string code, ScalarKind kind, System.Numerics.BigInteger min, System.Numerics.BigInteger max)
    {
        var below = min == kind.MinValue() ? null : $"< {NumberLiteral.Integer(min)}";
        var above = max == kind.MaxValue() ? null : $"> {NumberLiteral.Integer(max)}";
        return below is not null && above is not null ? $"{code} is {below} or {above}" : $"{code} {below ?? above}";
    }

    private static string Parenthesized(string number) => number.StartsWith("-", StringComparison.Ordinal) ? $"({number})" : number;
}
