using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using Artemis.Protocol;

namespace Artemis.Client.Tests;

/// <summary>How a gateway client comes back to a gateway that has changed meanwhile.</summary>
public sealed class GatewayReturnTests : IDisposable
{
    private static readonly BackoffPolicy Quickly = BackoffPolicy.Default with
    {
        First = TimeSpan.FromMilliseconds(1),
        Max = TimeSpan.FromMilliseconds(2),
    };

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public GatewayReturnTests() => listener.Start();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ErrorCode.Internal)]
    [InlineData(ErrorCode.RateLimited)]
    [InlineData(ErrorCode.ShuttingDown)]
    public async Task One_that_is_not_well_is_asked_again(ErrorCode code)
    {
        await using var client = await SignInAsync();
        var ready = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        client.StateChanged += state =>
        {
            if (state == GatewayState.Ready) ready.TrySetResult();
        };

        for (int time = 0; time < 2; time++) await AnswerSignInAsync(new GatewayError { Code = code, Message = "Not now." }.ToFrame());
        var welcome = AnswerSignInAsync(new AuthOk { PlayerId = client.PlayerId }.ToFrame(), until: ready.Task);

        await ready.Task.WaitAsync(Cancel);
        Assert.Equal("secret", client.Token);
        await welcome;
    }

    [Fact]
    public async Task One_that_refuses_ends_the_client_which_says_why()
    {
        await using var client = await SignInAsync();
        var told = new TaskCompletionSource<ArtemisException>(TaskCreationOptions.RunContinuationsAsynchronously);
        client.Error += told.SetResult;

        await AnswerSignInAsync(new AuthFail { Reason = "Not yours.", Code = ErrorCode.BadToken }.ToFrame());

        var why = await told.Task.WaitAsync(Cancel);
        Assert.Equal((ErrorCode.BadToken, "Not yours."), (why.Code, why.Message));
        var refusal = await Assert.ThrowsAsync<ArtemisException>(() => client.ListSessionsAsync(cancellationToken: Cancel));
        Assert.Equal(ErrorCode.BadToken, refusal.Code);
    }

    public void Dispose() => listener.Dispose();

    // Signed in, and lost at once.
    private async Task<GatewayClient> SignInAsync()
    {
        var connecting = GatewayClient.ConnectAsync(
            new Uri($"ws://{listener.LocalEndpoint}/"), "Ada", backoff: Quickly, cancellationToken: Cancel);
        await AnswerSignInAsync(new AuthOk { PlayerId = Guid.NewGuid(), Token = "secret" }.ToFrame(), until: connecting);
        return await connecting;
    }

    // Takes one call, hears the sign-in, answers, waits and hangs up.
    private async Task AnswerSignInAsync(byte[] answer, Task? until = null)
    {
        using var call = await listener.AcceptTcpClientAsync(Cancel);
        Assert.True(await Handshake.TryAsync(call.GetStream(), Cancel));
        using var socket = WebSocket.CreateFromStream(call.GetStream(), new WebSocketCreationOptions { IsServer = true });
        var buffer = new byte[1024];
        await socket.ReceiveAsync(buffer, Cancel);
        await socket.SendAsync(answer, WebSocketMessageType.Binary, endOfMessage: true, Cancel);
        // Until it has been read, or hung up on: a connection that is cut may lose what is on its way.
        if (until is null) await socket.ReceiveAsync(buffer, Cancel);
        else await until.WaitAsync(Cancel);
    }
}
