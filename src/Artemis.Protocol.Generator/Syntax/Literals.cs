using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.RegularExpressions;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>What number and text tokens mean.</summary>
internal static class Literals
{
    // No number of a protocol needs more, and reading a huge one takes quadratic time.
    private const int LongestNumber = 100;

    private static readonly Regex Whole = new("^(0[xX][0-9a-fA-F]+(_[0-9a-fA-F]+)*|[0-9]+(_[0-9]+)*)$", RegexOptions.CultureInvariant);

    private static readonly Regex Real = new(
        @"^[0-9]+(_[0-9]+)*(\.[0-9]+(_[0-9]+)*)?([eE][+-]?[0-9]+)?$", RegexOptions.CultureInvariant);

    private static readonly Regex VersionPattern = new(@"^([0-9]{1,4})\.([0-9]{1,4})$", RegexOptions.CultureInvariant);

    public static bool IsNumber(string text) =>
        text.Length <= LongestNumber && (Whole.IsMatch(text) || (Real.IsMatch(text) && !double.IsInfinity(RealOf(text))));

    /// <summary>The value of a whole number, or null if the text is not one.</summary>
    public static BigInteger? WholeOf(string text)
    {
        if (text.Length > LongestNumber || !Whole.IsMatch(text))
            return null;
        var digits = text.Replace("_", "");
        // The 0 in front keeps the first hexadecimal digit from being taken for a sign.
        return digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)
            ? BigInteger.Parse("0" + digits.Substring(2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)
            : BigInteger.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    /// <summary>The value of a number with a point or exponent.</summary>
    public static double RealOf(string text) =>
        double.TryParse(text.Replace("_", ""), NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.PositiveInfinity;

    /// <summary>The parts of <c>major.minor</c>, or null if the text is not that.</summary>
    public static (int Major, int Minor)? VersionOf(string text)
    {
        var match = VersionPattern.Match(text);
        return match.Success
            ? (int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))
            : null;
    }

    /// <summary>What stands between the quotes, with escapes replaced.</summary>
    public static string TextOf(string token)
    {
        var output = new StringBuilder();
        for (var i = 1; i < token.Length; i++)
        {
            if (token[i] == '\\' && i + 1 < token.Length)
            {
                i++;
                output.Append(token[i] switch { 'n' => '\n', 't' => '\t', var other => other });
            }
            else if (token[i] != '"')
            {
                output.Append(token[i]);
            }
        }

        return output.ToString();
    }
}
