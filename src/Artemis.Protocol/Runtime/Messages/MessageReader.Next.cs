using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.CompilerServices;
#if USE_MESSAGEPACK_CSHARP
using MessagePack;
#else
using Artemis.Protocol.MessagePack;
#endif

namespace Artemis.Protocol.Runtime;

/// <content>
/// Keys in the order of the schema, which most writers keep, and values in their usual format: both are looked at where they lie before the
/// place moves on once. Each method does nothing and returns true if another key comes next; the general methods do all that is left.
/// </content>
public ref partial struct MessageReader
{
    /// <summary>Takes the next key of a map if it is the expected one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextIs(ReadOnlySpan<byte> key)
    {
        if (!body[(int)reader.Consumed..].StartsWith(key))
            return false;
        Advance(key.Length);
        return true;
    }

    /// <summary>Reads a whole number within a range if its key comes next.</summary>
    /// <param name="key">The key.</param>
    /// <param name="min">Smallest.</param>
    /// <param name="max">Largest.</param>
    /// <param name="count">Pairs that are left in the map.</param>
    /// <param name="value">Gets the value.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next<T>(ReadOnlySpan<byte> key, T min, T max, ref int count, ref T? value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        if (!Follows(key, count, out var at))
            return true;
        count--;
        var small = T.CreateTruncating(body[at]);
        if (body[at] <= MessagePackCode.MaxFixInt && small >= min && small <= max)
        {
            Advance(key.Length + 1);
            value = small;
            return true;
        }

        Advance(key.Length);
        return ReadWide(key, min, max, out value);
    }

    /// <summary>Reads a member of an enum if its key comes next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextEnum<TEnum, TKind>(ReadOnlySpan<byte> key, ref int count, ref TEnum? value)
        where TEnum : unmanaged, Enum
        where TKind : unmanaged, IBinaryInteger<TKind>, IMinMaxValue<TKind>
    {
        if (!Follows(key, count, out var at))
            return true;
        count--;
        if (body[at] <= MessagePackCode.MaxFixInt)
        {
            value = Unsafe.BitCast<TKind, TEnum>(TKind.CreateTruncating(body[at]));
            Advance(key.Length + 1);
            return true;
        }

        Advance(key.Length);
        return ReadEnum<TEnum, TKind>(key, out value);
    }

    /// <summary>Reads true or false if its key comes next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(ReadOnlySpan<byte> key, ref int count, ref bool? value)
    {
        if (!Follows(key, count, out var at))
            return true;
        count--;
        if (body[at] is MessagePackCode.False or MessagePackCode.True)
        {
            value = body[at] == MessagePackCode.True;
            Advance(key.Length + 1);
            return true;
        }

        Advance(key.Length);
        return Read(key, out value);
    }

    /// <summary>Reads a text if its key comes next; what is ill-formed becomes U+FFFD.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(ReadOnlySpan<byte> key, int min, int max, ref int count, ref string? value)
    {
        if (!Follows(key, count, out var at))
            return true;
        count--;
        var length = body[at] - MessagePackCode.MinFixStr;
        if (length >= min && length <= Math.Min(max, MessagePackCode.MaxFixStr - MessagePackCode.MinFixStr) && length < body.Length - at)
        {
            Advance(key.Length + 1 + length);
            value = Utf8Text.Decode(body.Slice(at + 1, length));
            return true;
        }

        Advance(key.Length);
        return Read(key, min, max, out value);
    }

    /// <summary>Reads a UUID if its key comes next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Next(ReadOnlySpan<byte> key, ref int count, ref Guid? value)
    {
        if (!Follows(key, count, out _))
            return true;
        count--;
        Advance(key.Length);
        return Read(key, out value);
    }

    /// <summary>Whether a key comes next and something behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly bool Follows(ReadOnlySpan<byte> key, int count, out int at)
    {
        var start = (int)reader.Consumed;
        at = start + key.Length;
        return count > 0 && at < body.Length && body[start..].StartsWith(key);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool ReadWide<T>(ReadOnlySpan<byte> key, T min, T max, out T? value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        // Times and larger ids; no type of 8 or 16 bits has such a code within its range.
        var rest = body[(int)reader.Consumed..];
        if (!T.IsNegative(min) && rest.Length > sizeof(uint) && rest[0] == MessagePackCode.UInt32)
        {
            var whole = BinaryPrimitives.ReadUInt32BigEndian(rest[1..]);
            if (whole >= ulong.CreateTruncating(min) && whole <= ulong.CreateTruncating(max))
            {
                Advance(1 + sizeof(uint));
                value = T.CreateTruncating(whole);
                return true;
            }
        }

        return Read(key, min, max, out value);
    }
}
