using System.Collections.Concurrent;
using System.Net.WebSockets;
using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Game.Control;

/// <summary>
/// A game's connection to its gateway. It is kept up as long as the process lives: lost, it is tried again and again, and each time the
/// game says anew who it is and what it runs.
/// </summary>
internal sealed partial class GatewayLink : IGatewayPort
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ResultPause = TimeSpan.FromSeconds(5);

    private readonly Uri _gateway;
    private readonly TransportOptions _options;
    private readonly FramePool _frames;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private readonly ConcurrentDictionary<Guid, GameResults> _unkept = new();
    private WebSocketConnection? _connection;
    private volatile bool _welcomed;

    public GatewayLink(Uri gateway, TransportOptions options, FramePool frames, TimeProvider time, ILogger log)
    {
        _gateway = gateway;
        _options = options;
        _frames = frames;
        _time = time;
        _log = log;
    }

    /// <summary>Makes the first frame of a connection, on the game's thread.</summary>
    public required Func<Task<GameHello>> Introduce { get; init; }

    /// <summary>Is told what the gateway says.</summary>
    public required Action<Frame> Received { get; init; }

    /// <inheritdoc/>
    public bool IsConnected => _welcomed;

    /// <inheritdoc/>
    public bool HasUnkeptResults => !_unkept.IsEmpty;

    /// <summary>Keeps the connection up until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var pause = FirstPause;
        while (!stop.IsCancellationRequested)
        {
            if (await TryConnectAsync(stop))
                pause = FirstPause;
            await Task.Delay(pause, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>The gateway has said that it knows the process.</summary>
    public void OnWelcome()
    {
        _welcomed = true;
        foreach (var results in _unkept.Values)
            Send(results.EncodeFrame);
    }

    /// <summary>The gateway has kept a result.</summary>
    public void OnKept(Guid resultId) => _unkept.TryRemove(resultId, out _);

    /// <inheritdoc/>
    public void Report(GameStatus status) => SendIfKnown(status.EncodeFrame);

    /// <inheritdoc/>
    public void Report(GameRoster roster) => SendIfKnown(roster.EncodeFrame);

    /// <inheritdoc/>
    public void Report(PlayerRemoved removed) => SendIfKnown(removed.EncodeFrame);

    /// <summary>What the process measures of itself.</summary>
    public void Report(GameMeasured measured) => SendIfKnown(measured.EncodeFrame);

    /// <inheritdoc/>
    public void Report(GameReady ready) => SendIfKnown(ready.EncodeFrame);

    /// <inheritdoc/>
    public void Report(SeatReserved seat) => SendIfKnown(seat.EncodeFrame);

    /// <inheritdoc/>
    public void Report(GameResults results)
    {
        _unkept[results.ResultId] = results;
        SendIfKnown(results.EncodeFrame);
    }

    // True if there was a connection.
    private async Task<bool> TryConnectAsync(CancellationToken stop)
    {
        using var socket = new ClientWebSocket();
        // A gateway whose machine vanished says no goodbye.
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(_options.PingSeconds);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(_options.PongSeconds);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(_options.HandshakeSeconds));
        try
        {
            await socket.ConnectAsync(_gateway, patience.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException
            or System.Net.Http.HttpRequestException)
        {
            return false;
        }

        using var connection = new WebSocketConnection(socket, _options);
        _connection = connection;
        using var stopping = stop.Register(() => connection.Close(CloseCode.Normal, "The game ends."));
        using var repeating = new CancellationTokenSource();
        var running = connection.RunAsync(new Receiver(this));
        var repeats = RepeatResultsAsync(repeating.Token);
        try
        {
            // A game that has ended meanwhile answers no more.
            Send((await Introduce().WaitAsync(stop)).EncodeFrame);
        }
        catch (OperationCanceledException)
        {
            connection.Close(CloseCode.Normal, "The game ends.");
        }

        await running;
        await repeating.CancelAsync();
        await repeats;
        _welcomed = false;
        _connection = null;
        if (!stop.IsCancellationRequested)
            LogLost();
        return true;
    }

    private async Task RepeatResultsAsync(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            await Task.Delay(ResultPause, _time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (stop.IsCancellationRequested || !_welcomed)
                continue;
            foreach (var results in _unkept.Values)
                Send(results.EncodeFrame);
        }
    }

    // What is said before the gateway knows who speaks would end the connection.
    private void SendIfKnown(Action<FrameBuffer> encode)
    {
        if (_welcomed)
            Send(encode);
    }

    private void Send(Action<FrameBuffer> encode)
    {
        if (_connection is not { } connection)
            return;
        var frame = MessageFrames.Pack(_frames, encode);
        connection.TrySend(frame);
        frame.Release();
    }

    private sealed class Receiver(GatewayLink link) : IConnectionHandler
    {
        public ValueTask OnMessageAsync(ReadOnlyMemory<byte> message)
        {
            var scanner = new FrameScanner(message, Origin.Server);
            while (scanner.TryNext(out var frame))
                link.Received(frame);
            if (scanner.Status != DecodeStatus.Ok)
                link._connection?.Close(CloseCode.Malformed, $"A frame is malformed: {scanner.Status}.");
            return ValueTask.CompletedTask;
        }
    }

    [LoggerMessage(LogLevel.Information, "The gateway is away; the game goes on and tries to reach it.")]
    private partial void LogLost();
}
