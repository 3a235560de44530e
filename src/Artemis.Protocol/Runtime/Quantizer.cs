using System.Runtime.CompilerServices;

namespace Artemis.Protocol.Runtime;

/// <summary>
/// The rule by which real numbers become codes, in 64-bit arithmetic and the same to the last bit in every language:
/// <c>code = floor((value − origin) / step + 0.5)</c>, then clamped, or taken modulo 2ⁿ on a range that wraps.
/// </summary>
public static class Quantizer
{
    /// <summary>The nearest whole number of steps within a range.</summary>
    /// <param name="steps"><c>(value − origin) / step</c>.</param>
    /// <param name="lowest">Smallest code; NaN becomes this.</param>
    /// <param name="highest">Largest code.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Clamp(double steps, double lowest, double highest)
    {
        var code = Math.Floor(steps + 0.5);
        return code > lowest ? (code < highest ? code : highest) : lowest;
    }

    /// <summary>The nearest whole number of steps on a circle.</summary>
    /// <param name="steps"><c>(value − origin) / step</c>.</param>
    /// <param name="count">Steps of the whole circle, a power of two.</param>
    /// <returns>A whole number in 0..count−1; 0 for NaN and infinities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Wrap(double steps, double count)
    {
        var code = Math.Floor(steps + 0.5);
        if (!double.IsFinite(code))
            return 0;
        return code - (Math.Floor(code / count) * count);
    }
}
