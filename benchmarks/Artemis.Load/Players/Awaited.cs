using System.Diagnostics;
using Artemis.Client;

namespace Artemis.Load.Players;

/// <summary>Effects of orders that a console waits to see.</summary>
/// <param name="book">Gets how long it took.</param>
internal sealed class Awaited(LatencyBook book)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);
    private readonly Lock _gate = new();
    private readonly List<(string Action, long Since, Func<World, bool> IsSeen)> _effects = [];

    /// <summary>Begins to wait, unless the same is waited for already.</summary>
    public void Begin(string action, Func<World, bool> isSeen)
    {
        lock (_gate)
        {
            if (!_effects.Exists(effect => effect.Action == action))
                _effects.Add((action, Stopwatch.GetTimestamp(), isSeen));
        }
    }

    /// <summary>An order will have no effect.</summary>
    public void Forget(string action)
    {
        lock (_gate)
            _effects.RemoveAll(effect => effect.Action == action);
    }

    /// <summary>The world has moved on.</summary>
    public void Look(World world)
    {
        lock (_gate)
        {
            for (var i = _effects.Count - 1; i >= 0; i--)
            {
                var (action, since, isSeen) = _effects[i];
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
