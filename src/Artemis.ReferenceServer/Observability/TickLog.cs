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

    private readonly Lock _gate = new();
    private readonly Entry[] _ticks = new Entry[Capacity];
    private long _count;
    private long _allocated;
    private int _housekeeping;

    /// <summary>The process's log; null if it is off.</summary>
    public static TickLog? Current { get; set; }

    /// <summary>
    /// The web server has done what it does once a second whatever happens: among other things it writes the date anew, for headers of
    /// answers. That allocates, and has nothing to do with the game.
    /// </summary>
    public void NoteHousekeeping() => Volatile.Write(ref _housekeeping, 1);

    /// <summary>Adds a tick, with what all threads of the process allocated since the one before.</summary>
    public void Add(in TickTimes times)
    {
        // To count exactly stops all threads for a moment, which is why nobody does this who does not measure.
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var isSteady = Interlocked.Exchange(ref _housekeeping, 0) == 0 && times.IsSteady;
        lock (_gate)
            _ticks[_count++ % Capacity] = new Entry(times, allocated - _allocated, isSteady);
        _allocated = allocated;
    }

    /// <summary>
    /// Writes the log: a line <c>tick TICK LATENESS TOTAL ALLOCATED STEADY PHASE…</c> for each tick. Times are in ms, allocated are bytes since the
    /// tick before, and 1 stands for a steady tick: one in which no words were written, and the web server did no housekeeping.
    /// </summary>
    public string Write()
    {
        var text = new StringBuilder();
        lock (_gate)
        {
            for (var i = Math.Max(0, _count - Capacity); i < _count; i++)
                Append(text, in _ticks[i % Capacity]);
        }

        return text.ToString();
    }

    private static void Append(StringBuilder text, in Entry entry)
    {
        ref readonly var times = ref entry.Times;
        text.Append(
            CultureInfo.InvariantCulture,
            $"tick {times.Tick} {times.LatenessMs} {times.TotalMs} {entry.Allocated} {(entry.IsSteady ? 1 : 0)}");
        foreach (var phase in times.PhaseMs)
            text.Append(CultureInfo.InvariantCulture, $" {phase}");
        text.Append('\n');
    }

    private readonly struct Entry(in TickTimes times, long allocated, bool isSteady)
    {
        public readonly TickTimes Times = times;
        public readonly bool IsSteady = isSteady;
        public readonly long Allocated = allocated;
    }
}
