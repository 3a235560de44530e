using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;

namespace Artemis.Client.Tests;

/// <summary>A network that is gone tells nobody: no connection ends, and nothing comes any more.</summary>
public sealed class SilentGameTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task One_that_says_nothing_before_or_after_the_handshake_is_called_again(bool shakesHands)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var seat = new Seat(new Uri($"ws://{listener.LocalEndpoint}/"), Guid.NewGuid(), "seat");
        await using var game = new GameClient(seat, options: new GameClientOptions { Time = new HastyTime() });
        var connecting = game.ConnectAsync(cancel);

        // Where the machine is slow, a call may be given up before hands are shaken, and the next one comes.
        var calls = new List<TcpClient>();
        do calls.Add(await listener.AcceptTcpClientAsync(cancel));
        while (shakesHands && !await ShakeHandsAsync(calls[^1].GetStream(), cancel));
        calls.Add(await listener.AcceptTcpClientAsync(cancel));

        Assert.Contains(game.Link.Phase, new[] { LinkPhase.Reconnecting, LinkPhase.Disconnected });
        await game.DisposeAsync();
        await Assert.ThrowsAsync<ArtemisException>(() => connecting);
        foreach (var call in calls) call.Dispose();
    }

    // Whether the caller was still there.
    private static async Task<bool> ShakeHandsAsync(NetworkStream stream, CancellationToken cancel)
    {
        try
        {
            await AnswerAsync(stream, await ReadKeyAsync(stream, cancel), cancel);
            return true;
        }
        catch (IOException)
        {
            return false;
        }
    }

    private static async Task<string> ReadKeyAsync(NetworkStream stream, CancellationToken cancel)
    {
        using var reader = new StreamReader(stream, leaveOpen: true);
        string? key = null;
        while (await reader.ReadLineAsync(cancel) is { Length: > 0 } line)
        {
            if (line.StartsWith("Sec-WebSocket-Key:", StringComparison.OrdinalIgnoreCase)) key = line.Split(':')[1].Trim();
        }

        return key ?? throw new IOException("The caller hung up.");
    }

    private static async Task AnswerAsync(NetworkStream stream, string key, CancellationToken cancel)
    {
        // RFC 6455, 4.2.2, wants SHA-1, and proves nothing by it.
#pragma warning disable CA5350
        var accept = Convert.ToBase64String(SHA1.HashData(Encoding.ASCII.GetBytes(key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11")));
#pragma warning restore CA5350
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes(
                $"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: {accept}\r\n\r\n"),
            cancel);
    }

    /// <summary>A clock whose timers ring fifty times sooner.</summary>
    private sealed class HastyTime : TimeProvider
    {
        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / 50 : dueTime, period);
    }
}
