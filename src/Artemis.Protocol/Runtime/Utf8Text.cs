using System.Text;
using System.Text.Unicode;

namespace Artemis.Protocol.Runtime;

/// <summary>What inline texts do with UTF-8.</summary>
public static class Utf8Text
{
    /// <summary>The longest beginning of a text that fits in a number of bytes and does not split a character.</summary>
    public static ReadOnlySpan<byte> Cut(ReadOnlySpan<byte> utf8, int maxBytes)
    {
        if (utf8.Length <= maxBytes)
            return utf8;

        var length = maxBytes;
        while (length > 0 && (utf8[length] & 0xc0) == 0x80)
            length--;
        return utf8[..length];
    }

    /// <summary>
    /// Writes as many whole characters as there is room for; a lone surrogate becomes U+FFFD.
    /// </summary>
    /// <returns>Bytes written.</returns>
    public static int Encode(ReadOnlySpan<char> text, Span<byte> destination)
    {
        Utf8.FromUtf16(text, destination, out _, out var written);
        return written;
    }

    /// <summary>The text as a string; what is ill-formed becomes U+FFFD.</summary>
    public static string Decode(ReadOnlySpan<byte> utf8) => Ascii.IsValid(utf8)
        ? string.Create(utf8.Length, utf8, static (characters, bytes) => Ascii.ToUtf16(bytes, characters, out _))
        : Encoding.UTF8.GetString(utf8);
}
