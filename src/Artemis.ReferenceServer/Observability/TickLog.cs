using System.Globalization;
using System.Text;

namespace Artemis.ReferenceServer.Observability;

/// <summary>
/// Every single tick of the last minutes, for one who wants percentiles and not buckets. Off unless asked for by
/// <c>ARTEMIS__TickLog=true</c>; a game then tells it at <c>/ticks</c>.
/// </summary>
public sealed class TickLog
{
    /// <summary>Ticks that are kept: almost seven minutes.</summary>
    public const int Capacity = 8192;

    // Counting allocated bytes exactly stops all threads for a moment, so it is done every five seconds.
    private const int CountEvery = 100;

    private readonly Lock _gate = new();
    private readonly TickTimes[] _ticks = new TickTimes[Capacity];
    private readonly (uint Tick, long Bytes)[] _allocated = new (uint, long)[Capacity / CountEvery];
    private long _count;
    private int _marks;

    /// <summary>The process's log; null if it is off.</summary>
    public static TickLog? Current { get; set; }

    /// <summary>Adds a tick.</summary>
    public void Add(in TickTimes times)
    {
        var bytes = times.Tick % CountEvery == 0 ? GC.GetTotalAllocatedBytes(precise: true) : 0;
        lock (_gate)
        {
            _ticks[_count++ % Capacity] = times;
            if (bytes > 0)
                _allocated[_marks++ % _allocated.Length] = (times.Tick, bytes);
        }
    }

    /// <summary>
    /// Writes the log: a line <c>allocated TICK BYTES</c> for each count of all bytes the process ever allocated, then a line
    /// <c>tick TICK LATENESS TOTAL PHASE…</c> for each tick, in ms.
    /// </summary>
    public string Write()
    {
        var text = new StringBuilder();
        lock (_gate)
        {
            for (var i = Math.Max(0, _marks - _allocated.Length); i < _marks; i++)
            {
                var (tick, bytes) = _allocated[i % _allocated.Length];
                text.Append(CultureInfo.InvariantCulture, $"allocated {tick} {bytes}\n");
            }

            for (var i = Math.Max(0, _count - Capacity); i < _count; i++)
                Append(text, in _ticks[i % Capacity]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, in TickTimes times)
    {
        text.Append(CultureInfo.InvariantCulture, $"tick {times.Tick} {times.LatenessMs} {times.TotalMs}");
        foreach (var phase in times.PhaseMs)
            text.Append(CultureInfo.InvariantCulture, $" {phase}");
        text.Append('\n');
    }
}
