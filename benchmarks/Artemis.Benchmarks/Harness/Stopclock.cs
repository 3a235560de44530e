using System.Diagnostics;

namespace Artemis.Benchmarks.Harness;

/// <summary>
/// Times operations that are given as loops, so that nothing but a loop's increment is added to them. Those that are compared run in turn, round
/// by round, so that whatever else the machine does meets all of them alike; of each, the fastest tenth of its rounds tells: what makes a
/// round slower than others is not the operation.
/// </summary>
internal static class Stopclock
{
    private const int Rounds = 80;

    private static readonly TimeSpan RoundLength = TimeSpan.FromMilliseconds(3);

    private static readonly TimeSpan WarmUpLength = TimeSpan.FromMilliseconds(60);

    /// <summary>How often the JIT gets a pause in which to put its next tier in place.</summary>
    private const int WarmUpPauses = 3;

    /// <returns>For each operation, the nanoseconds that one takes.</returns>
    public static double[] Measure(params IReadOnlyList<Action<int>> operations)
    {
        foreach (var run in operations)
            WarmUp(run);
        var counts = operations.Select(Calibrate).ToArray();

        var nanoseconds = Array.ConvertAll(counts, _ => new double[Rounds]);
        for (var round = 0; round < Rounds; round++)
        {
            for (var i = 0; i < counts.Length; i++)
                nanoseconds[i][round] = Time(operations[i], counts[i]).TotalNanoseconds / counts[i];
        }

        return Array.ConvertAll(nanoseconds, Fast);
    }

    /// <summary>Bytes that one operation allocates, once it is warm.</summary>
    public static long Allocated(Action<int> run)
    {
        const int Count = 1024;
        var before = GC.GetAllocatedBytesForCurrentThread();
        run(Count);
        return (long)Math.Round((double)(GC.GetAllocatedBytesForCurrentThread() - before) / Count);
    }

    private static double Fast(double[] rounds)
    {
        Array.Sort(rounds);
        return rounds[rounds.Length / 10];
    }

    private static void WarmUp(Action<int> run)
    {
        for (var pause = 0; pause < WarmUpPauses; pause++)
        {
            var start = Stopwatch.GetTimestamp();
            do
                run(64);
            while (Stopwatch.GetElapsedTime(start) < WarmUpLength);
            Thread.Sleep(20);
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
