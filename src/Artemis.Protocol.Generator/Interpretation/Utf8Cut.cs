namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Shortens text to a bound in bytes.</summary>
internal static class Utf8Cut
{
    /// <summary>The longest beginning of at most <paramref name="maxBytes"/> bytes that does not split a character.</summary>
    public static byte[] ToFit(byte[] utf8, int maxBytes)
    {
        if (utf8.Length <= maxBytes)
            return utf8;

        var length = maxBytes;
        while (length > 0 && IsContinuation(utf8[length]))
            length--;
        return [.. utf8.Take(length)];
    }

    private static bool IsContinuation(byte value) => (value & 0xc0) == 0x80;
}
