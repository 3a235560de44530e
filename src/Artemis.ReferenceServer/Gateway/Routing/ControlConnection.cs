using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Catalog;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Gateway.Operation;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Routing;

/// <summary>What all control connections of a gateway share.</summary>
/// <param name="Fleet">The processes.</param>
/// <param name="Broker">The sessions.</param>
/// <param name="Results">Keeps results.</param>
/// <param name="Drain">Whether the server is being emptied.</param>
/// <param name="Options">Limits and time-outs.</param>
/// <param name="Frames">Buffers.</param>
/// <param name="Time">The clock.</param>
/// <param name="Log">The log.</param>
public sealed record ControlContext(
    GameFleet Fleet,
    SessionBroker Broker,
    ResultKeeper Results,
    DrainState Drain,
    ServerOptions Options,
    FramePool Frames,
    TimeProvider Time,
    ILogger<ControlConnection> Log);

/// <summary>A game process at the gateway.</summary>
public sealed partial class ControlConnection : IConnectionHandler, IControlLink
{
    private readonly ControlContext _context;
    private readonly WebSocketConnection _connection;
    private readonly PendingAnswers<SeatReserved> _reservations = new();
    private readonly PendingAnswers<bool> _removals = new();
    private readonly PendingAnswers<string> _measurements = new();
    private readonly TaskCompletionSource _ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly string? _address;
    private GameHandle? _game;
    private SessionEntry? _session;

    /// <summary>Takes over a connection.</summary>
    /// <param name="context">What all share.</param>
    /// <param name="connection">The connection.</param>
    /// <param name="address">The address that it comes from, or null if that is this machine.</param>
    public ControlConnection(ControlContext context, WebSocketConnection connection, string? address)
    {
        _context = context;
        _connection = connection;
        _address = address;
    }

    /// <summary>Runs the connection until it ends.</summary>
    public async Task RunAsync()
    {
        using var handshake = new CancellationTokenSource(
            TimeSpan.FromSeconds(_context.Options.Transport.HandshakeSeconds), _context.Time);
        await using var expiry = handshake.Token.Register(() =>
        {
            if (_game is null)
                _connection.Close(CloseCode.HandshakeTimeout, "Say who you are within ten seconds.");
        });
        await _connection.RunAsync(this);

        var lost = new IOException("The connection to the game was lost.");
        _ready.TrySetException(lost);
        // Nobody need have waited for it.
        _ = _ready.Task.Exception;
        _reservations.Fail(lost);
        _removals.Fail(lost);
        _measurements.Fail(lost);
        if (_game is not null)
            _context.Fleet.Disconnect(_game, this);
    }

    /// <inheritdoc/>
    public void Welcome() =>
        Send(new GameWelcome { StatusSeconds = (float)_context.Options.Hosting.StatusSeconds }.EncodeFrame);

    /// <inheritdoc/>
    public Task OpenAsync(OpenSession order, CancellationToken cancel)
    {
        Send(order.EncodeFrame);
        return _ready.Task.WaitAsync(RequestTimeout, _context.Time, cancel);
    }

    /// <inheritdoc/>
    public Task<SeatReserved> ReserveAsync(Guid playerId, string name, string? password, CancellationToken cancel) =>
        AskAsync(
            _reservations,
            id => new ReserveSeat { RequestId = id, PlayerId = playerId, Name = name, Password = password }.EncodeFrame,
            cancel);

    /// <inheritdoc/>
    public Task<bool> RemoveAsync(Guid playerId, string reason, CancellationToken cancel) => AskAsync(
        _removals, id => new RemovePlayer { RequestId = id, PlayerId = playerId, Reason = reason }.EncodeFrame, cancel);

    /// <inheritdoc/>
    public Task<string> MeasureAsync(CancellationToken cancel) =>
        AskAsync(_measurements, id => new MeasureGame { RequestId = id }.EncodeFrame, cancel);

    /// <inheritdoc/>
    public void Tell(string message) => Send(new TellPlayers { Message = message }.EncodeFrame);

    /// <inheritdoc/>
    public void Drain(bool draining, string message) =>
        Send(new DrainSession { Draining = draining, Message = message }.EncodeFrame);

    /// <inheritdoc/>
    public void RequestClose(string reason) => Send(new CloseSession { Reason = reason }.EncodeFrame);

    /// <inheritdoc/>
    public void Drop(string reason) => _connection.Close(CloseCode.Normal, reason);

    /// <inheritdoc/>
    public async ValueTask OnMessageAsync(ReadOnlyMemory<byte> message)
    {
        var scanner = new FrameScanner(message, Origin.Client);
        while (scanner.TryNext(out var frame))
        {
            if (!await TryHandleAsync(frame))
            {
                _connection.Close(CloseCode.Malformed, $"The frame of type {frame.PacketType:x8} cannot be read.");
                return;
            }
        }

        if (scanner.Status != DecodeStatus.Ok)
            _connection.Close(CloseCode.Malformed, $"A frame is malformed: {scanner.Status}.");
    }

    private TimeSpan RequestTimeout => TimeSpan.FromSeconds(_context.Options.Hosting.RequestSeconds);

    private async ValueTask<bool> TryHandleAsync(Frame frame)
    {
        if (_game is null)
        {
            if (frame.PacketType != GameHello.PacketType
                || GameHello.TryDecode(frame.Body, out var hello, out _) != DecodeStatus.Ok)
            {
                return false;
            }

            Register(hello!);
            return true;
        }

        _context.Fleet.Touch(_game);
        switch (frame.PacketType)
        {
            case GameStatus.PacketType:
                if (GameStatus.TryDecode(frame.Body, out var status, out _) != DecodeStatus.Ok)
                    return false;
                if (_session is not null)
                    await _context.Broker.UpdateAsync(_session, status!, CancellationToken.None);
                return true;
            case SeatReserved.PacketType:
                if (SeatReserved.TryDecode(frame.Body, out var seat, out _) != DecodeStatus.Ok)
                    return false;
                _reservations.Answer(seat!.RequestId, seat);
                return true;
            case GameRoster.PacketType:
                if (GameRoster.TryDecode(frame.Body, out var roster, out _) != DecodeStatus.Ok)
                    return false;
                if (_session is not null)
                    _context.Broker.UpdateRoster(_session, roster!.Roster);
                return true;
            case PlayerRemoved.PacketType:
                if (PlayerRemoved.TryDecode(frame.Body, out var removed, out _) != DecodeStatus.Ok)
                    return false;
                _removals.Answer(removed!.RequestId, removed.Removed);
                return true;
            case GameMeasured.PacketType:
                if (GameMeasured.TryDecode(frame.Body, out var measured, out _) != DecodeStatus.Ok)
                    return false;
                _measurements.Answer(measured!.RequestId, measured.Text);
                return true;
            case GameReady.PacketType:
                if (GameReady.TryDecode(frame.Body, out var ready, out _) != DecodeStatus.Ok)
                    return false;
                _session = _context.Broker.Attach(ready!.SessionId, _game);
                _connection.Whom.SessionId = _session.Id;
                _ready.TrySetResult();
                return true;
            case GameResults.PacketType:
                if (GameResults.TryDecode(frame.Body, out var results, out _) != DecodeStatus.Ok)
                    return false;
                // Unacknowledged, they come again.
                if (await _context.Results.TryKeepAsync(results!, CancellationToken.None))
                    Send(new ResultsKept { ResultId = results!.ResultId }.EncodeFrame);
                return true;
            default:
                return true;
        }
    }

    private void Register(GameHello hello)
    {
        if (_context.Fleet.Register(hello, this, _address) is not { } game)
        {
            Send(new GameRejected { Reason = "The secret is wrong." }.EncodeFrame);
            _connection.Close(CloseCode.BadToken, "The secret is wrong.");
            return;
        }

        _game = game;
        _connection.Whom.ProcessId = game.ProcessId;
        if (hello.SessionId is not null && game.Phase != GamePhase.Stopping)
        {
            _session = _context.Broker.Restore(game, hello);
            _connection.Whom.SessionId = _session.Id;
            _ready.TrySetResult();
            // The game may know better, or worse, than a gateway that has just come back.
            Drain(_context.Drain.Status is not null, _context.Drain.Status?.Message ?? "");
            LogRestored(hello.SessionId.Value, game.Port);
        }
    }

    private Task<T> AskAsync<T>(PendingAnswers<T> pending, Func<uint, Action<FrameBuffer>> question, CancellationToken cancel) =>
        pending.AskAsync(
            id =>
            {
                Send(question(id));
                return !_connection.IsClosing;
            },
            RequestTimeout,
            _context.Time,
            cancel);

    private void Send(Action<FrameBuffer> encode)
    {
        var frame = MessageFrames.Pack(_context.Frames, encode);
        _connection.TrySend(frame);
        frame.Release();
    }

    private void LogRestored(Guid sessionId, int port) => LogRestored(_context.Log, sessionId, port);

    [LoggerMessage(LogLevel.Information, "Session {SessionId} on port {Port} is connected.")]
    private static partial void LogRestored(ILogger log, Guid sessionId, int port);
}
