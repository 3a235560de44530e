namespace Artemis.ReferenceServer.Gateway.Catalog;

/// <summary>Which sessions to list; what is null does not matter.</summary>
/// <param name="Name">Part of the name, in any case.</param>
/// <param name="State">Where the session is in its life.</param>
/// <param name="Open">True leaves out sessions with a password.</param>
/// <param name="Free">True leaves out sessions without a free seat.</param>
public sealed record SessionFilter(string? Name = null, GameState? State = null, bool? Open = null, bool? Free = null)
{
    /// <summary>Whether a session is to be listed.</summary>
    public bool Includes(SessionEntry session)
    {
        ArgumentNullException.ThrowIfNull(session);
        return (Name is null || session.Name.Contains(Name, StringComparison.OrdinalIgnoreCase))
            && (State is null || session.State == State)
            && (Open != true || !session.Locked)
            && (Free != true || session.Players < session.MaxPlayers);
    }
}
