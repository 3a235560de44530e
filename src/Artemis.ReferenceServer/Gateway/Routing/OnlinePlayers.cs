namespace Artemis.ReferenceServer.Gateway.Routing;

/// <summary>Who is signed in at the gateway, and by which connections. Safe for use by several threads.</summary>
public sealed class OnlinePlayers
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, List<ClientConnection>> _players = [];

    /// <summary>How many players are signed in.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _players.Count;
        }
    }

    /// <summary>A player signed in.</summary>
    public void Add(Guid playerId, ClientConnection connection)
    {
        lock (_gate)
        {
            if (!_players.TryGetValue(playerId, out var connections))
                _players.Add(playerId, connections = []);
            connections.Add(connection);
        }
    }

    /// <summary>A connection ended.</summary>
    public void Remove(Guid playerId, ClientConnection connection)
    {
        lock (_gate)
        {
            if (_players.TryGetValue(playerId, out var connections) && connections.Remove(connection) && connections.Count == 0)
                _players.Remove(playerId);
        }
    }

    /// <summary>All connections of a player.</summary>
    public IReadOnlyList<ClientConnection> ConnectionsOf(Guid playerId)
    {
        lock (_gate)
            return _players.TryGetValue(playerId, out var connections) ? [.. connections] : [];
    }

    /// <summary>All connections that are signed in.</summary>
    public IReadOnlyList<ClientConnection> All()
    {
        lock (_gate)
            return [.. _players.Values.SelectMany(connections => connections)];
    }
}
