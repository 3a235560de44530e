using System.Globalization;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Spells bytes as hexadecimal digits in lower case, without gaps.</summary>
internal static class HexText
{
    public static string Of(IEnumerable<byte> bytes) =>
        string.Concat(bytes.Select(value => value.ToString("x2", CultureInfo.InvariantCulture)));
}
