using System.Globalization;
using System.Net.WebSockets;
using System.Security.Cryptography.X509Certificates;
using System.Threading.Channels;
using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>A bare client: a WebSocket and the generated codecs.</summary>
internal sealed class TestClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket = new();
    private readonly FramePool _frames = new();
    private readonly Channel<Frame> _inbound = Channel.CreateUnbounded<Frame>();
    private readonly List<Frame> _passedOver = [];
    private Task _receiving = Task.CompletedTask;
    private uint _sequence;
    private volatile bool _aborted;

    private TestClient()
    {
    }

    /// <summary>Why the server closed the connection; null as long as it has not.</summary>
    public int? CloseCode { get; private set; }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<TestClient> ConnectAsync(
        Uri address, string? origin = null, X509Certificate2? trusted = null)
    {
        var client = new TestClient();
        if (origin is not null)
            client._socket.Options.SetRequestHeader("Origin", origin);
        if (trusted is not null)
        {
            client._socket.Options.RemoteCertificateValidationCallback =
                (_, shown, _, _) => shown?.GetCertHashString() == trusted.GetCertHashString();
        }

        await client._socket.ConnectAsync(address, Cancel);
        client._receiving = client.ReceiveAsync();
        return client;
    }

    /// <summary>Signs in under a free name, or with the token of one's own.</summary>
    public static async Task<(TestClient Client, AuthOk Identity)> SignInAsync(
        ServerProcess server, string name, string? token = null, X509Certificate2? trusted = null)
    {
        var client = await ConnectAsync(server.Gateway, trusted: trusted);
        await client.SendAsync(new Auth { Name = name, Token = token }.EncodeFrame);
        return (client, await client.ExpectAsync<AuthOk>(AuthOk.PacketType, AuthOk.TryDecode));
    }

    public async Task SendAsync(Action<FrameBuffer> encode)
    {
        var frame = MessageFrames.Pack(_frames, encode);
        await SendBytesAsync(frame.Slice(0, frame.Length));
        frame.Release();
    }

    public ValueTask SendBytesAsync(ReadOnlyMemory<byte> bytes, WebSocketMessageType type = WebSocketMessageType.Binary) =>
        _socket.SendAsync(bytes, type, endOfMessage: true, Cancel);

    /// <summary>Waits for a frame of a type; others that come before are kept for later.</summary>
    public async Task<Frame> ExpectAsync(uint packetType)
    {
        for (var i = 0; i < _passedOver.Count; i++)
        {
            if (_passedOver[i].PacketType != packetType)
                continue;
            var found = _passedOver[i];
            _passedOver.RemoveAt(i);
            return found;
        }

        while (true)
        {
            var frame = await NextAsync();
            if (frame.PacketType == packetType)
                return frame;
            FailOnError(frame);
            _passedOver.Add(frame);
        }
    }

    private async Task<Frame> NextAsync()
    {
        try
        {
            return await _inbound.Reader.ReadAsync(Cancel).AsTask().WaitAsync(Limits.Patience, Cancel);
        }
        catch (ChannelClosedException exception)
        {
            throw new InvalidOperationException(
                $"The connection has ended: {CloseCode?.ToString(CultureInfo.InvariantCulture) ?? "lost"} {_socket.CloseStatusDescription}", exception);
        }
    }

    /// <summary>Waits for whichever of some frames comes first.</summary>
    /// <returns>Its type.</returns>
    public async Task<uint> AnswersAsync(params uint[] packetTypes)
    {
        while (true)
        {
            var frame = await NextAsync();
            if (packetTypes.Contains(frame.PacketType))
                return frame.PacketType;
            _passedOver.Add(frame);
        }
    }

    /// <summary>Waits for a message.</summary>
    public async Task<T> ExpectAsync<T>(uint packetType, MessageDecoder<T> decode)
        where T : class
    {
        var frame = await ExpectAsync(packetType);
        Assert.Equal(DecodeStatus.Ok, decode(frame.Body, out var message, out _));
        return message!;
    }

    /// <summary>The last message of a type that was passed over, or null.</summary>
    public T? Latest<T>(uint packetType, MessageDecoder<T> decode)
        where T : class
    {
        var at = _passedOver.FindLastIndex(frame => frame.PacketType == packetType);
        if (at < 0)
            return null;
        Assert.Equal(DecodeStatus.Ok, decode(_passedOver[at].Body, out var message, out _));
        _passedOver.RemoveAll(frame => frame.PacketType == packetType);
        return message;
    }

    /// <summary>Waits until the server has closed the connection.</summary>
    /// <returns>The code.</returns>
    public async Task<int> ExpectCloseAsync()
    {
        await _receiving.WaitAsync(Limits.Patience, Cancel);
        return CloseCode ?? throw new InvalidOperationException("The connection was lost without being closed.");
    }

    /// <summary>The next sequence of this connection.</summary>
    public uint NextSequence() => ++_sequence;

    /// <summary>Makes the next command carry the sequence of the last one.</summary>
    public void RepeatSequence() => _sequence--;

    /// <summary>Ends the connection as a lost network does.</summary>
    public void Abort()
    {
        _aborted = true;
        _socket.Abort();
    }

    public async ValueTask DisposeAsync()
    {
        Abort();
        await _receiving;
        _socket.Dispose();
    }

    // One who waits for something else would wait in vain.
    private static void FailOnError(Frame frame)
    {
        if (frame.PacketType == GatewayError.PacketType
            && GatewayError.TryDecode(frame.Body, out var atGateway, out _) == DecodeStatus.Ok)
        {
            Assert.Fail($"{atGateway!.Code}: {atGateway.Message}");
        }

        if (frame.PacketType == GameError.PacketType
            && GameError.TryDecode(frame.Body, out var inGame, out _) == DecodeStatus.Ok)
        {
            Assert.Fail($"{inGame!.Code}: {inGame.Message}");
        }
    }

    private async Task ReceiveAsync()
    {
        var buffer = new byte[256 * 1024];
        try
        {
            while (true)
            {
                var length = 0;
                ValueWebSocketReceiveResult result;
                do
                {
                    result = await _socket.ReceiveAsync(buffer.AsMemory(length), CancellationToken.None);
                    length += result.Count;
                }
                while (!result.EndOfMessage);
                if (result.MessageType == WebSocketMessageType.Close)
                {
                    CloseCode = (int?)_socket.CloseStatus;
                    break;
                }

                // What is read while the connection is torn down may be torn as well.
                if (_aborted)
                    break;
                var scanner = new FrameScanner(buffer.AsMemory(0, length).ToArray(), Origin.Server);
                while (scanner.TryNext(out var frame))
                    _inbound.Writer.TryWrite(frame);
                Assert.True(scanner.Status == DecodeStatus.Ok, $"A message of {length} bytes: {scanner.Status}.");
            }
        }
        catch (Exception exception) when (exception is WebSocketException or OperationCanceledException)
        {
            // Lost, or ended by the test.
        }

        _inbound.Writer.TryComplete();
    }
}
