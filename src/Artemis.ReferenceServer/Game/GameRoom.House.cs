using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game;

// What is looked after four times a second, whatever the session does.
internal sealed partial class GameRoom
{
    private void KeepHouse(TimeSpan now)
    {
        _gatewayLostAt = _gateway.IsConnected ? null : _gatewayLostAt ?? now;
        var gatewayAway = _gatewayLostAt is { } since ? now - since : TimeSpan.Zero;
        if (_session is null)
        {
            // A spare is of no use without a gateway. At its start it may take longer to find it than to find it again.
            _wasKnown |= _gateway.IsConnected;
            if (gatewayAway.TotalSeconds >= (_wasKnown ? _options.Hosting.ReconnectGraceSeconds : _options.Hosting.StartSeconds))
                IsOver = true;
            return;
        }

        _session.GatewayLost = gatewayAway > TimeSpan.Zero;
        _session.Advance(now);
        foreach (var connection in _connections)
        {
            if (connection is not null)
                KeepInTime(connection, now);
        }

        // Results are worth waiting for a gateway that comes back, but not for ever.
        if (_session.State == GameState.Closed
            && (!_gateway.HasUnkeptResults || gatewayAway.TotalSeconds >= _options.Hosting.ResultWaitSeconds))
        {
            IsOver = true;
        }
    }

    private void KeepInTime(PlayerConnection connection, TimeSpan now)
    {
        if (now >= connection.NextTimeSync)
        {
            // Often at first, so that the clock is known soon; seldom later, as it only wanders.
            var pause = ++connection.TimeSyncCount <= 5 ? 0.5 : 10;
            connection.NextTimeSync = now + TimeSpan.FromSeconds(pause);
            var askedAt = GameTime(now);
            connection.ClientClock.Ask(askedAt);
            SendTimeSync(connection, askedAt, echo: 0);
        }

        if (connection.Gate.LaggingSince is { } since && (now - since).TotalSeconds >= _options.Transport.LagSeconds)
            connection.Close(CloseCode.TooSlow, "The connection lags behind the game for too long.");
    }
}
