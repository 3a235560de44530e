using System.Collections.Concurrent;

namespace Artemis.Load.Players;

/// <summary>Finds out whether all consoles of a ship held the same state at the same tick.</summary>
internal sealed class DesyncCheck
{
    private readonly ConcurrentDictionary<(int Game, int Ship, uint Tick), long> _hashes = new();
    private int _desyncs;
    private long _compared;

    /// <summary>Times that a console held something else than the first one of its ship that told of the tick.</summary>
    public int Desyncs => Volatile.Read(ref _desyncs);

    /// <summary>Comparisons that were made.</summary>
    public long Compared => Interlocked.Read(ref _compared);

    /// <summary>A console's state at the end of a tick.</summary>
    public void Add(int game, int ship, uint tick, long hash)
    {
        if (_hashes.TryAdd((game, ship, tick), hash))
        {
            // Nobody is that far behind without having been closed.
            _hashes.TryRemove((game, ship, tick - 1200), out _);
            return;
        }

        Interlocked.Increment(ref _compared);
        if (_hashes.TryGetValue((game, ship, tick), out var first) && first != hash)
            Interlocked.Increment(ref _desyncs);
    }
}
