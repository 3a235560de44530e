using System.Diagnostics;

namespace Artemis.Benchmarks.Harness;

/// <summary>
/// Times an operation that is given as a loop, so that nothing but a loop's increment is added to it. Warms up until the JIT has its final
/// code, finds how many operations fill a short round, and takes the lower quartile of many rounds. What makes a round slower than others
/// is what else the machine does, not the operation.
/// </summary>
internal static class Stopclock
{
    private const int Rounds = 60;

    private static readonly TimeSpan RoundLength = TimeSpan.FromMilliseconds(6);

    private static readonly TimeSpan WarmUpLength = TimeSpan.FromMilliseconds(60);

    /// <summary>How often the JIT gets a pause in which to put its next tier in place; it waits 100 ms for quiet first.</summary>
    private const int WarmUpPauses = 3;

    /// <returns>Nanoseconds of one operation and the bytes that it allocates.</returns>
    public static (double Nanoseconds, long Allocated) Measure(Action<int> run)
    {
        WarmUp(run);
        var count = Calibrate(run);

        var nanoseconds = new double[Rounds];
        for (var round = 0; round < Rounds; round++)
            nanoseconds[round] = Time(run, count).TotalNanoseconds / count;
        Array.Sort(nanoseconds);

        var before = GC.GetAllocatedBytesForCurrentThread();
        run(count);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        return (nanoseconds[Rounds / 4], (long)Math.Round((double)allocated / count));
    }

    private static void WarmUp(Action<int> run)
    {
        for (var pause = 0; pause < WarmUpPauses; pause++)
        {
            var start = Stopwatch.GetTimestamp();
            do
                run(64);
            while (Stopwatch.GetElapsedTime(start) < WarmUpLength);
            Thread.Sleep(120);
        }
    }

    private static int Calibrate(Action<int> run)
    {
        var count = 64;
        while (true)
        {
            var time = Time(run, count);
            if (time >= RoundLength / 2)
                return (int)Math.Clamp(count * (RoundLength / time), 1, int.MaxValue / 2);
            count *= 2;
        }
    }

    private static TimeSpan Time(Action<int> run, int count)
    {
        var start = Stopwatch.GetTimestamp();
        run(count);
        return Stopwatch.GetElapsedTime(start);
    }
}
