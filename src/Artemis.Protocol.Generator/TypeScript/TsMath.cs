using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Expressions that turn natural numbers into wire values and back.</summary>
internal static class TsMath
{
    /// <summary>A natural number's code; a snapped float's value.</summary>
    public static string Quantize(TsModule module, QuantizedType type, string value) =>
        type.QuantityName is { } name
            ? $"{module.Value(module.Output.Names.QuantitiesModule, module.Output.Names.Derived("quantize" + name))}({value})"
            : QuantizeInline(module, type.Quantization, value);

    /// <summary>The natural number of a code; a snapped float is its own.</summary>
    public static string Dequantize(TsModule module, QuantizedType type, string code) =>
        type.Quantization.Wire.IsFloat() ? code
        : type.QuantityName is { } name
            ? $"{module.Value(module.Output.Names.QuantitiesModule, module.Output.Names.Derived("dequantize" + name))}({code})"
            : DequantizeInline(type.Quantization, code);

    public static string QuantizeInline(TsModule module, Quantization rule, string value)
    {
        // Natural values are 32-bit floats in every language, whatever precision the caller has.
        var natural = rule.Natural == ScalarKind.F32 ? $"Math.fround({value})" : value;
        var origin = TsLiterals.Real(rule.Origin);
        var step = TsLiterals.Real(rule.Step);
        if (rule.Wraps)
        {
            var wrapped = $"{module.Runtime("toWrappedCode")}({natural}, {origin}, {step}, {TsLiterals.Real(rule.HighestCode + 1.0)})";
            return TsTypes.IsBig(rule.Wire) ? $"BigInt({wrapped})" : wrapped;
        }

        var code = $"{module.Runtime("toCode")}({natural}, {origin}, {step}, {rule.LowestCode}, {rule.HighestCode})";
        return TsTypes.IsBig(rule.Wire) ? $"BigInt({code})"
            : rule.Wire.IsFloat() ? DequantizeInline(rule, code)
            : code;
    }

    /// <summary>
    /// Quantizing without a call, for functions with many fields, which engines would not inline all: a statement that sets the local
    /// <c>code</c>, or null, and an expression for the wire value.
    /// </summary>
    public static (string? Statement, string Value) QuantizeUnrolled(Quantization rule, string value)
    {
        var natural = rule.Natural == ScalarKind.F32 ? $"Math.fround({value})" : value;
        var shifted = rule.Origin == 0 ? natural : $"({natural} - {TsLiterals.Real(rule.Origin)})".Replace("- -", "+ ");
        var scaled = rule.Step == 1 ? shifted : $"{shifted} / {TsLiterals.Real(rule.Step)}";
        var code = $"Math.floor({scaled} + 0.5)";
        // Conversion to 32 bits is the modulo of any number, and makes 0 of what is none.
        if (rule.Wraps)
            return (null, rule.HighestCode == uint.MaxValue ? $"{code} >>> 0" : $"{code} & {TsLiterals.Hex((ulong)rule.HighestCode)}");

        var clamped = $"code >= {rule.HighestCode} ? {rule.HighestCode} : code > {rule.LowestCode} ? code : {rule.LowestCode}";
        var wire = TsTypes.IsBig(rule.Wire) ? $"BigInt({clamped})"
            : rule.Wire.IsFloat() ? DequantizeInline(rule, $"({clamped})")
            : clamped;
        return ($"code = {code};", wire);
    }

    /// <summary>Dequantizing without a call, likewise; a snapped float is its own.</summary>
    public static string DequantizeUnrolled(Quantization rule, string code) =>
        rule.Wire.IsFloat() ? code : DequantizeInline(rule, code);

    public static string DequantizeInline(Quantization rule, string code)
    {
        var number = TsTypes.IsBig(rule.Wire) ? $"Number({code})" : code;
        var scaled = rule.Step == 1 ? number : $"{number} * {TsLiterals.Real(rule.Step)}";
        var value = rule.Origin == 0 ? scaled : $"{TsLiterals.Real(rule.Origin)} + {scaled}";
        return rule.Natural == ScalarKind.F32 && !IsExact(rule) ? $"Math.fround({value})" : value;
    }

    /// <summary>Whether every value is a 32-bit float as it is, so that rounding would do nothing.</summary>
    private static bool IsExact(Quantization rule)
    {
        const long exactLimit = 1 << 24;
        return rule.Origin == 0
            && rule.LowestCode >= -exactLimit
            && rule.HighestCode <= exactLimit
            && IsPowerOfTwo(rule.Step);
    }

    private static bool IsPowerOfTwo(double step)
    {
        var bits = BitConverter.DoubleToInt64Bits(step);
        return (bits & 0x000fffffffffffff) == 0 && step is >= 1e-30 and <= 1e30;
    }
}
