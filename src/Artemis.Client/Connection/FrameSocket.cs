using System.Buffers;
using System.Net.WebSockets;
using System.Threading.Channels;

namespace Artemis.Client;

/// <summary>What a socket said when it closed.</summary>
/// <param name="Code">RFC 6455 status; 1006 if the connection broke.</param>
/// <param name="Reason">The peer's words.</param>
internal readonly record struct SocketClose(int Code, string Reason);

/// <summary>A WebSocket that sends in order without waiting, and hands on whole messages.</summary>
internal sealed class FrameSocket : IDisposable
{
    private const int FirstBuffer = 16 * 1024;
    private readonly ClientWebSocket socket;
    private readonly int messageLimit;
    private readonly NetworkConditioner? conditioner;
    private readonly NetworkLine? outLine;
    private readonly Channel<(ArraySegment<byte> Message, double Due)> outbound =
        Channel.CreateUnbounded<(ArraySegment<byte>, double)>(new UnboundedChannelOptions { SingleReader = true });

    private FrameSocket(ClientWebSocket socket, int messageLimit, NetworkConditioner? conditioner)
    {
        this.socket = socket;
        this.messageLimit = messageLimit;
        this.conditioner = conditioner;
        outLine = conditioner?.NewLine();
        conditioner?.Add(Abort);
    }

    /// <summary>Opens a socket.</summary>
    /// <param name="url">Where to.</param>
    /// <param name="messageLimit">Most bytes of a message.</param>
    /// <param name="conditioner">Makes the network worse than it is; null leaves it as it is.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="WebSocketException">It cannot be opened.</exception>
    public static async Task<FrameSocket> ConnectAsync(
        Uri url, int messageLimit, NetworkConditioner? conditioner, CancellationToken cancellation)
    {
        var socket = new ClientWebSocket();
        try
        {
            // The servers' proxies are the hosts' business; a proxy of the environment is not meant for games.
            socket.Options.Proxy = null;
            await socket.ConnectAsync(url, cancellation);
            return new FrameSocket(socket, messageLimit, conditioner);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Sends a message after those before it. Dropped if the socket is closing.</summary>
    public void Send(ReadOnlySpan<byte> message)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(message.Length);
        message.CopyTo(buffer);
        if (!outbound.Writer.TryWrite((new(buffer, 0, message.Length), outLine?.Pass() ?? 0))) ArrayPool<byte>.Shared.Return(buffer);
    }

    /// <summary>Sends what was asked to be sent, then closes.</summary>
    public void Close() => outbound.Writer.TryComplete();

    /// <summary>Ends the connection at once.</summary>
    public void Abort() => socket.Abort();

    /// <summary>Sends and receives until the socket closes.</summary>
    /// <param name="onMessage">Gets each message; its bytes are valid during the call. False ends the connection.</param>
    public async Task<SocketClose> RunAsync(Func<ReadOnlyMemory<byte>, bool> onMessage)
    {
        var sending = SendAllAsync();
        var close = conditioner is null ? await ReceiveAllAsync(onMessage) : await ReceiveDelayedAsync(onMessage);
        outbound.Writer.TryComplete();
        await sending;
        return close;
    }

    public void Dispose()
    {
        conditioner?.Remove(Abort);
        socket.Dispose();
    }

    private async Task SendAllAsync()
    {
        await foreach (var (message, due) in outbound.Reader.ReadAllAsync())
        {
            try
            {
                if (conditioner is not null) await conditioner.WaitUntil(due);
                if (socket.State == WebSocketState.Open)
                    await socket.SendAsync(message, WebSocketMessageType.Binary, true, CancellationToken.None);
            }
            catch (Exception error) when (IsConnectionFault(error))
            {
                // The receiving side notices too, and says why.
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(message.Array!);
            }
        }

        try
        {
            if (socket.State is WebSocketState.Open or WebSocketState.CloseReceived)
                await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        }
        catch (Exception error) when (IsConnectionFault(error))
        {
            // Closed already.
        }
    }

    // What came waits until it would have come; so does the end of the connection, unless it was broken.
    private async Task<SocketClose> ReceiveDelayedAsync(Func<ReadOnlyMemory<byte>, bool> onMessage)
    {
        var line = conditioner!.NewLine();
        var waiting = Channel.CreateUnbounded<(byte[] Message, double Due)>(new UnboundedChannelOptions { SingleReader = true });
        var refused = false;
        var delivering = DeliverAsync();
        var close = await ReceiveAllAsync(message =>
        {
            waiting.Writer.TryWrite((message.ToArray(), line.Pass()));
            return !Volatile.Read(ref refused);
        });
        waiting.Writer.TryComplete();
        await delivering;
        return close;

        async Task DeliverAsync()
        {
            await foreach (var (message, due) in waiting.Reader.ReadAllAsync())
            {
                await conditioner.WaitUntil(due);
                if (socket.State == WebSocketState.Aborted || onMessage(message)) continue;
                Volatile.Write(ref refused, true);
                socket.Abort();
                return;
            }
        }
    }

    private async Task<SocketClose> ReceiveAllAsync(Func<ReadOnlyMemory<byte>, bool> onMessage)
    {
        var buffer = new byte[FirstBuffer];
        int length = 0;
        try
        {
            while (true)
            {
                var part = await socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                if (part.MessageType == WebSocketMessageType.Close)
                    return new((int)(socket.CloseStatus ?? WebSocketCloseStatus.NormalClosure), socket.CloseStatusDescription ?? "");
                length += part.Count;
                if (part.EndOfMessage)
                {
                    if (!onMessage(buffer.AsMemory(0, length))) return await RefuseAsync("A frame is malformed.");
                    length = 0;
                }
                else if (length == buffer.Length)
                {
                    if (length >= messageLimit) return await RefuseAsync("A message is too large.");
                    Array.Resize(ref buffer, Math.Min(length * 2, messageLimit));
                }
            }
        }
        catch (Exception error) when (IsConnectionFault(error))
        {
            return new(1006, error.Message);
        }
    }

    private async Task<SocketClose> RefuseAsync(string reason)
    {
        await socket.CloseOutputAsync(WebSocketCloseStatus.ProtocolError, reason, CancellationToken.None);
        return new((int)WebSocketCloseStatus.ProtocolError, reason);
    }

    private static bool IsConnectionFault(Exception error) =>
        error is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or InvalidOperationException;
}
