using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>The rule of <see cref="Quantization"/>, step by step.</summary>
public static class Quantizer
{
    /// <summary>The code of a value.</summary>
    public static long ToCode(Quantization rule, double value)
    {
        if (double.IsNaN(value))
            return rule.LowestCode;

        var code = Math.Floor(((value - rule.Origin) / rule.Step) + 0.5);
        if (rule.Wraps)
            return double.IsInfinity(code) ? rule.LowestCode : (long)Modulo(code, rule.HighestCode + 1.0);
        if (code <= rule.LowestCode)
            return rule.LowestCode;
        return code >= rule.HighestCode ? rule.HighestCode : (long)code;
    }

    /// <summary>The value of a code, rounded to the natural type.</summary>
    public static double ToValue(Quantization rule, long code)
    {
        var value = rule.Origin + (code * rule.Step);
        return rule.Natural == ScalarKind.F32 ? (float)value : value;
    }

    /// <summary>The value that arrives if this one is sent.</summary>
    public static double Snap(Quantization rule, double value) => ToValue(rule, ToCode(rule, value));

    private static double Modulo(double code, double count) => code - (Math.Floor(code / count) * count);
}
