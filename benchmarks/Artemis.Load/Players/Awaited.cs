using System.Diagnostics;
using Artemis.Client;

namespace Artemis.Load.Players;

/// <summary>The first effects of orders that a console waits to see.</summary>
/// <param name="book">Gets how long it took.</param>
internal sealed class Awaited(LatencyBook book)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly List<(string Action, uint Sequence, long Since, Func<World, bool> IsSeen)> _effects = [];

    /// <summary>Begins to wait. An older order of the same kind, whose effect has not been seen, is waited for no more.</summary>
    public void Begin(string action, uint sequence, Func<World, bool> isSeen)
    {
        lock (_gate)
        {
            _effects.RemoveAll(effect => effect.Action == action);
            _effects.Add((action, sequence, Stopwatch.GetTimestamp(), isSeen));
        }
    }

    /// <summary>An order was refused and will have no effect.</summary>
    public void Refused(uint sequence)
    {
        lock (_gate)
            _effects.RemoveAll(effect => effect.Sequence == sequence);
    }

    /// <summary>The world has moved on.</summary>
    public void Look(World world)
    {
        lock (_gate)
        {
            for (var i = _effects.Count - 1; i >= 0; i--)
            {
                var (action, _, since, isSeen) = _effects[i];
                var seen = isSeen(world);
                var waited = Stopwatch.GetElapsedTime(since);
                if (seen)
                    book.Add(action, waited.TotalMilliseconds);
                if (seen || waited > Patience)
                    _effects.RemoveAt(i);
            }
        }
    }
}
