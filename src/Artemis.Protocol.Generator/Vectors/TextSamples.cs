using System.Text;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Texts within, at and beyond their bounds, as UTF-8.</summary>
internal static class TextSamples
{
    private const int LongestWritten = 600;

    private static readonly string[] Words = ["Artemis", "Intrepid", "Aegir", "Diana", "Hera"];

    // Two bytes that are no pair, a byte that never is, a three-byte character cut short, an overlong 0, half a surrogate pair.
    private static readonly byte[] Broken = [0xc3, 0x28, 0xff, 0xe2, 0x82, 0x41, 0xc0, 0x80, 0xed, 0xa0, 0x80];

    public static byte[] Of(TextType type, SampleSort sort, int salt) => sort switch
    {
        SampleSort.Minimal => Repeat("x", type.MinBytes),
        SampleSort.Maximal => Repeat("abcdefghij", Math.Min(type.MaxBytes, LongestWritten)),
        SampleSort.TooLong when type.MaxBytes <= LongestWritten => [.. Repeat("y", type.MaxBytes - 1), .. Encoding.UTF8.GetBytes("🚀!")],
        SampleSort.MultiByte => Fit(type, "Aéヶ🚀"),
        SampleSort.IllFormed => [.. Padded(type, Broken).Take(type.MaxBytes)],
        _ => Fit(type, Words[salt % Words.Length]),
    };

    private static byte[] Fit(TextType type, string text)
    {
        var fitting = text;
        while (Encoding.UTF8.GetByteCount(fitting) > type.MaxBytes)
            fitting = fitting.Substring(0, fitting.Length - (char.IsLowSurrogate(fitting[fitting.Length - 1]) ? 2 : 1));
        return Padded(type, Encoding.UTF8.GetBytes(fitting));
    }

    private static byte[] Padded(TextType type, byte[] utf8) => [.. utf8, .. Repeat("x", type.MinBytes - utf8.Length)];

    private static byte[] Repeat(string text, int length) =>
        [.. Enumerable.Range(0, Math.Max(0, length)).Select(i => (byte)text[i % text.Length])];
}
