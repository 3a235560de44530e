using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>The arithmetic behind quantities, free of syntax.</summary>
internal static class QuantizationMath
{
    /// <summary>Codes beyond this are not exact in the 64-bit arithmetic that every language computes them in.</summary>
    public const long LargestCode = 1L << 53;

    /// <summary>Whole numbers up to this are exact in an f32.</summary>
    private const double LargestExactInF32 = 1 << 24;

    private const double SmallestF32 = 1.401298464324817e-45;

    public static bool IsPowerOfTwo(double value)
    {
        if (value <= 0 || double.IsInfinity(value))
            return false;
        var bits = BitConverter.DoubleToInt64Bits(value);
        var mantissa = bits & 0xfffffffffffffL;
        var isSubnormal = bits >> 52 == 0;
        return isSubnormal ? (mantissa & (mantissa - 1)) == 0 : mantissa == 0;
    }

    /// <summary>
    /// How many steps a value is from the origin, if it is a whole number of them as near as fractions such as 0.01 or 1/7 allow, which
    /// are not exact themselves.
    /// </summary>
    public static double? WholeSteps(double value, double origin, double step)
    {
        var quotient = (value - origin) / step;
        var nearest = Math.Round(quotient);
        var operands = Ulp64(Math.Max(Math.Abs(value), Math.Abs(origin))) / step;
        var tolerance = Math.Min(0.01, 16 * (operands + Ulp64(Math.Max(1, Math.Abs(quotient)))));
        return Math.Abs(quotient - nearest) <= tolerance ? nearest : null;
    }

    /// <summary>Whether every multiple of a power of two up to a magnitude is an f32.</summary>
    public static bool IsExactInF32(double step, double magnitude) =>
        step >= SmallestF32 && magnitude / step <= LargestExactInF32 && magnitude <= float.MaxValue;

    /// <summary>
    /// An upper bound of the difference between a value of the range and what arrives: half a step, and what rounding in 64 bits and
    /// to the natural type can add. Half a step exactly where the grid is exact.
    /// </summary>
    public static double MaxError(ScalarKind natural, double min, double max, double step, double origin, long lowest, long highest)
    {
        var magnitude = Math.Max(Math.Abs(min), Math.Abs(max));
        if (natural == ScalarKind.F32 && IsPowerOfTwo(step) && WholeSteps(origin, 0, step) is not null
            && IsExactInF32(step, Math.Max(magnitude, Math.Abs(origin))))
            return step / 2;
        var offGrid = Math.Max(Math.Abs(origin + (lowest * step) - min), EndGap(max, step, origin, highest));
        var toNatural = natural == ScalarKind.F32 ? Ulp32(magnitude) / 2 : 0;
        return (step / 2) + offGrid + toNatural + (4 * Ulp64(Math.Max(magnitude, max - min)));
    }

    /// <summary>How far the last code is from the end of the range; on a circle they differ by a whole step, which is no error.</summary>
    private static double EndGap(double max, double step, double origin, long highest)
    {
        var gap = Math.Abs(max - (origin + (highest * step)));
        return gap > step / 2 ? 0 : gap;
    }

    private static double Ulp32(double value) => Math.Pow(2, Math.Max(Exponent(value), -126) - 23);

    private static double Ulp64(double value) => Math.Pow(2, Math.Max(Exponent(value), -1022) - 52);

    private static int Exponent(double value)
    {
        var biased = (int)((BitConverter.DoubleToInt64Bits(value) >> 52) & 0x7ff);
        return biased == 0 ? -1022 : biased - 1023;
    }
}
