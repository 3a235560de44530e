namespace Artemis.Simulation;

/// <summary>The events of a tick; filled anew each tick without allocating.</summary>
internal sealed class EventBuffer
{
    private GameEvent[] _events = new GameEvent[256];
    private int _count;

    public ReadOnlySpan<GameEvent> Events => _events.AsSpan(0, _count);

    public void Add(in GameEvent happened)
    {
        if (_count == _events.Length) Array.Resize(ref _events, _count * 2);
        _events[_count++] = happened;
    }

    public void Clear()
    {
        _events.AsSpan(0, _count).Clear();
        _count = 0;
    }
}
