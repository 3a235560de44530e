using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>
/// A connection to a gateway: signs in, and lists, makes and joins sessions. It comes back by itself after a loss and signs in again with
/// the token. A gateway that refuses it then for good ends the client: <see cref="Error"/> says why.
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
    private readonly Uri url;
    private readonly string name;
    private readonly TimeSpan timeout;
    private readonly BackoffPolicy backoff;
    private readonly SemaphoreSlim oneAtATime = new(1);
    private readonly CancellationTokenSource ending = new();
    private readonly Lock sync = new();
    private TaskCompletionSource<GatewayConnection> current = NewCurrent();
    private Task keeping = Task.CompletedTask;

    private GatewayClient(Uri url, string name, string? token, TimeSpan timeout, BackoffPolicy backoff)
    {
        (this.url, this.name, Token) = (url, name, token);
        (this.timeout, this.backoff) = (timeout, backoff);
    }

    /// <summary>The own player's id.</summary>
    public Guid PlayerId { get; private set; }

    /// <summary>The token that proves that the name is one's own: that of <see cref="ConnectAsync"/>, or a new one. Keep it.</summary>
    public string? Token { get; private set; }

    /// <summary>How the connection stands.</summary>
    public GatewayState State { get; private set; }

    /// <summary>The connection stands otherwise than before. Raised while receiving: be quick.</summary>
    public event Action<GatewayState>? StateChanged;

    /// <summary>A session in which one has a seat is gone without warning. Raised while receiving: be quick.</summary>
    public event Action<SessionLost>? SessionLost;

    /// <summary>
    /// Back after a loss, the gateway did not let one in again, and will not: the client closes. Of the first time, <see cref="ConnectAsync"/> tells.
    /// </summary>
    public event Action<ArtemisException>? Error;

    /// <summary>Connects and signs in; registers the name if it is free.</summary>
    /// <param name="url">The gateway's WebSocket, such as <c>ws://127.0.0.1:8080/</c>.</param>
    /// <param name="name">What others will see: 1 to 32 bytes of UTF-8.</param>
    /// <param name="token">The token that came when the name was registered; null the first time.</param>
    /// <param name="timeout">How long to wait for each answer; 15 seconds by default, since a new session may need a process to start.</param>
    /// <param name="backoff">When to try again after a loss.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <exception cref="ArtemisException">The gateway cannot be reached, or refuses the name or token.</exception>
    public static async Task<GatewayClient> ConnectAsync(
        Uri url,
        string name,
        string? token = null,
        TimeSpan? timeout = null,
        BackoffPolicy? backoff = null,
        CancellationToken cancellationToken = default)
    {
        var client = new GatewayClient(url, name, token, timeout ?? TimeSpan.FromSeconds(15), backoff ?? BackoffPolicy.Default);
        var connection = await client.SignInAsync(cancellationToken);
        client.keeping = client.KeepAsync(connection);
        return client;
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
        await ending.CancelAsync();
        await keeping;
    }

    private static TaskCompletionSource<GatewayConnection> NewCurrent() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private async Task<T> AskAsync<T>(byte[] frame, CancellationToken cancellationToken)
        where T : class
    {
        await oneAtATime.WaitAsync(cancellationToken);
        try
        {
            Task<GatewayConnection> ready;
            lock (sync) ready = current.Task;
            var connection = await ready.WaitAsync(timeout, cancellationToken);
            return await connection.AskAsync<T>(frame, timeout, cancellationToken);
        }
        catch (TimeoutException)
        {
            throw new ArtemisException(ErrorCode.Timeout, "The gateway could not be reached in time.");
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    private async Task<GatewayConnection> SignInAsync(CancellationToken cancellationToken)
    {
        var connection = await GatewayConnection.OpenAsync(url, lost => Callback.Run(SessionLost, lost), timeout, cancellationToken);
        try
        {
            var auth = new Auth { Name = name, Token = Token, ProtocolVersion = ArtemisProtocol.Version.ToString() };
            var answer = await connection.AskAsync<AuthOk>(auth.ToFrame(), timeout, cancellationToken);
            (PlayerId, Token) = (answer.PlayerId, answer.Token ?? Token);
        }
        catch
        {
            await connection.CloseAsync();
            throw;
        }

        Change(GatewayState.Ready);
        lock (sync) current.TrySetResult(connection);
        return connection;
    }

    private async Task KeepAsync(GatewayConnection connection)
    {
        ArtemisException? refusal = null;
        try
        {
            while (true)
            {
                await connection.Ended.WaitAsync(ending.Token);
                lock (sync) current = NewCurrent();
                Change(GatewayState.Lost);
                connection = await ComeBackAsync();
            }
        }
        catch (OperationCanceledException)
        {
            await connection.CloseAsync();
        }
        catch (ArtemisException error)
        {
            refusal = error;
        }

        var why = refusal ?? new ArtemisException("The client was closed.");
        lock (sync)
        {
            if (!current.TrySetException(why)) (current = NewCurrent()).SetException(why);
            // Nobody need ask for it.
            _ = current.Task.Exception;
        }

        if (refusal is not null) Callback.Run(Error, refusal);
        Change(GatewayState.Closed);
    }

    // Ends when signed in again, refused, or disposed of.
    private async Task<GatewayConnection> ComeBackAsync()
    {
        for (int attempt = 1; ; attempt++)
        {
            await Task.Delay(backoff.Delay(attempt, Random.Shared.NextDouble()), ending.Token);
            try
            {
                return await SignInAsync(ending.Token);
            }
            catch (ArtemisException error) when (error.Code is null
                or ErrorCode.Internal or ErrorCode.RateLimited or ErrorCode.ShuttingDown or ErrorCode.Timeout)
            {
                // Still away, or not well.
            }
        }
    }

    private void Change(GatewayState state)
    {
        State = state;
        Callback.Run(StateChanged, state);
    }
}
