using System.Globalization;
using System.Numerics;
using System.Text;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Values as TypeScript writes them.</summary>
internal static class TsLiterals
{
    private static readonly BigInteger SafeLimit = (BigInteger.One << 53) - 1;

    /// <summary>A double that reads back as the same double.</summary>
    public static string Real(double value) =>
        double.IsNaN(value) ? "NaN"
        : double.IsPositiveInfinity(value) ? "Infinity"
        : double.IsNegativeInfinity(value) ? "-Infinity"
        : value.ToString("R", CultureInfo.InvariantCulture).Replace("E+", "e").Replace("E", "e");

    /// <summary>A whole number; a <c>bigint</c> if a number cannot hold it.</summary>
    public static string Integer(BigInteger value) =>
        BigInteger.Abs(value) <= SafeLimit ? value.ToString(CultureInfo.InvariantCulture) : BigInt(value);

    public static string BigInt(BigInteger value) => value.ToString(CultureInfo.InvariantCulture) + "n";

    public static string Hex(ulong value) => "0x" + value.ToString("x", CultureInfo.InvariantCulture);

    /// <summary>A text in single quotes.</summary>
    public static string Text(string value)
    {
        var text = new StringBuilder("'");
        foreach (var letter in value)
        {
            text.Append(letter switch
            {
                '\'' => "\\'",
                '\\' => "\\\\",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '\u007f' or '\u2028' or '\u2029' => "\\u" + ((int)letter).ToString("x4", CultureInfo.InvariantCulture),
                _ => letter.ToString(),
            });
        }

        return text.Append('\'').ToString();
    }

    public static string Bool(bool value) => value ? "true" : "false";
}
