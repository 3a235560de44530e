namespace Artemis.ReferenceServer.Game.Session;

// What the server's operator may do in every session.
public sealed partial class GameSession
{
    /// <summary>Whether the server is being emptied: a game ends in its time and does not return to the lobby.</summary>
    public bool IsDraining { get; private set; }

    /// <summary>The operator sends a player away for good.</summary>
    /// <returns>The player, or null if there is none of that id.</returns>
    public Player? Expel(Guid playerId)
    {
        if (!Roster.TryFind(playerId, out var player))
            return null;
        Remove(player, LeaveReason.Kicked);
        return player;
    }

    /// <summary>The server is being emptied, or goes on after all. A lobby has no game to end and closes.</summary>
    /// <returns>False if that is known already.</returns>
    public bool Drain(bool draining, string reason, TimeSpan now)
    {
        if (IsDraining == draining || State == GameState.Closed)
            return false;
        IsDraining = draining;
        if (draining && State == GameState.Lobby)
            Close(reason, now);
        return true;
    }
}
