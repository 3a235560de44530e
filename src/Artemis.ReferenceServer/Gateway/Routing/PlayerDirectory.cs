using Artemis.ReferenceServer.Gateway.Catalog;

namespace Artemis.ReferenceServer.Gateway.Routing;

/// <summary>Who is online, at the gateway or in a game; a player who is both counts once.</summary>
/// <param name="online">Who is signed in at the gateway.</param>
/// <param name="catalog">The sessions.</param>
public sealed class PlayerDirectory(OnlinePlayers online, SessionCatalog catalog)
{
    /// <summary>How many there are.</summary>
    public int Count => List().Count;

    /// <summary>All of them, by name.</summary>
    public IReadOnlyCollection<PlayerWhereabouts> List()
    {
        var players = new Dictionary<Guid, PlayerWhereabouts>();
        foreach (var connection in online.All())
        {
            if (connection.PlayerId is { } id)
                players[id] = new PlayerWhereabouts(id, connection.Name, null);
        }

        foreach (var (session, roster) in catalog.ReadAll(session => Tuple.Create(session.Id, session.Roster)))
        {
            foreach (var member in roster)
            {
                if (member.Connected)
                    players[member.PlayerId] = new PlayerWhereabouts(member.PlayerId, member.Name, session);
            }
        }

        return [.. players.Values.OrderBy(player => player.Name, StringComparer.OrdinalIgnoreCase)];
    }
}

/// <summary>Where a player is.</summary>
/// <param name="PlayerId">The player's id.</param>
/// <param name="Name">The player's name.</param>
/// <param name="SessionId">The session; null for one who is choosing.</param>
public sealed record PlayerWhereabouts(Guid PlayerId, string Name, Guid? SessionId);
