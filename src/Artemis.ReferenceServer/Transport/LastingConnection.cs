using System.Net.WebSockets;
using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Configuration;

namespace Artemis.ReferenceServer.Transport;

/// <summary>
/// A connection to the gateway that is kept up: lost, it is tried again and again, and each time its owner says anew who it is.
/// </summary>
/// <param name="gateway">Where to.</param>
/// <param name="options">Limits.</param>
/// <param name="frames">Buffers.</param>
/// <param name="time">The clock.</param>
internal sealed class LastingConnection(Uri gateway, TransportOptions options, FramePool frames, TimeProvider time)
{
    private static readonly TimeSpan FirstPause = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(2);

    private WebSocketConnection? _connection;

    /// <summary>Makes the first frame of each connection.</summary>
    public required Func<Task<Action<FrameBuffer>>> Introduce { get; init; }

    /// <summary>Is told what the gateway says.</summary>
    public required Action<Frame> Received { get; init; }

    /// <summary>Is told that there was a connection and is none any more.</summary>
    public required Action Lost { get; init; }

    /// <summary>Is told of each time that there is no connection to be had, and why.</summary>
    public Action<string>? Failed { get; init; }

    /// <summary>Keeps the connection up until told to stop.</summary>
    public async Task RunAsync(CancellationToken stop)
    {
        var pause = FirstPause;
        while (!stop.IsCancellationRequested)
        {
            var began = time.GetTimestamp();
            // One that ends as soon as it is made, as with a gateway that refuses, is as good as none.
            if (await TryConnectAsync(stop) && time.GetElapsedTime(began) > LongestPause)
                pause = FirstPause;
            await Task.Delay(pause, time, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            pause = pause * 2 < LongestPause ? pause * 2 : LongestPause;
        }
    }

    /// <summary>Sends a message, if there is a connection.</summary>
    public void Send(Action<FrameBuffer> encode)
    {
        if (Volatile.Read(ref _connection) is not { } connection)
            return;
        var frame = MessageFrames.Pack(frames, encode);
        connection.TrySend(frame);
        frame.Release();
    }

    /// <summary>Sends a frame, if there is a connection. The caller keeps its hold of it.</summary>
    public void Send(SharedFrame frame) => Volatile.Read(ref _connection)?.TrySend(frame);

    /// <summary>Ends the connection; the next one is tried.</summary>
    public void Close(CloseCode code, string reason) => Volatile.Read(ref _connection)?.Close(code, reason);

    // True if there was a connection.
    private async Task<bool> TryConnectAsync(CancellationToken stop)
    {
        using var socket = new ClientWebSocket();
        ControlTrust.Apply(socket);
        // A gateway whose machine vanished says no goodbye.
        socket.Options.KeepAliveInterval = TimeSpan.FromSeconds(options.PingSeconds);
        socket.Options.KeepAliveTimeout = TimeSpan.FromSeconds(options.PongSeconds);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(TimeSpan.FromSeconds(options.HandshakeSeconds));
        try
        {
            await socket.ConnectAsync(gateway, patience.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException
            or System.Net.Http.HttpRequestException)
        {
            if (!stop.IsCancellationRequested)
                Failed?.Invoke((exception.InnerException ?? exception).Message);
            return false;
        }

        using var connection = new WebSocketConnection(socket, options);
        Volatile.Write(ref _connection, connection);
        using var stopping = stop.Register(() => connection.Close(CloseCode.Normal, "The process ends."));
        var running = connection.RunAsync(new Receiver(this));
        try
        {
            // An owner that has ended meanwhile answers no more.
            Send(await Introduce().WaitAsync(stop));
        }
        catch (OperationCanceledException)
        {
            connection.Close(CloseCode.Normal, "The process ends.");
        }

        await running;
        Volatile.Write(ref _connection, null);
        Lost();
        return true;
    }

    private sealed class Receiver(LastingConnection owner) : IConnectionHandler
    {
        public ValueTask OnMessageAsync(ReadOnlyMemory<byte> message)
        {
            var scanner = new FrameScanner(message, Origin.Server);
            while (scanner.TryNext(out var frame))
                owner.Received(frame);
            if (scanner.Status != DecodeStatus.Ok)
                owner.Close(CloseCode.Malformed, $"A frame is malformed: {scanner.Status}.");
            return ValueTask.CompletedTask;
        }
    }
}
