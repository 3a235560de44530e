using System.Diagnostics.CodeAnalysis;
using Artemis.ReferenceServer.Gateway.Hosting;

namespace Artemis.ReferenceServer.Gateway.Catalog;

/// <summary>All sessions that live. Safe for use by several threads.</summary>
public sealed class SessionCatalog
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, SessionEntry> _sessions = [];

    /// <summary>How many there are.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _sessions.Count;
        }
    }

    /// <summary>Adds a session, or takes one over that comes back under another gateway.</summary>
    public SessionEntry Add(Guid id, GameHandle game, DateTimeOffset createdAt)
    {
        lock (_gate)
        {
            if (_sessions.TryGetValue(id, out var known))
            {
                known.Game = game;
                return known;
            }

            var session = new SessionEntry(id, game, createdAt);
            _sessions.Add(id, session);
            return session;
        }
    }

    /// <summary>Finds a session by its id.</summary>
    public bool TryFind(Guid id, [NotNullWhen(true)] out SessionEntry? session)
    {
        lock (_gate)
            return _sessions.TryGetValue(id, out session);
    }

    /// <summary>Takes out what a process ran.</summary>
    /// <param name="game">The process.</param>
    /// <param name="members">Who had a seat.</param>
    /// <returns>The session, or null if it ran none.</returns>
    public SessionEntry? Remove(GameHandle game, out Guid[] members)
    {
        lock (_gate)
        {
            var session = _sessions.Values.FirstOrDefault(candidate => candidate.Game == game);
            members = session is null ? [] : [.. session.Members];
            if (session is not null)
                _sessions.Remove(session.Id);
            return session;
        }
    }

    /// <summary>Changes a session.</summary>
    public void Update(SessionEntry session, Action<SessionEntry> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        lock (_gate)
            change(session);
    }

    /// <summary>Sessions that a filter lets through, newest first. Closed ones are not listed.</summary>
    public IReadOnlyList<SessionSummary> List(SessionFilter filter, int limit)
    {
        ArgumentNullException.ThrowIfNull(filter);
        lock (_gate)
        {
            return
            [
                .. _sessions.Values
                    .Where(session => session.State != GameState.Closed && session.Name.Length > 0 && filter.Includes(session))
                    .OrderByDescending(session => session.CreatedAt)
                    .ThenBy(session => session.Id)
                    .Take(limit)
                    .Select(Summarize),
            ];
        }
    }

    private static SessionSummary Summarize(SessionEntry session) => new()
    {
        Id = session.Id,
        Name = session.Name,
        Scenario = session.Scenario,
        Difficulty = session.Difficulty,
        State = session.State,
        Ships = session.Ships,
        MaxShips = session.MaxShips,
        Players = session.Players,
        MaxPlayers = session.MaxPlayers,
        Locked = session.Locked,
        Creator = session.CreatorName,
        CreatedAt = (uint)session.CreatedAt.ToUnixTimeSeconds(),
    };
}
