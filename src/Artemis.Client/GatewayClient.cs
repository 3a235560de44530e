using System.Net.WebSockets;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>
/// A connection to a gateway: signs in, and lists, makes and joins sessions. One that broke is of no more use: make a new one.
/// </summary>
/// <example>
/// <code>
/// await using var gateway = await GatewayClient.ConnectAsync(new Uri("ws://127.0.0.1:8080/"), "Ada");
/// var session = await gateway.CreateSessionAsync("Patrol", "siege", maxShips: 1);
/// var seat = await gateway.JoinSessionAsync(session.SessionId);
/// </code>
/// </example>
public sealed class GatewayClient : IAsyncDisposable
{
    private readonly FrameSocket socket;
    private readonly TimeSpan timeout;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly Receiver receiver = new();
    private Task<SocketClose> running = Task.FromResult(default(SocketClose));

    private GatewayClient(FrameSocket socket, TimeSpan timeout) => (this.socket, this.timeout) = (socket, timeout);

    /// <summary>The own player's id.</summary>
    public Guid PlayerId { get; private set; }

    /// <summary>The token that proves that the name is one's own: that of <see cref="ConnectAsync"/>, or a new one. Keep it.</summary>
    public string? Token { get; private set; }

    /// <summary>A session in which one has a seat is gone without warning. Raised while receiving: be quick.</summary>
    public event Action<SessionLost>? SessionLost
    {
        add => receiver.SessionLost += value;
        remove => receiver.SessionLost -= value;
    }

    /// <summary>Connects and signs in; registers the name if it is free.</summary>
    /// <param name="url">The gateway's WebSocket, such as <c>ws://127.0.0.1:8080/</c>.</param>
    /// <param name="name">What others will see: 1 to 32 bytes of UTF-8.</param>
    /// <param name="token">The token that came when the name was registered; null the first time.</param>
    /// <param name="timeout">How long to wait for each answer; 15 seconds by default, since a new session may need a process to start.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArtemisException">The gateway cannot be reached, or refuses the name or token.</exception>
    public static async Task<GatewayClient> ConnectAsync(
        Uri url,
        string name,
        string? token = null,
        TimeSpan? timeout = null,
        CancellationToken cancellationToken = default)
    {
        FrameSocket socket;
        try
        {
            socket = await FrameSocket.ConnectAsync(url, ArtemisProtocol.FrameLimit, conditioner: null, cancellationToken);
        }
        catch (WebSocketException error)
        {
            throw new ArtemisException($"The gateway at {url} cannot be reached: {error.Message}", error);
        }

        var client = new GatewayClient(socket, timeout ?? TimeSpan.FromSeconds(15)) { Token = token };
        client.running = client.RunAsync();
        try
        {
            var auth = new Auth { Name = name, Token = token, ProtocolVersion = ArtemisProtocol.Version.ToString() };
            var answer = await client.AskAsync<AuthOk>(auth.ToFrame(), cancellationToken);
            client.PlayerId = answer.PlayerId;
            client.Token = answer.Token ?? token;
            return client;
        }
        catch
        {
            await client.DisposeAsync();
            throw;
        }
    }

    /// <summary>The sessions, newest first.</summary>
    /// <param name="filter">Narrows the list; null for all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArtemisException">The gateway refuses, or does not answer.</exception>
    public async Task<IReadOnlyList<SessionSummary>> ListSessionsAsync(
        ListSessions? filter = null,
        CancellationToken cancellationToken = default) =>
        (await AskAsync<SessionList>((filter ?? new ListSessions()).ToFrame(), cancellationToken)).Sessions;

    /// <summary>Makes a session. It is ready when this returns; join it next.</summary>
    /// <param name="name">Its name: 1 to 64 bytes of UTF-8.</param>
    /// <param name="scenario">A scenario's id: <c>siege</c>, <c>deep-strike</c>, <c>border-patrol</c> or <c>fleet-action</c>.</param>
    /// <param name="maxShips">1 to 8.</param>
    /// <param name="difficulty">1 to 11.</param>
    /// <param name="password">What others must know to join; null for nothing.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArtemisException">There is no such scenario, no port is free, or the gateway does not answer.</exception>
    public Task<SessionCreated> CreateSessionAsync(
        string name,
        string scenario = "siege",
        int maxShips = 2,
        int difficulty = 5,
        string? password = null,
        CancellationToken cancellationToken = default)
    {
        var request = new CreateSession
        {
            Name = name,
            Scenario = scenario,
            MaxShips = checked((byte)maxShips),
            Difficulty = checked((byte)difficulty),
            Password = password,
            ClientKey = Guid.NewGuid().ToString(),
        };
        return AskAsync<SessionCreated>(request.ToFrame(), cancellationToken);
    }

    /// <summary>Asks for a seat in a session. The answer says where its game is and what opens it: hand it to <see cref="GameClient"/>.</summary>
    /// <exception cref="ArtemisException">The session is unknown or full, the password wrong, or the gateway does not answer.</exception>
    public Task<Redirect> JoinSessionAsync(Guid sessionId, string? password = null, CancellationToken cancellationToken = default) =>
        AskAsync<Redirect>(new JoinSession { SessionId = sessionId, Password = password }.ToFrame(), cancellationToken);

    /// <summary>Ends the connection. Requests under way fail.</summary>
    public async ValueTask DisposeAsync()
    {
        socket.Close();
        if (await Task.WhenAny(running, Task.Delay(TimeSpan.FromSeconds(1))) != running) socket.Abort();
        await running;
        socket.Dispose();
        oneAtATime.Dispose();
    }

    // Answers carry no number, and the gateway gives them in order: one request at a time keeps them apart.
    private async Task<T> AskAsync<T>(byte[] frame, CancellationToken cancellationToken)
        where T : class
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            var answer = receiver.Expect(typeof(T));
            socket.Send(frame);
            return (T)await answer.WaitAsync(timeout, cancellationToken);
        }
        catch (Exception error) when (error is TimeoutException or OperationCanceledException)
        {
            // The answer may still come, and would be taken for that of the next request.
            socket.Abort();
            if (error is OperationCanceledException) throw;
            throw new ArtemisException(ErrorCode.Timeout, "The gateway did not answer in time.");
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<SocketClose> RunAsync()
    {
        var close = await socket.RunAsync(Receive);
        receiver.Fail(new ArtemisException(close.Reason.Length > 0 ? close.Reason : "The connection to the gateway was lost."));
        return close;
    }

    private bool Receive(ReadOnlyMemory<byte> message)
    {
        var handler = receiver;
        return FromServer.Dispatch(message, ref handler, out _) == DecodeStatus.Ok;
    }

    /// <summary>Matches answers to the request under way.</summary>
    private sealed class Receiver : FromServerHandler
    {
        private readonly Lock sync = new();
        private TaskCompletionSource<object>? pending;
        private Type? expected;
        private ArtemisException? failure;

        public event Action<SessionLost>? SessionLost;

        public Task<object> Expect(Type answer)
        {
            lock (sync)
            {
                if (failure is not null) return Task.FromException<object>(failure);
                pending = new(TaskCreationOptions.RunContinuationsAsynchronously);
                expected = answer;
                return pending.Task;
            }
        }

        public void Fail(ArtemisException error)
        {
            lock (sync)
            {
                failure = error;
                pending?.TrySetException(error);
            }
        }

        public override void On(AuthOk message) => Answer(message);

        public override void On(SessionList message) => Answer(message);

        public override void On(SessionCreated message) => Answer(message);

        public override void On(Redirect message) => Answer(message);

        public override void On(AuthFail message) => Refuse(message.Code ?? ErrorCode.BadToken, message.Reason);

        public override void On(GatewayError message) => Refuse(message.Code, message.Message);

        public override void On(SessionLost message) => SessionLost?.Invoke(message);

        private void Answer(object message)
        {
            lock (sync)
                if (message.GetType() == expected) pending?.TrySetResult(message);
        }

        private void Refuse(ErrorCode code, string message)
        {
            lock (sync) pending?.TrySetException(new ArtemisException(code, message));
        }
    }
}
