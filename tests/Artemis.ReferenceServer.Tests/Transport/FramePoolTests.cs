using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Tests.Transport;

public class FramePoolTests
{
    [Theory]
    [InlineData(0, FramePool.SmallCapacity)]
    [InlineData(FramePool.SmallCapacity, FramePool.SmallCapacity)]
    [InlineData(FramePool.SmallCapacity + 1, FramePool.MediumCapacity)]
    [InlineData(FramePool.MediumCapacity + 1, FramePool.LargeCapacity)]
    [InlineData(FramePool.LargeCapacity + 1, FramePool.LargeCapacity + 1)]
    public void A_frame_has_the_smallest_size_that_holds_what_is_asked_for(int minimum, int capacity) =>
        Assert.Equal(capacity, new FramePool().Rent(minimum).Capacity);

    [Fact]
    public void A_frame_comes_back_empty_once_nobody_holds_it()
    {
        var pool = new FramePool();
        var frame = pool.Rent();
        frame.Length = 10;
        frame.Retain();
        frame.Release();
        Assert.NotSame(frame, pool.Rent());
        frame.Release();
        var again = pool.Rent();
        Assert.Same(frame, again);
        Assert.Equal(0, again.Length);
    }

    [Fact]
    public void A_small_frame_never_stands_in_for_a_larger_one()
    {
        var pool = new FramePool();
        pool.Rent().Release();
        Assert.Equal(FramePool.MediumCapacity, pool.Rent(FramePool.SmallCapacity + 1).Capacity);
    }

    [Fact]
    public void A_pool_that_was_filled_allocates_nothing()
    {
        var pool = new FramePool();
        var held = new SharedFrame[24];
        pool.Fill(small: 16, medium: 8);
        // Once before, so that all is compiled.
        TakeAndGiveBack(pool, held);
        var before = GC.GetAllocatedBytesForCurrentThread();
        TakeAndGiveBack(pool, held);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static void TakeAndGiveBack(FramePool pool, SharedFrame[] held)
    {
        for (var i = 0; i < held.Length; i++)
            held[i] = pool.Rent(i < 16 ? 100 : 10_000);
        foreach (var frame in held)
            frame.Release();
    }
}
