using System.Net.WebSockets;
using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>A client on a real socket that asks and asks and never reads an answer.</summary>
public sealed class NeverReadingTests
{
    private const int QuestionsAMessage = 300;
    private const int MessagesAtOnce = 8;

    // Either so little may wait that the queue is full first, or so much that the lag shows first.
    [Theory]
    [InlineData("512", "86400", "Too much waits to be sent")]
    [InlineData("100000000", "1", "lags behind the game for too long")]
    public async Task One_who_never_reads_is_closed_and_the_crew_flies_on(string frames, string lagSeconds, string reason)
    {
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__Transport__OutboundFrames"] = frames,
            ["ARTEMIS__Transport__OutboundBytes"] = "1000000000",
            ["ARTEMIS__Transport__LagSeconds"] = lagSeconds,
            // So that neither its silence nor its questions are what it is closed for.
            ["ARTEMIS__Transport__PongSeconds"] = "86400",
            ["ARTEMIS__Transport__InboundFramesPerSecond"] = "1000000",
            ["ARTEMIS__Transport__InboundBurst"] = "100000000",
        });
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await using var deaf = await Crew.JoinAsync(server, "Kang", crew.State.SessionId);
        await deaf.SelectAsync(0, Console.Science);
        await crew.StartAsync();
        // In by another connection, which nobody reads.
        using var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri(deaf.Redirect.WsUrl), Cancel);
        await SendAsync(socket, new Rejoin { PlayerId = deaf.Identity.PlayerId, ReconnectToken = deaf.Redirect.ReconnectToken }.EncodeFrame);
        Assert.Equal(4003, await deaf.Game.ExpectCloseAsync());

        await Eventually.TrueAsync(
            async () =>
            {
                // Each question is answered; sooner or later the answers fill what lies between the two.
                await AskAsync(socket);
                // No faster than the game thinks: others are answered meanwhile.
                await crew.Game.SendBytesAsync(Questions(1));
                await crew.Game.ExpectAsync(TimeSync.PacketType);
                return server.Output.Contains(reason, StringComparison.Ordinal);
            },
            () => server.Output);

        var left = await crew.Game.ExpectAsync<PlayerLeft>(PlayerLeft.PacketType, PlayerLeft.TryDecode);
        Assert.Equal((deaf.Identity.PlayerId, LeaveReason.Disconnected), (left.PlayerId, left.Reason));
        for (var i = 0; i < 10; i++)
            await crew.Game.ExpectAsync(ObjectUpdate.PacketType);
        Assert.Null(crew.Game.CloseCode);
        // The seat is kept for one who reads.
        await deaf.RejoinAsync();
        await deaf.Game.ExpectAsync(ObjectUpdate.PacketType);
        Assert.Contains(deaf.State.Players, player => player.PlayerId == deaf.Identity.PlayerId && player.Consoles.Contains(Console.Science));
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static async Task AskAsync(WebSocket socket)
    {
        try
        {
            for (var i = 0; i < MessagesAtOnce; i++)
                await socket.SendAsync(Questions(QuestionsAMessage), WebSocketMessageType.Binary, endOfMessage: true, Cancel);
        }
        catch (WebSocketException)
        {
            // The server has closed the connection.
        }
    }

    private static byte[] Questions(int count)
    {
        var frame = new byte[64];
        var length = new TimeSync { Stamp = 1, Echo = 0 }.EncodeFrame(frame, Origin.Client);
        var questions = new byte[count * length];
        for (var i = 0; i < count; i++)
            frame.AsSpan(0, length).CopyTo(questions.AsSpan(i * length));
        return questions;
    }

    private static async Task SendAsync(WebSocket socket, Action<FrameBuffer> encode)
    {
        var frame = MessageFrames.Pack(new FramePool(), encode);
        await socket.SendAsync(frame.Slice(0, frame.Length), WebSocketMessageType.Binary, endOfMessage: true, Cancel);
        frame.Release();
    }
}
