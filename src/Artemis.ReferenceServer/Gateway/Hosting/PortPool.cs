namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>
/// Gives out the ports of games, each to one game at a time. The port that has been free longest goes first, so that a
/// client of a game that ended does not find a stranger's game under the old address at once.
/// </summary>
/// <remarks>Safe for use by several threads.</remarks>
public sealed class PortPool
{
    private readonly Lock _gate = new();
    private readonly LinkedList<int> _free = new();
    private readonly HashSet<int> _taken = [];
    private readonly PortRange _range;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _opensAt;

    /// <summary>Makes a pool of all ports of the range.</summary>
    /// <param name="range">The ports.</param>
    /// <param name="quarantine">Time from now in which no port is given out, for games to claim those they hold.</param>
    /// <param name="time">The clock.</param>
    public PortPool(PortRange range, TimeSpan quarantine, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(time);
        _range = range;
        _time = time;
        _opensAt = time.GetUtcNow() + quarantine;
        for (var port = range.First; !range.IsAny && port <= range.Last; port++)
            _free.AddLast(port);
    }

    /// <summary>The ports.</summary>
    public PortRange Range => _range;

    /// <summary>How many ports can be taken, now or when the quarantine is over.</summary>
    public int FreeCount
    {
        get
        {
            lock (_gate)
                return _range.IsAny ? ushort.MaxValue : _free.Count;
        }
    }

    /// <summary>Ports that are given out or claimed.</summary>
    public int TakenCount
    {
        get
        {
            lock (_gate)
                return _taken.Count;
        }
    }

    /// <summary>Time until ports are given out; zero when they are.</summary>
    public TimeSpan QuarantineLeft
    {
        get
        {
            var left = _opensAt - _time.GetUtcNow();
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    /// <summary>Takes a free port; 0 means that the operating system shall pick one.</summary>
    /// <returns>False if all are in use, or none is given out yet.</returns>
    public bool TryTake(out int port)
    {
        port = 0;
        if (QuarantineLeft > TimeSpan.Zero)
            return false;
        if (_range.IsAny)
            return true;
        lock (_gate)
        {
            if (_free.First is not { } node)
                return false;
            _free.RemoveFirst();
            port = node.Value;
            _taken.Add(port);
            return true;
        }
    }

    /// <summary>Marks a port as in use by a game that runs already.</summary>
    /// <returns>False if another game has it.</returns>
    public bool TryClaim(int port)
    {
        lock (_gate)
        {
            if (!_taken.Add(port))
                return false;
            _free.Remove(port);
            return true;
        }
    }

    /// <summary>Gives a port back. One that is not taken is left alone.</summary>
    public void Return(int port)
    {
        lock (_gate)
        {
            if (_taken.Remove(port) && port >= _range.First && port <= _range.Last)
                _free.AddLast(port);
        }
    }
}
