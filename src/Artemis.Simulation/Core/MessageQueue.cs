namespace Artemis.Simulation;

/// <summary>Messages that will arrive later.</summary>
internal sealed class MessageQueue
{
    private Pending[] _pending = new Pending[64];
    private int _count;

    public void Add(uint tick, in GameEvent message)
    {
        if (_count == _pending.Length) Array.Resize(ref _pending, _count * 2);
        _pending[_count++] = new Pending { Tick = tick, Message = message };
    }

    /// <summary>Moves what has arrived into the events, in the order in which it was sent.</summary>
    public void Deliver(uint tick, EventBuffer events)
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (_pending[i].Tick <= tick) events.Add(in _pending[i].Message);
            else _pending[kept++] = _pending[i];
        }
        _pending.AsSpan(kept, _count - kept).Clear();
        _count = kept;
    }

    private struct Pending
    {
        public uint Tick;
        public GameEvent Message;
    }
}
