using System.Globalization;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Spells numbers the same on every machine.</summary>
internal static class NumberText
{
    /// <summary>The shortest spelling that reads back as the same 64-bit number; <c>NaN</c>, <c>Infinity</c>, <c>-Infinity</c>.</summary>
    public static string Of(double value)
    {
        if (double.IsNaN(value))
            return "NaN";
        if (double.IsInfinity(value))
            return value > 0 ? "Infinity" : "-Infinity";
        if (value == 0)
            return 1 / value < 0 ? "-0" : "0";

        var parts = value.ToString("R", CultureInfo.InvariantCulture).Split('E');
        return parts.Length == 1 ? parts[0] : $"{parts[0]}e{int.Parse(parts[1], CultureInfo.InvariantCulture)}";
    }
}
