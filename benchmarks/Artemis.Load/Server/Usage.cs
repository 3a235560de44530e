using System.Diagnostics;

namespace Artemis.Load.Server;

/// <summary>Processor time and memory of some processes over a while.</summary>
/// <param name="pids">Which.</param>
internal sealed class Usage(IReadOnlyList<int> pids)
{
    private readonly Dictionary<int, double> _before = pids.ToDictionary(pid => pid, Unix.CpuSeconds);
    private readonly long _since = Stopwatch.GetTimestamp();

    /// <summary>Cores that were busy, since the beginning, and memory now.</summary>
    public (double CpuCores, double RssMiB) Measure()
    {
        var seconds = pids.Sum(pid => Unix.CpuSeconds(pid) - _before[pid]);
        return (seconds / Stopwatch.GetElapsedTime(_since).TotalSeconds, pids.Sum(Unix.RssMiB));
    }
}
