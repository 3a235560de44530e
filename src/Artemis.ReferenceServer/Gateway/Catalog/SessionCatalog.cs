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

    /// <summary>All sessions, in no order.</summary>
    public IReadOnlyList<SessionEntry> All()
    {
        lock (_gate)
            return [.. _sessions.Values];
    }

    /// <summary>Whether a player has, or may have, a seat in a session.</summary>
    public bool HasMember(SessionEntry session, Guid playerId)
    {
        ArgumentNullException.ThrowIfNull(session);
        lock (_gate)
            return session.Members.Contains(playerId);
    }

    /// <summary>Reads a session, or null if there is none of that id.</summary>
    public T? Read<T>(Guid id, Func<SessionEntry, T> read)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(read);
        lock (_gate)
            return _sessions.TryGetValue(id, out var session) ? read(session) : null;
    }

    /// <summary>Reads all sessions that are listed, newest first.</summary>
    public IReadOnlyList<T> ReadAll<T>(Func<SessionEntry, T> read)
    {
        lock (_gate)
        {
            return
            [
                .. _sessions.Values.Where(IsListed).OrderByDescending(session => session.CreatedAt)
                    .ThenBy(session => session.Id).Select(read),
            ];
        }
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
                    .Where(session => IsListed(session) && filter.Includes(session))
                    .OrderByDescending(session => session.CreatedAt)
                    .ThenBy(session => session.Id)
                    .Take(limit)
                    .Select(Summarize),
            ];
        }
    }

    private static bool IsListed(SessionEntry session) => session.State != GameState.Closed && session.Name.Length > 0;

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
