using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Observability;

namespace Artemis.ReferenceServer.Transport;

/// <summary>
/// One WebSocket: a loop that reads whole messages, and a bounded queue of frames to send. Sending never waits: a frame that finds
/// the queue full ends the connection with <see cref="CloseCode.TooSlow"/>.
/// </summary>
public sealed class WebSocketConnection : IDisposable
{
    private const int FirstReceiveBuffer = 1024;
    private static readonly TimeSpan CloseGrace = TimeSpan.FromSeconds(2);

    private readonly WebSocket _socket;
    private readonly TransportOptions _options;
    private readonly Channel<Outbound> _outbound;
    private readonly CancellationTokenSource _abort = new();
    private long _bytesQueued;
    private int _stateFrames;
    private int _closing;
    private CloseCode _closeCode;
    private string _closeReason = "";

    /// <summary>Wraps a socket that is open.</summary>
    public WebSocketConnection(WebSocket socket, TransportOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        _socket = socket;
        _options = options;
        _outbound = Channel.CreateBounded<Outbound>(new BoundedChannelOptions(options.OutboundFrames)
        {
            SingleReader = true,
            SingleWriter = false,
            AllowSynchronousContinuations = false,
        });
    }

    /// <summary>Whom the connection concerns, as far as it is known, for log lines.</summary>
    internal LogScope Whom { get; } = new();

    /// <summary>Why the connection ends.</summary>
    internal (CloseCode Code, string Reason) Ending => (_closeCode, _closeReason);

    /// <summary>Object updates that are queued or being sent.</summary>
    public int StateFramesInFlight => Volatile.Read(ref _stateFrames);

    /// <summary>Whether the connection is ending.</summary>
    public bool IsClosing => Volatile.Read(ref _closing) != 0;

    /// <summary>Queues part of a frame, and holds it until it is sent.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="offset">First byte to send.</param>
    /// <param name="length">How many bytes to send.</param>
    /// <param name="isState">Whether it is an object update, counted by <see cref="StateFramesInFlight"/>.</param>
    /// <returns>False if the connection is ending, or the queue is full and the connection ends for it.</returns>
    public bool TrySend(SharedFrame frame, int offset, int length, bool isState = false)
    {
        ArgumentNullException.ThrowIfNull(frame);
        if (IsClosing)
            return false;
        if (Interlocked.Add(ref _bytesQueued, length) <= _options.OutboundBytes)
        {
            frame.Retain();
            if (isState)
                Interlocked.Increment(ref _stateFrames);
            if (_outbound.Writer.TryWrite(new Outbound(frame, offset, length, isState)))
                return true;
            if (isState)
                Interlocked.Decrement(ref _stateFrames);
            frame.Release();
        }

        Interlocked.Add(ref _bytesQueued, -length);
        Close(CloseCode.TooSlow, "Too much waits to be sent; the connection is too slow.");
        return false;
    }

    /// <summary>Queues a whole frame.</summary>
    public bool TrySend(SharedFrame frame)
    {
        ArgumentNullException.ThrowIfNull(frame);
        return TrySend(frame, 0, frame.Length);
    }

    /// <summary>Ends the connection once what is queued was sent, or after two seconds. The first reason given counts.</summary>
    public void Close(CloseCode code, string reason)
    {
        if (Interlocked.Exchange(ref _closing, 1) != 0)
            return;
        if (code == CloseCode.TooSlow)
            ServerMetrics.SlowConsumers.Add(1);
        else if (code is CloseCode.Malformed or CloseCode.TooBig or CloseCode.NotBinary or CloseCode.TooFast)
            ServerMetrics.InputRejected.Add(1);
        _closeCode = code;
        _closeReason = reason;
        _outbound.Writer.TryComplete();
        try
        {
            _abort.CancelAfter(CloseGrace);
        }
        catch (ObjectDisposedException)
        {
            // It has ended already.
        }
    }

    /// <summary>Runs the connection until it has ended, for whatever reason. Throws only what the handler does.</summary>
    public async Task RunAsync(IConnectionHandler handler)
    {
        var sending = SendLoopAsync();
        try
        {
            await ReceiveLoopAsync(handler);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException or IOException)
        {
            // The connection is lost; that is all there is to know.
        }
        catch
        {
            Close(CloseCode.Broken, "Something is wrong with the server itself.");
            throw;
        }
        finally
        {
            Close(CloseCode.Normal, "");
            await sending;
            _socket.Abort();
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _abort.Dispose();
        _socket.Dispose();
    }

    private async Task ReceiveLoopAsync(IConnectionHandler handler)
    {
        // Small, so that a thousand connections that say nothing cost little.
        var buffer = ArrayPool<byte>.Shared.Rent(FirstReceiveBuffer);
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult result;
                do
                {
                    if (length == buffer.Length && !TryGrow(ref buffer))
                    {
                        Close(CloseCode.TooBig, $"A message may have {_options.InboundMessageBytes} bytes.");
                        // Read on and forget, or the peer would see its connection broken instead of the reason.
                        length = 0;
                    }

                    result = await _socket.ReceiveAsync(buffer.AsMemory(length), _abort.Token);
                    if (result.MessageType == WebSocketMessageType.Close)
                        return;
                    length += result.Count;
                }
                while (!result.EndOfMessage);

                ServerMetrics.BytesIn.Add(length);
                if (IsClosing)
                    continue;
                if (length > _options.InboundMessageBytes)
                    Close(CloseCode.TooBig, $"A message may have {_options.InboundMessageBytes} bytes.");
                else if (result.MessageType != WebSocketMessageType.Binary)
                    Close(CloseCode.NotBinary, "Messages are binary.");
                else
                    await handler.OnMessageAsync(buffer.AsMemory(0, length));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private bool TryGrow(ref byte[] buffer)
    {
        if (buffer.Length >= _options.InboundMessageBytes)
            return false;
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        buffer = larger;
        return true;
    }

    private async Task SendLoopAsync()
    {
        var reader = _outbound.Reader;
        try
        {
            // No cancellation token: waiting with one allocates. Closing completes the queue instead.
            while (await reader.WaitToReadAsync())
            {
                while (reader.TryRead(out var outbound))
                    await SendAsync(outbound);
            }

            await _socket.CloseOutputAsync((WebSocketCloseStatus)(int)_closeCode, CloseReason.Fit(_closeReason), _abort.Token);
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException
            or IOException or ObjectDisposedException or InvalidOperationException)
        {
            Close(CloseCode.Normal, "");
            _socket.Abort();
        }

        while (reader.TryRead(out var dropped))
            Settle(dropped);
    }

    private async ValueTask SendAsync(Outbound outbound)
    {
        try
        {
            var bytes = outbound.Frame.Slice(outbound.Offset, outbound.Length);
            var kind = FrameKind.TagOf(bytes.Span);
            await _socket.SendAsync(
                bytes,
                WebSocketMessageType.Binary,
                WebSocketMessageFlags.EndOfMessage | WebSocketMessageFlags.DisableCompression,
                _abort.Token);
            ServerMetrics.BytesOut.Add(outbound.Length, kind);
            ServerMetrics.MessagesOut.Add(1, kind);
        }
        finally
        {
            Settle(outbound);
        }
    }

    private void Settle(Outbound outbound)
    {
        Interlocked.Add(ref _bytesQueued, -outbound.Length);
        if (outbound.IsState)
            Interlocked.Decrement(ref _stateFrames);
        outbound.Frame.Release();
    }

    private readonly record struct Outbound(SharedFrame Frame, int Offset, int Length, bool IsState);
}
