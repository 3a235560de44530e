using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Game.Play;
using Artemis.ReferenceServer.Game.Session;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Game;

// What the session tells, on its way to the players.
internal sealed partial class GameRoom : ISessionObserver
{
    void ISessionObserver.PlayerJoined(Player player)
    {
        LogJoined(player.Id, _session!.Id);
        Broadcast(new PlayerJoined
        {
            PlayerId = player.Id,
            Name = player.Name,
            Slot = player.Slot,
            Ship = player.Ship,
            Console = player.PrimaryConsole,
            Consoles = player.Consoles.ToArray(),
        }.EncodeFrame);
        SeatsChanged();
    }

    void ISessionObserver.PlayerLeft(Player player, LeaveReason reason)
    {
        LogLeft(player.Id, _session!.Id, reason);
        Broadcast(new PlayerLeft { PlayerId = player.Id, Reason = reason }.EncodeFrame);
        SeatsChanged();
    }

    void ISessionObserver.PlayerMoved(Player player)
    {
        Broadcast(new PlayerMoved
        {
            PlayerId = player.Id,
            NewShip = player.Ship,
            NewConsole = player.PrimaryConsole,
            Consoles = player.Consoles.ToArray(),
        }.EncodeFrame);
        SeatsChanged();
    }

    void ISessionObserver.PlayerReadyChanged(Player player) =>
        Broadcast(new PlayerReady { PlayerId = player.Id, Ready = player.Ready }.EncodeFrame);

    void ISessionObserver.ShipRenamed(byte ship, string name) => Broadcast(new ShipRenamed { Ship = ship, Name = name }.EncodeFrame);

    // SESSION_CONFIGURED holds no ships, so the whole state goes before it.
    void ISessionObserver.ShipsChanged()
    {
        foreach (var connection in _connections)
        {
            if (connection is not null)
                SendSessionState(connection);
        }
    }

    void ISessionObserver.Configured()
    {
        Broadcast(new SessionConfigured
        {
            Name = _session!.Name,
            CreatorId = _session.CreatorId,
            Scenario = _session.Scenario,
            Difficulty = _session.Difficulty,
            MaxShips = _session.MaxShips,
            Locked = _password is not null,
        }.EncodeFrame);
        _statusDue = true;
    }

    void ISessionObserver.StateChanged(GameState state)
    {
        LogState(_session!.Id, state);
        _statusDue = true;
        _results = null;
        if (state == GameState.Running)
            BeginGame();
        foreach (var connection in _connections)
        {
            if (connection is null)
                continue;
            // The game's clock begins with the game, so what was measured before is of no use.
            connection.ForgetClock(_clock.Now);
            SendSessionState(connection);
        }

        if (state == GameState.Results)
        {
            var results = _results = _running!.DescribeResults(
                _running.IsOver ? null : "The game has lasted as long as games may on this server.");
            Broadcast(results.EncodeFrame);
            _gateway.Report(RunningGame.DescribeResults(_session!, results));
        }

        if (state != GameState.Running)
            EndGame();
    }

    void ISessionObserver.Closing(string reason)
    {
        LogClosing(_session!.Id, reason);
        _statusDue = true;
        // A game that is broken off has an end too.
        if (_running is not null)
            _gateway.Report(RunningGame.DescribeResults(_session!, _running.DescribeResults(reason)));
        Broadcast(new SessionClosing { Reason = reason }.EncodeFrame);
        foreach (var connection in _connections)
            connection?.Close(CloseCode.Normal, "The session is over.");
        Array.Clear(_connections);
        EndGame();
        _nextHousekeeping = TimeSpan.Zero;
    }

    private void SeatsChanged()
    {
        _statusDue = true;
        _running?.SeatsChanged();
    }

    private void Broadcast(Action<FrameBuffer> encode)
    {
        var frame = MessageFrames.Pack(_frames, encode);
        foreach (var connection in _connections)
            connection?.Send(frame);
        frame.Release();
    }

    private void SendSessionState(PlayerConnection connection)
    {
        var session = _session!;
        var player = connection.Player!;
        byte[] snapshot = [];
        SharedFrame? rest = null;
        if (_running is not null && player.Ship is { } ship)
            snapshot = _running.TakeSnapshot(ship, connection.Peer, out rest);

        connection.Send(new SessionState
        {
            SessionId = session.Id,
            Name = session.Name,
            GameState = session.State,
            CreatorId = session.CreatorId,
            Scenario = session.Scenario,
            Difficulty = session.Difficulty,
            MaxShips = session.MaxShips,
            Ships = [.. session.Fleet.Take(session.MaxShips).Select(DescribeShip)],
            Players = [.. session.Roster.Players.Where(candidate => candidate.HasEntered).Select(DescribePlayer)],
            FullSnapshot = snapshot,
        }.EncodeFrame);
        if (rest is not null)
        {
            connection.Send(rest);
            rest.Release();
        }

        if (snapshot.Length > 0)
            connection.Gate.Follow();
        if (_running is not null)
            SendGameStart(connection);
        // Who comes back to the results wants to see them too.
        if (_results is not null)
            connection.Send(_results.EncodeFrame);
    }

    private void SendGameStart(PlayerConnection connection)
    {
        var session = _session!;
        var start = new GameStart
        {
            Difficulty = session.Difficulty,
            ShipId = connection.Player!.Ship is { } ship ? _running!.ShipIdOf(ship) : 0,
            Scenario = session.Scenario,
        };
        var frame = _frames.Rent();
        frame.Length = start.EncodeFrame(frame.Buffer);
        connection.Send(frame);
        frame.Release();
    }

    private ShipInfo DescribeShip(ShipSlot ship) => new()
    {
        Ship = ship.Index,
        Name = ship.Name,
        ShipClass = (ShipClass)Scenarios.ClassOf(_session!.Scenario, ship.Index),
        ObjectId = _running?.ShipIdOf(ship.Index) ?? 0,
        Captain = _session.Roster.CaptainOf(ship.Index)?.Id,
    };

    private static PlayerInfo DescribePlayer(Player player) => new()
    {
        PlayerId = player.Id,
        Name = player.Name,
        Slot = player.Slot,
        Ship = player.Ship,
        Console = player.PrimaryConsole,
        Consoles = player.Consoles.ToArray(),
        Ready = player.Ready,
        Connected = player.Presence == Presence.Connected,
    };

    [LoggerMessage(LogLevel.Debug, "Player {PlayerId} is in session {SessionId}.")]
    private partial void LogJoined(Guid playerId, Guid sessionId);

    [LoggerMessage(LogLevel.Debug, "Player {PlayerId} is gone from session {SessionId}: {Reason}.")]
    private partial void LogLeft(Guid playerId, Guid sessionId, LeaveReason reason);

    [LoggerMessage(LogLevel.Information, "Session {SessionId} is in {State}.")]
    private partial void LogState(Guid sessionId, GameState state);

    [LoggerMessage(LogLevel.Information, "Session {SessionId} closes: {Reason}")]
    private partial void LogClosing(Guid sessionId, string reason);
}
