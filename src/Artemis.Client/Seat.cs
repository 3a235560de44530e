using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>Where a seat in a game is, and what proves that it is one's own.</summary>
/// <param name="WsUrl">The game's WebSocket.</param>
/// <param name="PlayerId">The own player's id.</param>
/// <param name="ReconnectToken">The secret that opens the seat, now and after a lost connection.</param>
public sealed record Seat(Uri WsUrl, Guid PlayerId, string ReconnectToken)
{
    /// <summary>The seat that a gateway's redirect names.</summary>
    public static Seat From(Redirect redirect, Guid playerId)
    {
        ArgumentNullException.ThrowIfNull(redirect);
        return new(new Uri(redirect.WsUrl), playerId, redirect.ReconnectToken);
    }
}
