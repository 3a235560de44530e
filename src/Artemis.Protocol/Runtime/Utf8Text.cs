using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
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
    public static string Decode(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length is >= 8 and <= 32)
        {
            Chars32 buffer;
            Unsafe.SkipInit(out buffer);
            Span<char> characters = buffer;
            if (TryWiden(utf8, ref MemoryMarshal.GetReference(characters)))
                return new string(characters[..utf8.Length]);
        }

        return Ascii.IsValid(utf8)
            ? string.Create(utf8.Length, utf8, static (characters, bytes) => Ascii.ToUtf16(bytes, characters, out _))
            : Encoding.UTF8.GetString(utf8);
    }

    /// <summary>Widens 8 to 32 bytes, from both ends to the middle, if all of them are ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryWiden(ReadOnlySpan<byte> utf8, ref char characters)
    {
        ref var from = ref MemoryMarshal.GetReference(utf8);
        ref var to = ref Unsafe.As<char, ushort>(ref characters);
        var length = (nuint)utf8.Length;
        if (length < 16)
        {
            var first = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref from)).AsByte();
            var last = Vector128.CreateScalarUnsafe(Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref from, length - 8))).AsByte();
            Vector128.WidenLower(first).StoreUnsafe(ref to);
            Vector128.WidenLower(last).StoreUnsafe(ref to, length - 8);
            return ((first | last).AsUInt64().ToScalar() & 0x8080_8080_8080_8080) == 0;
        }

        var head = Vector128.LoadUnsafe(ref from);
        var tail = Vector128.LoadUnsafe(ref from, length - 16);
        Vector128.WidenLower(head).StoreUnsafe(ref to);
        Vector128.WidenUpper(head).StoreUnsafe(ref to, 8);
        Vector128.WidenLower(tail).StoreUnsafe(ref to, length - 16);
        Vector128.WidenUpper(tail).StoreUnsafe(ref to, length - 8);
        return (head | tail).ExtractMostSignificantBits() == 0;
    }

    [InlineArray(32)]
    private struct Chars32
    {
        private char first;
    }
}
