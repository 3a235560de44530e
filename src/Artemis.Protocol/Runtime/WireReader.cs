using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Artemis.Protocol.Runtime;

/// <summary>Walks over bytes. Whoever takes some asks first whether they are there.</summary>
public ref struct WireReader
{
    private readonly ReadOnlySpan<byte> source;
    private int position;

    /// <summary>Makes a reader.</summary>
    /// <param name="source">What to read.</param>
    /// <param name="position">Byte to begin at; at most the length of the source.</param>
    public WireReader(ReadOnlySpan<byte> source, int position = 0)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)position, (uint)source.Length);
        this.source = source;
        this.position = position;
    }

    /// <summary>Bytes read so far, counted from the source's start.</summary>
    public readonly int Position => position;

    /// <summary>Bytes left.</summary>
    public readonly int Remaining => source.Length - position;

    /// <summary>Whether nothing is left.</summary>
    public readonly bool IsAtEnd => position == source.Length;

    /// <summary>What is left, without taking it.</summary>
    public readonly ReadOnlySpan<byte> Rest => source[position..];

    /// <summary>Whether at least so many bytes are left.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly bool Has(int size) => (uint)size <= (uint)(source.Length - position);

    /// <summary>Takes bytes and gives the place of the first.</summary>
    /// <param name="size">How many; the caller has seen that <see cref="Has"/> them.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref readonly byte Take(int size)
    {
        var start = position;
        if (!Has(size))
            throw new InvalidOperationException("Bytes are taken that are not there.");
        position = start + size;
        return ref Unsafe.Add(ref MemoryMarshal.GetReference(source), start);
    }

    /// <summary>Takes bytes as a span.</summary>
    /// <param name="size">How many; the caller has seen that <see cref="Has"/> them.</param>
    public ReadOnlySpan<byte> TakeSpan(int size)
    {
        var taken = source.Slice(position, size);
        position += size;
        return taken;
    }

    /// <summary>Reads a byte that is 1 or 0.</summary>
    public DecodeStatus ReadFlag(out bool value)
    {
        value = false;
        if (!Has(1))
            return DecodeStatus.Truncated;
        var flag = Take(1);
        value = flag != 0;
        return flag > 1 ? DecodeStatus.OutOfRange : DecodeStatus.Ok;
    }

    /// <summary>Reads a count of 1 byte.</summary>
    public DecodeStatus ReadCount8(int min, int max, out int count)
    {
        count = 0;
        if (!Has(1))
            return DecodeStatus.Truncated;
        count = Take(1);
        return count < min || count > max ? DecodeStatus.OutOfRange : DecodeStatus.Ok;
    }

    /// <summary>Reads a count of 2 bytes.</summary>
    public DecodeStatus ReadCount16(int min, int max, out int count)
    {
        count = 0;
        if (!Has(2))
            return DecodeStatus.Truncated;
        count = Wire.LoadU16(in Take(2), 0);
        return count < min || count > max ? DecodeStatus.OutOfRange : DecodeStatus.Ok;
    }

    /// <summary><see cref="DecodeStatus.Ok"/> if nothing is left, else <see cref="DecodeStatus.TrailingBytes"/>.</summary>
    public readonly DecodeStatus End() => IsAtEnd ? DecodeStatus.Ok : DecodeStatus.TrailingBytes;
}
