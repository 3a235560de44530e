using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Artemis.Protocol.Runtime;

/// <summary>Fills a span from its start. Room is checked once for each run of bytes that is reserved.</summary>
public ref struct WireWriter
{
    private readonly Span<byte> destination;
    private int position;

    /// <summary>Makes a writer at the start of a span.</summary>
    public WireWriter(Span<byte> destination) => this.destination = destination;

    /// <summary>Bytes written so far.</summary>
    public readonly int Position => position;

    /// <summary>Bytes that there is still room for.</summary>
    public readonly int Remaining => destination.Length - position;

    /// <summary>Takes room for some bytes and gives the place of the first; all of them must then be stored.</summary>
    /// <exception cref="EncodeException">There is too little room.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ref byte Reserve(int size)
    {
        var start = position;
        if (size > destination.Length - start)
            ThrowNoRoom(size);
        position = start + size;
        return ref Unsafe.Add(ref MemoryMarshal.GetReference(destination), start);
    }

    /// <summary>Writes a byte that is 1 or 0.</summary>
    public void WriteFlag(bool value) => Reserve(1) = value ? (byte)1 : (byte)0;

    /// <summary>Writes a count of 1 byte.</summary>
    /// <exception cref="EncodeException">The count is out of bounds, or there is too little room.</exception>
    public void WriteCount8(int count, int min, int max, string field)
    {
        EncodeException.ThrowIfOutside(count, min, max, field);
        Reserve(1) = (byte)count;
    }

    /// <summary>Writes a count of 2 bytes.</summary>
    /// <exception cref="EncodeException">The count is out of bounds, or there is too little room.</exception>
    public void WriteCount16(int count, int min, int max, string field)
    {
        EncodeException.ThrowIfOutside(count, min, max, field);
        Wire.Store(ref Reserve(2), 0, (ushort)count);
    }

    /// <summary>Writes bytes as they are.</summary>
    /// <exception cref="EncodeException">There is too little room.</exception>
    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        Reserve(bytes.Length);
        bytes.CopyTo(destination[(position - bytes.Length)..]);
    }

    [DoesNotReturn]
    private readonly void ThrowNoRoom(int size) => throw EncodeException.NoRoom(position + size, destination.Length);
}
