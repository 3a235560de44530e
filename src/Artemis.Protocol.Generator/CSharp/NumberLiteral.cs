using System.Globalization;
using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Numbers as C# writes them.</summary>
internal static class NumberLiteral
{
    /// <summary>A double, in the fewest digits that read back as the same.</summary>
    public static string Double(double value)
    {
        var text = Shortest(value);
        return text.IndexOfAny(['.', 'E']) < 0 ? text + ".0" : text;
    }

    /// <summary>A float, likewise.</summary>
    public static string Float(float value)
    {
        foreach (var format in new[] { "G6", "G7", "G8", "G9" })
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            if (float.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(value))
                return text + "f";
        }

        return value.ToString("R", CultureInfo.InvariantCulture) + "f";
    }

    /// <summary>A whole number as an argument or operand of an integer kind.</summary>
    public static string Integer(BigInteger value) => value switch
    {
        _ when value == long.MinValue => "long.MinValue",
        _ when value == int.MinValue => "int.MinValue",
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>A mask or id in hexadecimal digits.</summary>
    public static string Hex(ulong value) => "0x" + value.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>The largest float that is at most a value.</summary>
    public static float FloatAtMost(double value)
    {
        var nearest = (float)value;
        return nearest > value ? Neighbour(nearest, -1) : nearest;
    }

    /// <summary>The smallest float that is at least a value.</summary>
    public static float FloatAtLeast(double value)
    {
        var nearest = (float)value;
        return nearest < value ? Neighbour(nearest, 1) : nearest;
    }

    /// <summary>Whether dividing by a number is the same, to the last bit, as multiplying by its inverse.</summary>
    public static bool IsPowerOfTwo(double value) => (BitConverter.DoubleToInt64Bits(value) & 0xfffffffffffffL) == 0;

    private static float Neighbour(float value, int direction)
    {
        var bits = BitConverter.ToInt32(BitConverter.GetBytes(value), 0);
        return BitConverter.ToSingle(BitConverter.GetBytes(bits + (value >= 0 ? direction : -direction)), 0);
    }

    private static string Shortest(double value)
    {
        foreach (var format in new[] { "G15", "G16" })
        {
            var text = value.ToString(format, CultureInfo.InvariantCulture);
            if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var back) && back.Equals(value))
                return text;
        }

        return value.ToString("G17", CultureInfo.InvariantCulture);
    }
}
