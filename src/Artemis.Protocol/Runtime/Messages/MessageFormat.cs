using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <summary>
/// Puts MessagePack values at a position and gives the position behind them, without any check of bounds: generated messages ask for room for
/// a run of keys and values at once and then use these. They are of no use to anything else.
/// </summary>
public static class MessageFormat
{
    /// <summary>Bytes to ask for beyond a run, because texts are stored in steps.</summary>
    public const int Slack = 16;

    private const int HeaderRoom = 5;

    /// <summary>Most bytes of a text with its header.</summary>
    /// <param name="text">The text.</param>
    /// <param name="max">The schema's bound in bytes.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int RoomFor(string? text, int max) => text is null ? 0 : HeaderRoom + (int)Math.Min((long)text.Length * 3, max);

    /// <summary>Bytes of a bin with its header.</summary>
    public static int RoomFor(byte[]? bytes) => bytes is null ? 0 : HeaderRoom + bytes.Length;

    /// <summary>Puts bytes that are MessagePack already, such as a key.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PutRaw(ref byte start, int position, ReadOnlySpan<byte> raw)
    {
        raw.CopyTo(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref start, position), raw.Length));
        return position + raw.Length;
    }

    /// <summary>Puts the header of a map.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PutMapHeader(ref byte start, int position, int count)
    {
        if (count > 15)
            return PutLength(ref start, position, 0xde, count);
        Unsafe.Add(ref start, position) = (byte)(0x80 | count);
        return position + 1;
    }

    /// <summary>Puts the header of an array.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int PutArrayHeader(ref byte start, int position, int count)
    {
        if (count > 15)
            return PutLength(ref start, position, 0xdc, count);
        Unsafe.Add(ref start, position) = (byte)(0x90 | count);
        return position + 1;
    }

    /// <summary>Puts true or false.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Put(ref byte start, int position, bool value)
    {
        Unsafe.Add(ref start, position) = (byte)(0xc2 + (value ? 1 : 0));
        return position + 1;
    }

    /// <summary>Puts a whole number of 8 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Put(ref byte start, int position, byte value)
    {
        ref var at = ref Unsafe.Add(ref start, position);
        at = value < 0x80 ? value : (byte)0xcc;
        Unsafe.Add(ref at, 1) = value;
        return position + 1 + (value >> 7);
    }

    /// <summary>Puts a whole number in its shortest format.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Put(ref byte start, int position, ulong value)
    {
        if (value > 0x7f)
            return PutWide(ref start, position, value);
        Unsafe.Add(ref start, position) = (byte)value;
        return position + 1;
    }

    /// <summary>Puts a whole number in its shortest format.</summary>
    public static int Put(ref byte start, int position, long value)
    {
        if (value >= 0)
            return Put(ref start, position, (ulong)value);

        ref var at = ref Unsafe.Add(ref start, position);
        switch (value)
        {
            case >= -32:
                at = (byte)value;
                return position + 1;
            case >= sbyte.MinValue:
                at = 0xd0;
                Unsafe.Add(ref at, 1) = (byte)value;
                return position + 2;
            case >= short.MinValue:
                at = 0xd1;
                BigEndian(ref at, (ushort)value);
                return position + 3;
            case >= int.MinValue:
                at = 0xd2;
                BigEndian(ref at, (uint)value);
                return position + 5;
            default:
                at = 0xd3;
                BigEndian(ref at, (ulong)value);
                return position + 9;
        }
    }

    /// <summary>Puts an IEEE 754 number of 32 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Put(ref byte start, int position, float value)
    {
        ref var at = ref Unsafe.Add(ref start, position);
        at = 0xca;
        BigEndian(ref at, BitConverter.SingleToUInt32Bits(value));
        return position + 5;
    }

    /// <summary>Puts an IEEE 754 number of 64 bits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Put(ref byte start, int position, double value)
    {
        ref var at = ref Unsafe.Add(ref start, position);
        at = 0xcb;
        BigEndian(ref at, BitConverter.DoubleToUInt64Bits(value));
        return position + 9;
    }

    /// <summary>Puts a UUID as text of 36 characters.</summary>
    public static int Put(ref byte start, int position, Guid value)
    {
        ref var at = ref Unsafe.Add(ref start, position);
        at = 0xd9;
        Unsafe.Add(ref at, 1) = UuidText.Length;
        value.TryFormat(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref at, 2), UuidText.Length), out _);
        return position + 2 + UuidText.Length;
    }

    /// <summary>Puts a text; what is too long is cut at a character boundary, a lone surrogate becomes U+FFFD.</summary>
    /// <exception cref="EncodeException">The text is shorter than the schema's minimum.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Put(ref byte start, int position, string text, int min, int max, string field)
    {
        // Most texts are short and ASCII: then bytes are characters, and the header is known beforehand.
        if (text.Length <= Math.Min(31, max) && text.Length >= min && TryPutAscii(ref Unsafe.Add(ref start, position + 1), text))
        {
            Unsafe.Add(ref start, position) = (byte)(0xa0 | text.Length);
            return position + 1 + text.Length;
        }

        return PutAnyText(ref start, position, text, min, max, field);
    }

    /// <summary>Puts bytes as a bin.</summary>
    /// <exception cref="EncodeException">There are more or fewer than the schema allows.</exception>
    public static int Put(ref byte start, int position, byte[] bytes, int min, int max, string field)
    {
        EncodeException.ThrowIfOutside(bytes.Length, min, max, field);
        ref var at = ref Unsafe.Add(ref start, position);
        if (bytes.Length <= byte.MaxValue)
        {
            at = 0xc4;
            Unsafe.Add(ref at, 1) = (byte)bytes.Length;
            return PutRaw(ref start, position + 2, bytes);
        }

        return PutRaw(ref start, PutLength(ref start, position, 0xc5, bytes.Length), bytes);
    }

    /// <summary>Stores a short text as ASCII; false, with nothing of use stored, if it is more than that.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool TryPutAscii(ref byte at, string text)
    {
        ref var characters = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text.AsSpan()));
        var length = text.Length;
        var seen = Vector128<ushort>.Zero;
        var i = 0;
        for (; i + 8 <= length; i += 8)
        {
            var eight = Vector128.LoadUnsafe(ref characters, (nuint)i);
            seen |= eight;
            Vector128.Narrow(eight, eight).GetLower().StoreUnsafe(ref at, (nuint)i);
        }

        uint rest = 0;
        for (; i < length; i++)
        {
            var one = Unsafe.Add(ref characters, i);
            rest |= one;
            Unsafe.Add(ref at, i) = (byte)one;
        }

        return rest < 0x80 && (seen & Vector128.Create((ushort)0xff80)) == Vector128<ushort>.Zero;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static int PutAnyText(ref byte start, int position, string text, int min, int max, string field)
    {
        // Written behind the widest header it may need, then moved up to the one that it gets.
        var most = (int)Math.Min((long)text.Length * 3, max);
        var to = MemoryMarshal.CreateSpan(ref Unsafe.Add(ref start, position), HeaderRoom + most);
        var length = Utf8Text.Encode(text, to.Slice(HeaderRoom, most));
        EncodeException.ThrowIfOutside(length, min, max, field);
        var behindHeader = length switch
        {
            <= 31 => One(ref start, position, (byte)(0xa0 | length)),
            <= byte.MaxValue => One(ref start, One(ref start, position, 0xd9), (byte)length),
            _ => PutLength(ref start, position, 0xda, length),
        };
        to.Slice(HeaderRoom, length).CopyTo(to[(behindHeader - position)..]);
        return behindHeader + length;
    }

    private static int One(ref byte start, int position, byte value)
    {
        Unsafe.Add(ref start, position) = value;
        return position + 1;
    }

    /// <summary>Puts a code for 16 bits of length, or the next code for 32 bits.</summary>
    private static int PutLength(ref byte start, int position, byte code16, int length)
    {
        ref var at = ref Unsafe.Add(ref start, position);
        if (length <= ushort.MaxValue)
        {
            at = code16;
            BigEndian(ref at, (ushort)length);
            return position + 3;
        }

        at = (byte)(code16 + 1);
        BigEndian(ref at, (uint)length);
        return position + 5;
    }

    private static int PutWide(ref byte start, int position, ulong value)
    {
        ref var at = ref Unsafe.Add(ref start, position);
        switch (value)
        {
            case <= byte.MaxValue:
                at = 0xcc;
                Unsafe.Add(ref at, 1) = (byte)value;
                return position + 2;
            case <= ushort.MaxValue:
                at = 0xcd;
                BigEndian(ref at, (ushort)value);
                return position + 3;
            case <= uint.MaxValue:
                at = 0xce;
                BigEndian(ref at, (uint)value);
                return position + 5;
            default:
                at = 0xcf;
                BigEndian(ref at, value);
                return position + 9;
        }
    }

    /// <summary>Stores a number behind a code.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void BigEndian<T>(ref byte code, T value)
        where T : unmanaged, System.Numerics.IBinaryInteger<T>
    {
        value.WriteBigEndian(MemoryMarshal.CreateSpan(ref Unsafe.Add(ref code, 1), Unsafe.SizeOf<T>()));
    }
}
