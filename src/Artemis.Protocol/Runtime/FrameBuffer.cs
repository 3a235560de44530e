using System.Buffers;

namespace Artemis.Protocol.Runtime;

/// <summary>
/// A growing buffer for frames whose length is known only when they are done, such as messages. Its memory is pooled: dispose of it.
/// </summary>
public sealed class FrameBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] buffer;
    private int written;
    private int frameStart = -1;

    /// <summary>Makes an empty buffer.</summary>
    /// <param name="capacity">Bytes to have room for at first.</param>
    public FrameBuffer(int capacity = 1024) => buffer = ArrayPool<byte>.Shared.Rent(Math.Max(capacity, FrameHeader.Size));

    /// <summary>What was written so far: whole frames, if no frame is open.</summary>
    public ReadOnlySpan<byte> WrittenSpan => buffer.AsSpan(0, written);

    /// <summary>What was written so far; valid until the next write.</summary>
    public ReadOnlyMemory<byte> WrittenMemory => buffer.AsMemory(0, written);

    /// <summary>Bytes written so far.</summary>
    public int WrittenCount => written;

    /// <summary>Forgets what was written, and keeps the memory.</summary>
    public void Clear()
    {
        written = 0;
        frameStart = -1;
    }

    /// <summary>Leaves room for a header; the body is written next.</summary>
    /// <exception cref="EncodeException">A frame is open already.</exception>
    public void BeginFrame()
    {
        if (frameStart >= 0)
            throw new EncodeException("A frame is open already.");
        frameStart = written;
        GetSpan(FrameHeader.Size);
        Advance(FrameHeader.Size);
    }

    /// <summary>Fills in the header of the frame that was begun.</summary>
    /// <param name="magic">The protocol's magic word.</param>
    /// <param name="origin">Which side it comes from.</param>
    /// <param name="packetType">Which packet or message it holds.</param>
    /// <param name="frameLimit">Bytes of the largest frame, header included.</param>
    /// <exception cref="EncodeException">No frame is open, or it passes the limit; then it is taken back.</exception>
    public void EndFrame(uint magic, Origin origin, uint packetType, int frameLimit)
    {
        if (frameStart < 0)
            throw new EncodeException("No frame is open.");

        var start = frameStart;
        var length = written - start;
        frameStart = -1;
        if (length > frameLimit)
        {
            written = start;
            throw new EncodeException($"The frame has {length} bytes and the limit is {frameLimit}.");
        }

        new FrameHeader(magic, length, origin, packetType).Write(buffer.AsSpan(start));
    }

    /// <summary>Takes back the frame that was begun.</summary>
    public void CancelFrame()
    {
        if (frameStart >= 0)
            written = frameStart;
        frameStart = -1;
    }

    /// <inheritdoc/>
    public void Advance(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, buffer.Length - written);
        written += count;
    }

    /// <inheritdoc/>
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return buffer.AsMemory(written);
    }

    /// <inheritdoc/>
    public Span<byte> GetSpan(int sizeHint = 0)
    {
        EnsureRoom(sizeHint);
        return buffer.AsSpan(written);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        var rented = buffer;
        buffer = [];
        Clear();
        if (rented.Length > 0)
            ArrayPool<byte>.Shared.Return(rented);
    }

    private void EnsureRoom(int sizeHint)
    {
        var needed = Math.Max(sizeHint, 1);
        if (needed <= buffer.Length - written)
            return;

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(checked(written + needed), buffer.Length * 2));
        buffer.AsSpan(0, written).CopyTo(larger);
        if (buffer.Length > 0)
            ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
    }
}
