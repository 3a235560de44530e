namespace Artemis.ReferenceServer.Transport;

/// <summary>
/// Frames to be used again, kept by size; each keeps its buffer for good. Safe for use by several threads.
/// </summary>
public sealed class FramePool
{
    /// <summary>What a small frame holds, in bytes: what clients say, and most object updates.</summary>
    public const int SmallCapacity = 4096;

    /// <summary>What a medium frame holds, in bytes: updates in battle, and snapshots.</summary>
    public const int MediumCapacity = 32 * 1024;

    /// <summary>What a large frame holds, in bytes. More than that is made for once.</summary>
    public const int LargeCapacity = 128 * 1024;

    private const int MaxKept = 256;

    // No Lock, which makes an event to wait on when it is first fought over.
    private readonly object _gate = new();
    private readonly Stack<SharedFrame> _small = new(MaxKept);
    private readonly Stack<SharedFrame> _medium = new(MaxKept);
    private readonly Stack<SharedFrame> _large = new(MaxKept);

    /// <summary>Takes a frame, held once.</summary>
    /// <param name="minimum">Least capacity in bytes.</param>
    public SharedFrame Rent(int minimum = SmallCapacity)
    {
        SharedFrame? frame = null;
        lock (_gate)
            StackOf(minimum)?.TryPop(out frame);
        frame ??= new SharedFrame(this, CapacityFor(minimum));
        frame.Prepare();
        return frame;
    }

    /// <summary>Makes frames ahead, so that a new peak of what is under way at once makes none.</summary>
    /// <param name="small">How many small ones there shall be at least.</param>
    /// <param name="medium">How many medium ones there shall be at least.</param>
    public void Fill(int small, int medium)
    {
        lock (_gate)
        {
            Fill(_small, small, SmallCapacity);
            Fill(_medium, medium, MediumCapacity);
        }
    }

    internal void Return(SharedFrame frame)
    {
        lock (_gate)
        {
            if (StackOf(frame.Capacity) is { Count: < MaxKept } stack)
                stack.Push(frame);
        }
    }

    private static int CapacityFor(int minimum) => minimum switch
    {
        <= SmallCapacity => SmallCapacity,
        <= MediumCapacity => MediumCapacity,
        <= LargeCapacity => LargeCapacity,
        _ => minimum,
    };

    private Stack<SharedFrame>? StackOf(int capacity) => capacity switch
    {
        <= SmallCapacity => _small,
        <= MediumCapacity => _medium,
        <= LargeCapacity => _large,
        _ => null,
    };

    private void Fill(Stack<SharedFrame> stack, int count, int capacity)
    {
        while (stack.Count < Math.Min(count, MaxKept))
            stack.Push(new SharedFrame(this, capacity));
    }
}
