using System.Numerics;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Real numbers that show what quantization does. All of them are exact in the natural type.</summary>
internal static class QuantizedSamples
{
    public static double Of(Quantization rule, SampleSort sort, BigInteger pattern)
    {
        var middle = rule.LowestCode + (long)(pattern % ((BigInteger)rule.HighestCode - rule.LowestCode + 1));
        var span = rule.Max - rule.Min;
        return Natural(rule, sort switch
        {
            SampleSort.Minimal => Quantizer.ToValue(rule, rule.LowestCode),
            SampleSort.Maximal => Quantizer.ToValue(rule, rule.HighestCode),
            SampleSort.Above => rule.Max + (span / 8),
            SampleSort.Below => rule.Min - (span / 8),
            SampleSort.HalfWay => rule.Origin + ((middle + 0.5) * rule.Step),
            SampleSort.OffGrid => rule.Origin + ((middle - 0.25) * rule.Step),
            SampleSort.NotANumber => double.NaN,
            SampleSort.Infinite => double.PositiveInfinity,
            SampleSort.NegativeInfinite => double.NegativeInfinity,
            SampleSort.FullCircle => rule.Max,
            SampleSort.ManyCircles => Quantizer.ToValue(rule, middle) + (span * (pattern.IsEven ? 10 : -10)),
            _ => Quantizer.ToValue(rule, middle),
        });
    }

    private static double Natural(Quantization rule, double value) => rule.Natural == ScalarKind.F32 ? (float)value : value;
}
