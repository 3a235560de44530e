using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Game.Session;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game;

// What players ask for, on its way to the session.
internal sealed partial class GameRoom
{
    private void HandleMessage(PlayerConnection connection, SharedFrame message, TimeSpan receivedAt)
    {
        var scanner = new FrameScanner(message.Slice(0, message.Length), Origin.Client);
        while (scanner.TryNext(out var frame))
        {
            if (connection.Player is null && frame.PacketType != Rejoin.PacketType)
            {
                SendError(connection, new Refusal(ErrorCode.NotSignedIn, "Rejoin first."));
                connection.Close(CloseCode.BadToken, "Rejoin first.");
                return;
            }

            HandleFrame(connection, frame, receivedAt);
        }
    }

    private void HandleFrame(PlayerConnection connection, Frame frame, TimeSpan receivedAt)
    {
        var now = _clock.Now;
        switch (frame.PacketType)
        {
            case Command.PacketType:
                HandleCommand(connection, frame, receivedAt);
                break;
            case TimeSync.PacketType:
                HandleTimeSync(connection, frame, receivedAt);
                break;
            case Rejoin.PacketType:
                if (TryDecode<Rejoin>(connection, frame, Rejoin.TryDecode, out var rejoin))
                    HandleRejoin(connection, rejoin, now);
                break;
            case Leave.PacketType:
                HandleLeave(connection, now);
                break;
            case Chat.PacketType:
                if (TryDecode<Chat>(connection, frame, Chat.TryDecode, out var chat))
                    HandleChat(connection, chat, now);
                break;
            case SelectConsole.PacketType:
                if (TryDecode<SelectConsole>(connection, frame, SelectConsole.TryDecode, out var select))
                    HandleSelect(connection, select, now);
                break;
            case SetReady.PacketType:
                if (TryDecode<SetReady>(connection, frame, SetReady.TryDecode, out var ready))
                    Answer(connection, _session!.SetReady(connection.Player!, ready.Ready, now));
                break;
            case StartGame.PacketType:
                Answer(connection, _session!.Start(connection.Player!, now));
                break;
            case RenameShip.PacketType:
                if (TryDecode<RenameShip>(connection, frame, RenameShip.TryDecode, out var rename))
                    Answer(connection, _session!.RenameShip(connection.Player!, rename.Ship, rename.Name, now));
                break;
            case ConfigureSession.PacketType:
                if (TryDecode<ConfigureSession>(connection, frame, ConfigureSession.TryDecode, out var configure))
                    HandleConfigure(connection, configure, now);
                break;
            case KickPlayer.PacketType:
                if (TryDecode<KickPlayer>(connection, frame, KickPlayer.TryDecode, out var kick))
                    HandleKick(connection, kick, now);
                break;
            case ReturnToLobby.PacketType:
                Answer(connection, _session!.ReturnToLobby(connection.Player!, now));
                break;
            default:
                connection.UnknownFrames++;
                break;
        }
    }

    private void HandleRejoin(PlayerConnection connection, Rejoin rejoin, TimeSpan now)
    {
        if (connection.Player is not null)
        {
            SendError(connection, new Refusal(ErrorCode.BadRequest, "This connection has rejoined already."));
            return;
        }

        if (!Versions.TryAgree(rejoin.ProtocolVersion, out var agreed))
        {
            SendError(connection, new Refusal(
                ErrorCode.UnsupportedVersion, $"This server speaks version {Versions.Server}."));
            connection.Close(CloseCode.Malformed, "No version in common.");
            return;
        }

        if (_session is null)
        {
            SendError(connection, new Refusal(ErrorCode.UnknownSession, "There is no session here."));
            connection.Close(CloseCode.BadToken, "There is no session here.");
            return;
        }

        using var step = ServerTraces.Begin("artemis.rejoin", Process);
        step?.SetTag("artemis.player.id", rejoin.PlayerId);
        var cameBack = _session.Roster.TryFind(rejoin.PlayerId, out var known) && known.HasEntered;
        if (_session.Enter(rejoin.PlayerId, rejoin.ReconnectToken, now, out var player, out _) is { } refusal)
        {
            step.Fail(refusal.Code.ToString(), refusal.Message);
            SendError(connection, refusal);
            connection.Close(CloseCode.BadToken, refusal.Message);
            return;
        }

        if (cameBack)
            ServerMetrics.Rejoins.Add(1);
        if (_connections[player!.Slot] is { } former)
        {
            former.Forget();
            former.Close(CloseCode.Superseded, "You came in by another connection.");
        }

        connection.Enter(player, Process.SessionId, agreed, now);
        Whom.PlayerId = connection.Whom.PlayerId;
        _connections[player.Slot] = connection;
        if (_running is { IsWaiting: true })
            _running.Begin(_clock);
        SendWelcome(connection);
        SendSessionState(connection);
    }

    private void HandleClosed(PlayerConnection connection)
    {
        if (connection.Player is not { } player)
            return;
        connection.Forget();
        if (_connections[player.Slot] == connection)
            _connections[player.Slot] = null;
        _session!.Disconnect(player, _clock.Now);
    }

    private void HandleLeave(PlayerConnection connection, TimeSpan now)
    {
        var player = connection.Player!;
        Release(connection, player);
        _session!.Leave(player, now);
        connection.Close(CloseCode.Normal, "You left.");
    }

    private void HandleKick(PlayerConnection connection, KickPlayer request, TimeSpan now)
    {
        var kicked = Find(request.PlayerId);
        if (_session!.Kick(connection.Player!, request.PlayerId, now, out var player) is { } refusal)
        {
            SendError(connection, refusal);
            return;
        }

        if (kicked is not null)
        {
            Release(kicked, player!);
            kicked.Close(CloseCode.Kicked, "You were sent away.");
        }
    }

    private void HandleSelect(PlayerConnection connection, SelectConsole request, TimeSpan now)
    {
        var player = connection.Player!;
        var formerShip = player.Ship;
        var refusal = _session!.SelectConsole(player, request.Ship, request.Console, request.Keep ?? false, now);
        if (refusal is not null)
        {
            SendError(connection, refusal);
            return;
        }

        // One who boards a ship under way learns its id and gets its state with the next update.
        if (_running is not null && player.Ship != formerShip)
        {
            connection.Gate.Lose();
            SendGameStart(connection);
        }
    }

    private void HandleChat(PlayerConnection connection, Chat chat, TimeSpan now)
    {
        if (!connection.ChatAllowance.TryTake(now))
        {
            SendError(connection, new Refusal(ErrorCode.RateLimited, "That is too much at once. Wait a moment."));
            return;
        }

        if (!VisibleText.TryNormalizeWords(chat.Message, 240, out var words))
        {
            SendError(connection, new Refusal(ErrorCode.BadRequest, "There is nothing to be seen in that message."));
            return;
        }

        _session!.Touch(now);
        Broadcast(new ChatMessage { From = connection.Player!.Id, Name = connection.Player.Name, Message = words }.EncodeFrame);
    }

    private void HandleConfigure(PlayerConnection connection, ConfigureSession request, TimeSpan now)
    {
        var refusal = _session!.Configure(
            connection.Player!, request.Scenario, request.Difficulty, request.MaxShips, now);
        if (refusal is not null)
        {
            SendError(connection, refusal);
            return;
        }

        if (request.Password is { } password)
            ChangePassword(password);
    }

    private void ChangePassword(string password)
    {
        if (password.Length == 0)
        {
            Volatile.Write(ref _password, null);
            ((ISessionObserver)this).Configured();
            return;
        }

        // Slow on purpose, so not on this thread.
        _ = Task.Run(() => new SessionPassword(password)).ContinueWith(
            hashed => Post(() =>
            {
                Volatile.Write(ref _password, hashed.Result);
                ((ISessionObserver)this).Configured();
            }),
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnRanToCompletion,
            TaskScheduler.Default);
    }

    private PlayerConnection? Find(Guid playerId)
    {
        foreach (var connection in _connections)
        {
            if (connection?.Player?.Id == playerId)
                return connection;
        }

        return null;
    }

    private void Release(PlayerConnection connection, Player player)
    {
        if (_connections[player.Slot] == connection)
            _connections[player.Slot] = null;
        connection.Forget();
    }

    private static void Answer(PlayerConnection connection, Refusal? refusal)
    {
        if (refusal is not null)
            SendError(connection, refusal);
    }

    private static void SendError(PlayerConnection connection, Refusal refusal) =>
        connection.Send(new GameError { Code = refusal.Code, Message = refusal.Message }.EncodeFrame);

    private static bool TryDecode<T>(PlayerConnection connection, Frame frame, MessageDecoder<T> decode, out T message)
        where T : class
    {
        if (decode(frame.Body, out var decoded, out var error) == DecodeStatus.Ok)
        {
            message = decoded!;
            return true;
        }

        message = null!;
        SendError(connection, new Refusal(
            error.Status == DecodeStatus.MissingKey ? ErrorCode.MissingKey : ErrorCode.BadRequest,
            MessageFrames.Describe(error)));
        return false;
    }
}
