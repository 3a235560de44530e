using System.Diagnostics;

namespace Artemis.ReferenceServer.Transport;

/// <summary>
/// Bytes that go to several connections. Each that still has to send them holds a reference; with the last one released, the
/// frame goes back to its pool.
/// </summary>
public sealed class SharedFrame
{
    private readonly FramePool _pool;
    private readonly byte[] _buffer;
    private int _references;

    internal SharedFrame(FramePool pool, int capacity)
    {
        _pool = pool;
        _buffer = GC.AllocateUninitializedArray<byte>(capacity);
    }

    /// <summary>How many bytes may be written.</summary>
    public int Capacity => _buffer.Length;

    /// <summary>How many bytes are of meaning.</summary>
    public int Length { get; set; }

    /// <summary>All bytes that may be written.</summary>
    public Span<byte> Buffer => _buffer;

    /// <summary>The bytes that are of meaning.</summary>
    public ReadOnlySpan<byte> Written => _buffer.AsSpan(0, Length);

    /// <summary>Part of the bytes, to be sent.</summary>
    public ReadOnlyMemory<byte> Slice(int offset, int length) => _buffer.AsMemory(offset, length);

    /// <summary>Adds a reference.</summary>
    public void Retain()
    {
        var references = Interlocked.Increment(ref _references);
        Debug.Assert(references > 1, "A frame was retained that nobody holds.");
    }

    /// <summary>Gives a reference up. The frame must not be touched afterwards.</summary>
    public void Release()
    {
        var references = Interlocked.Decrement(ref _references);
        Debug.Assert(references >= 0, "A frame was released once too often.");
        if (references == 0)
            _pool.Return(this);
    }

    internal void Prepare()
    {
        Length = 0;
        _references = 1;
    }
}
