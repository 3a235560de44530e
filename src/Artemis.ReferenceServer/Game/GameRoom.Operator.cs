using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game;

// What the server's operator asks for, by way of the gateway.
internal sealed partial class GameRoom
{
    /// <summary>Says something to all players in the server's own name.</summary>
    public void Tell(string message) => Broadcast(new ChatMessage { Name = "Server", Message = message }.EncodeFrame);

    /// <summary>The server is being emptied, or goes on after all.</summary>
    public void Drain(DrainSession order)
    {
        if (_session is null || !_session.Drain(order.Draining, order.Message, _clock.Now) || order.Message.Length == 0)
            return;
        Tell(order.Message);
    }

    /// <summary>Sends a player away for good.</summary>
    public void Remove(RemovePlayer order)
    {
        var connection = Find(order.PlayerId);
        var player = _session?.Expel(order.PlayerId);
        if (player is not null && connection is not null)
        {
            Release(connection, player);
            connection.Close(CloseCode.Kicked, order.Reason.Length > 0 ? order.Reason : "You were sent away by the operator.");
        }

        _gateway.Report(new PlayerRemoved { RequestId = order.RequestId, Removed = player is not null });
    }

    private void ReportRoster() => _gateway.Report(new GameRoster
    {
        Roster = [.. _session!.Roster.Players.Where(player => player.HasEntered).Select(ToRosterEntry)],
    });
}
