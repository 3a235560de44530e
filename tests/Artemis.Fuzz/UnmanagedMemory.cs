using System.Buffers;

namespace Artemis.Fuzz;

/// <summary>Memory outside the garbage collector's, for decoders that want <see cref="ReadOnlyMemory{T}"/>.</summary>
internal sealed unsafe class UnmanagedMemory : MemoryManager<byte>
{
    private static readonly UnmanagedMemory Shared = new();

    private byte* start;
    private int length;

    /// <summary>The same memory as a span that is not on the heap; good until the next call.</summary>
    public static ReadOnlyMemory<byte> Over(ReadOnlySpan<byte> span)
    {
        fixed (byte* pointer = span)
            Shared.start = pointer;
        Shared.length = span.Length;
        return Shared.Memory;
    }

    public override Span<byte> GetSpan() => new(start, length);

    public override MemoryHandle Pin(int elementIndex = 0) => new(start + elementIndex);

    public override void Unpin()
    {
    }

    protected override void Dispose(bool disposing)
    {
    }
}
