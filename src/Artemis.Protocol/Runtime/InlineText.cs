using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <summary>Reads short texts and bytes, counted by 1 byte, to where they are kept: a count, then all bytes that there is room for.</summary>
public static class InlineText
{
    /// <summary>Goes past a text if it is one.</summary>
    /// <param name="source">Where it lies.</param>
    /// <param name="length">How many of the source's bytes count.</param>
    /// <param name="min">Fewest bytes that it may have.</param>
    /// <param name="max">Most bytes that it may have.</param>
    /// <param name="position">Where its count lies; then the position behind it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static DecodeStatus Check(ReadOnlySpan<byte> source, int length, int min, int max, ref nuint position)
    {
        if (position >= (nuint)length)
            return DecodeStatus.Truncated;
        int count = Unsafe.Add(ref MemoryMarshal.GetReference(source), position);
        if (count < min || count > max)
            return DecodeStatus.OutOfRange;
        position += 1 + (nuint)count;
        return position > (nuint)length ? DecodeStatus.Truncated : DecodeStatus.Ok;
    }

    /// <summary>Copies a text that was checked. What there is room for behind it becomes zero.</summary>
    /// <param name="source">Where it lies; at least 16 bytes.</param>
    /// <param name="position">Where its count lies.</param>
    /// <param name="text">Gets its count and bytes.</param>
    /// <param name="capacity">Bytes that there is room for behind the count, 16 or more.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fill<T>(ReadOnlySpan<byte> source, nuint position, ref T text, int capacity)
        where T : unmanaged
    {
        ref var target = ref Unsafe.As<T, byte>(ref text);
        var count = source[(int)position];
        target = count;
        Part(source, position + 1, count).StoreUnsafe(ref target, 1);
        for (var start = Vector128<byte>.Count; start < capacity - Vector128<byte>.Count; start += Vector128<byte>.Count)
            Part(source, position + 1 + (nuint)start, count - start).StoreUnsafe(ref target, 1 + (nuint)start);

        // The last 16 bytes overlap those before them if the capacity is no multiple of 16.
        var last = capacity - Vector128<byte>.Count;
        Part(source, position + 1 + (nuint)last, count - last).StoreUnsafe(ref target, 1 + (nuint)last);
    }

    /// <summary>The bytes from a position on, with zeros behind the first so many.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Part(ReadOnlySpan<byte> source, nuint position, int count)
    {
        // Near its end the source is read earlier by what would be too far.
        var start = Math.Min((nint)position, (nint)(uint)source.Length - Vector128<byte>.Count);
        var bytes = Vector128.LoadUnsafe(ref MemoryMarshal.GetReference(source), (nuint)start);
        var behind = Vector128.GreaterThanOrEqual(Vector128<sbyte>.Indices, Vector128.Create((sbyte)Math.Max(count, 0))).AsByte();
        return FieldGroup.Shuffle(bytes, (Vector128<byte>.Indices + Vector128.Create((byte)((nint)position - start))) | (behind & Vector128.Create(GroupTables.Nothing)));
    }
}
