using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <summary>The spelling of a UUID in 36 characters, as in <c>0f8fad5b-d9cb-469f-a165-70867728950e</c>.</summary>
internal static class UuidText
{
    /// <summary>Bytes of the spelling.</summary>
    public const int Length = 36;

    /// <summary>Reads a spelling, in either case of letters and without anything around it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Guid value)
    {
        value = default;
        if (text.Length != Length || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
            return false;

        // Characters 0–7, 9–12 and 14–17, then 19–22 and 24–35: the digits without the hyphens.
        ref var start = ref MemoryMarshal.GetReference(text);
        var bad = Vector128<byte>.Zero;
        var first = Nibbles(
            Vector128.Shuffle(Vector128.LoadUnsafe(ref start), Vector128.Create((byte)0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 11, 12, 14, 15, 128, 128))
            | Vector128.Shuffle(Vector128.LoadUnsafe(ref start, 2), Vector128.Create(128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 14, (byte)15)),
            ref bad);
        var second = Nibbles(
            Vector128.Shuffle(Vector128.LoadUnsafe(ref start, 19), Vector128.Create((byte)0, 1, 2, 3, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128, 128))
            | Vector128.Shuffle(Vector128.LoadUnsafe(ref start, 20), Vector128.Create(128, 128, 128, 128, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, (byte)15)),
            ref bad);
        if (bad != Vector128<byte>.Zero)
            return false;

        var bytes = Vector128.Narrow(Joined(first), Joined(second));
        // In memory a Guid begins with a number of 32 bits and two of 16.
        if (BitConverter.IsLittleEndian)
            bytes = Vector128.Shuffle(bytes, Vector128.Create((byte)3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15));
        value = Unsafe.BitCast<Vector128<byte>, Guid>(bytes);
        return true;
    }

    /// <summary>The values of 16 hexadecimal digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Nibbles(Vector128<byte> characters, ref Vector128<byte> bad)
    {
        var digits = characters - Vector128.Create((byte)'0');
        var letters = (characters | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a');
        var isDigit = Vector128.LessThanOrEqual(digits, Vector128.Create((byte)9));
        bad |= ~(isDigit | Vector128.LessThanOrEqual(letters, Vector128.Create((byte)5)));
        return Vector128.ConditionalSelect(isDigit, digits, letters + Vector128.Create((byte)10));
    }

    /// <summary>Bytes of two digits each, in lanes of 16 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<ushort> Joined(Vector128<byte> nibbles)
    {
        var pairs = nibbles.AsUInt16();
        var joined = BitConverter.IsLittleEndian ? (pairs << 4) | (pairs >> 8) : (pairs >> 4) | pairs;
        return joined & Vector128.Create((ushort)0xff);
    }
}
