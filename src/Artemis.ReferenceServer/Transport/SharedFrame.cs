using System.Buffers;
using System.Diagnostics;

namespace Artemis.ReferenceServer.Transport;

/// <summary>
/// Bytes that go to several connections. Each that still has to send them holds a reference; with the last one released, the
/// buffer goes back to its pool.
/// </summary>
public sealed class SharedFrame
{
    private readonly FramePool _pool;
    private byte[] _buffer = [];
    private int _references;

    internal SharedFrame(FramePool pool) => _pool = pool;

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

    internal void Prepare(int minimum)
    {
        if (_buffer.Length < minimum)
        {
            if (_buffer.Length > 0)
                ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = ArrayPool<byte>.Shared.Rent(minimum);
        }

        Length = 0;
        _references = 1;
    }
}

/// <summary>Frames to be used again. Safe for use by several threads.</summary>
public sealed class FramePool
{
    /// <summary>What a small frame holds at least, in bytes: most object updates fit.</summary>
    public const int SmallCapacity = 4096;

    private const int MaxKept = 256;
    private const int LargestKept = 128 * 1024;
    private readonly Lock _gate = new();
    private readonly Stack<SharedFrame> _small = new(MaxKept);
    private readonly Stack<SharedFrame> _large = new(MaxKept);

    /// <summary>Takes a frame, held once.</summary>
    /// <param name="minimum">Least capacity in bytes.</param>
    public SharedFrame Rent(int minimum = SmallCapacity)
    {
        SharedFrame? frame;
        lock (_gate)
        {
            if (!(minimum <= SmallCapacity ? _small : _large).TryPop(out frame))
                frame = new SharedFrame(this);
        }

        frame.Prepare(Math.Max(minimum, SmallCapacity));
        return frame;
    }

    internal void Return(SharedFrame frame)
    {
        if (frame.Capacity > LargestKept)
            return;
        lock (_gate)
        {
            var stack = frame.Capacity <= SmallCapacity ? _small : _large;
            if (stack.Count < MaxKept)
                stack.Push(frame);
        }
    }
}
