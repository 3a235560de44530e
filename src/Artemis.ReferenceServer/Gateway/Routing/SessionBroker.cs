using System.Data.Common;
using Artemis.ReferenceServer.Gateway.Catalog;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Gateway.Operation;
using Artemis.ReferenceServer.Gateway.Registry;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Routing;

/// <summary>Makes sessions of spare processes and brings players to them.</summary>
/// <param name="placement">Where processes are had.</param>
/// <param name="catalog">The sessions.</param>
/// <param name="registry">The players.</param>
/// <param name="isScenario">Says which scenarios there are.</param>
/// <param name="drain">Whether the server is being emptied.</param>
/// <param name="time">The clock.</param>
/// <param name="log">The log.</param>
public sealed partial class SessionBroker(
    IPlacement placement,
    SessionCatalog catalog,
    IPlayerRegistry registry,
    Func<string, bool> isScenario,
    DrainState drain,
    TimeProvider time,
    ILogger<SessionBroker> log)
{
    private const int MaxSessionNameBytes = 64;
    private const byte DefaultDifficulty = 5;
    private const int MaxAttempts = 3;

    private readonly Lock _gate = new();

    /// <summary>Why no sessions can be made here; null if they can.</summary>
    public string? Refusal { get; init; }

    // What was asked for under which key: an answer, or one that is on its way.
    private readonly Dictionary<(Guid Player, string Key), Task<SessionEntry>> _creations = [];

    /// <summary>Makes a session. Asked again with the same key, by the same player, it gives the same one.</summary>
    /// <exception cref="GatewayException">It cannot be made.</exception>
    public Task<SessionEntry> CreateAsync(Guid creatorId, string creatorName, CreateSession request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (Refusal is { } refusal)
            throw new GatewayException(ErrorCode.NotAllowed, refusal);
        if (!VisibleText.TryNormalize(request.Name, MaxSessionNameBytes, out var name))
            throw new GatewayException(ErrorCode.BadRequest, "A session's name has 1 to 64 bytes that can be seen.");
        if (!isScenario(request.Scenario))
            throw new GatewayException(ErrorCode.NotFound, "There is no such scenario.");
        if (request.ClientKey is not { Length: > 0 } clientKey)
            return OpenAsync(creatorId, creatorName, name, request);

        lock (_gate)
        {
            var key = (creatorId, clientKey);
            if (_creations.TryGetValue(key, out var creation)
                && (!creation.IsCompleted || (creation.IsCompletedSuccessfully && catalog.TryFind(creation.Result.Id, out _))))
            {
                return creation;
            }

            // Not to be given up when one of those who wait for it gives up.
            creation = OpenAsync(creatorId, creatorName, name, request);
            _creations[key] = creation;
            _ = ForgetIfFailedAsync(key, creation);
            return creation;
        }
    }

    /// <summary>Keeps a seat for a player.</summary>
    /// <returns>The token that the player shows in the game.</returns>
    /// <exception cref="GatewayException">There is none to be had.</exception>
    public async Task<(SessionEntry Session, string Token)> JoinAsync(
        Guid playerId, string name, Guid sessionId, string? password, CancellationToken cancel)
    {
        if (!catalog.TryFind(sessionId, out var session) || session.State == GameState.Closed)
            throw new GatewayException(ErrorCode.UnknownSession, "There is no such session; it may have ended.");
        if (drain.Status is not null && !catalog.HasMember(session, playerId))
            throw Draining();
        if (session.Game.Link is not { } link)
            throw new GatewayException(ErrorCode.Timeout, "The session cannot be reached at the moment. Try again.");
        SeatReserved seat;
        try
        {
            seat = await link.ReserveAsync(playerId, name, password, cancel);
        }
        catch (TimeoutException)
        {
            throw new GatewayException(ErrorCode.Timeout, "The session took too long to answer. Try again.");
        }
        catch (IOException)
        {
            throw new GatewayException(ErrorCode.Timeout, "The session was lost while it was asked. Try again.");
        }

        if (seat.ReconnectToken is not { } token)
            throw new GatewayException(seat.Code ?? ErrorCode.Internal, seat.Message ?? "There is no seat to be had.");
        catalog.Update(session, entry => entry.Members.Add(playerId));
        return (session, token);
    }

    /// <summary>A game that outlived its gateway tells what it runs.</summary>
    public SessionEntry Restore(GameHandle game, GameHello hello)
    {
        ArgumentNullException.ThrowIfNull(game);
        ArgumentNullException.ThrowIfNull(hello);
        var createdAt = hello.CreatedAt is { } seconds
            ? DateTimeOffset.FromUnixTimeSeconds(seconds)
            : game.StartedAt;
        var session = Enter(hello.SessionId!.Value, game, createdAt);
        catalog.Update(session, entry =>
        {
            entry.Roster = hello.Roster;
            foreach (var member in hello.Roster)
                entry.Members.Add(member.PlayerId);
        });
        if (hello is { CreatedBy: { } creator, ClientKey: { } key })
        {
            lock (_gate)
                _creations.TryAdd((creator, key), Task.FromResult(session));
        }

        return session;
    }

    /// <summary>A process has opened the session that it was told to.</summary>
    public SessionEntry Attach(Guid sessionId, GameHandle game) => Enter(sessionId, game, time.GetUtcNow());

    /// <summary>A game says how it stands.</summary>
    public async Task UpdateAsync(SessionEntry session, GameStatus status, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(session);
        ArgumentNullException.ThrowIfNull(status);
        var creatorName = session.CreatorName;
        if (status.CreatorId is { } creator && (creator != session.CreatorId || creatorName.Length == 0))
            creatorName = await FindNameAsync(creator, cancel);
        catalog.Update(session, entry =>
        {
            entry.Name = status.Name;
            entry.Scenario = status.Scenario;
            entry.Difficulty = status.Difficulty;
            entry.State = status.GameState;
            entry.Ships = status.Ships;
            entry.MaxShips = status.MaxShips;
            entry.Players = status.Players;
            entry.Locked = status.Locked;
            entry.CreatorId = status.CreatorId ?? entry.CreatorId;
            entry.CreatorName = creatorName;
        });
    }

    // A database that is away costs a name until the next word of the game, not the game's connection.
    private async Task<string> FindNameAsync(Guid player, CancellationToken cancel)
    {
        try
        {
            return await registry.FindNameAsync(player, cancel) ?? "";
        }
        catch (DbException)
        {
            return "";
        }
    }

    /// <summary>A game says who has a seat.</summary>
    public void UpdateRoster(SessionEntry session, IReadOnlyList<RosterEntry> roster) =>
        catalog.Update(session, entry => entry.Roster = roster);

    /// <summary>A process is gone; what it ran is no more.</summary>
    /// <returns>The session and who had a seat in it, or null.</returns>
    public (SessionEntry Session, Guid[] Members)? Lose(GameHandle game)
    {
        if (catalog.Remove(game, out var members) is not { } session)
            return null;
        LogLost(session.Id, game.ProcessId, session.State);
        lock (_gate)
        {
            foreach (var key in _creations.Where(pair => pair.Value.IsCompletedSuccessfully && pair.Value.Result == session)
                         .Select(pair => pair.Key).ToArray())
            {
                _creations.Remove(key);
            }
        }

        return (session, members);
    }

    // Asked for again, it is tried again; asked for by many once and never again, it must not be remembered for ever.
    private async Task ForgetIfFailedAsync((Guid Player, string Key) key, Task<SessionEntry> creation)
    {
        await ((Task)creation).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (creation.IsCompletedSuccessfully)
            return;
        lock (_gate)
        {
            if (_creations.GetValueOrDefault(key) == creation)
                _creations.Remove(key);
        }
    }

    private static GatewayException Draining() =>
        new(ErrorCode.ShuttingDown, "The server is closing down and takes nobody new.");

    private async Task<SessionEntry> OpenAsync(Guid creatorId, string creatorName, string name, CreateSession request)
    {
        if (drain.Status is not null)
            throw Draining();
        var started = time.GetTimestamp();
        var createdAt = time.GetUtcNow();
        // An id of its own for each attempt, lest one that was cut off in the middle comes back with that of another.
        var (game, order) = await OpenOnAnyAsync(() => new OpenSession
        {
            SessionId = Guid.NewGuid(),
            Name = name,
            Scenario = request.Scenario,
            Difficulty = request.Difficulty ?? DefaultDifficulty,
            MaxShips = request.MaxShips,
            CreatorId = creatorId,
            CreatedAt = (uint)createdAt.ToUnixTimeSeconds(),
            ClientKey = request.ClientKey,
            Password = request.Password,
        });
        var session = Enter(order.SessionId, game, createdAt);
        catalog.Update(session, entry =>
        {
            entry.Name = name;
            entry.Scenario = order.Scenario;
            entry.Difficulty = order.Difficulty;
            entry.MaxShips = order.MaxShips;
            entry.Locked = order.Password is not null;
            entry.CreatorId = creatorId;
            entry.CreatorName = creatorName;
        });
        if (game.Phase == GamePhase.Gone)
            throw new GatewayException(ErrorCode.Timeout, "The game ended as it began. Try again.");
        // The server may have begun to empty itself meanwhile.
        if (drain.Status is { } status)
            game.Link?.Drain(true, status.Message);
        ServerMetrics.CreateToReady.Record(time.GetElapsedTime(started).TotalSeconds);
        LogOpened(session.Id, game.Port, time.GetElapsedTime(started).TotalMilliseconds);
        return session;
    }

    // A process may end before its session is entered; nobody would strike the session out then.
    private SessionEntry Enter(Guid sessionId, GameHandle game, DateTimeOffset createdAt)
    {
        var session = catalog.Add(sessionId, game, createdAt);
        if (game.Phase == GamePhase.Gone)
            catalog.Remove(game, out _);
        return session;
    }

    private async Task<(GameHandle Game, OpenSession Order)> OpenOnAnyAsync(Func<OpenSession> createOrder)
    {
        for (var attempt = 1; ; attempt++)
        {
            var game = await TakeAsync();
            var order = createOrder();
            using var step = ServerTraces.Begin("artemis.game.open");
            try
            {
                await (game.Link ?? throw new IOException("The game has no connection.")).OpenAsync(order, CancellationToken.None);
                return (game, order);
            }
            catch (Exception exception) when (exception is IOException or TimeoutException)
            {
                placement.Discard(game, "The session could not be opened.");
                LogNotOpened(game.ProcessId, exception);
                // One may die in the moment in which it is handed out. One that does not answer has cost the creator time enough.
                if (exception is TimeoutException || attempt == MaxAttempts)
                    throw new GatewayException(ErrorCode.Timeout, "The game process did not answer. Try again.");
            }
        }
    }

    private async Task<GameHandle> TakeAsync()
    {
        using var step = ServerTraces.Begin("artemis.game.take");
        try
        {
            return await placement.TakeAsync(CancellationToken.None);
        }
        catch (NoCapacityException exception)
        {
            throw new GatewayException(ErrorCode.NoCapacity, exception.Message);
        }
        catch (TimeoutException)
        {
            throw new GatewayException(ErrorCode.Timeout, "No game process came up in time. Try again.");
        }
        catch (ObjectDisposedException)
        {
            throw new GatewayException(ErrorCode.ShuttingDown, "The server is closing down.");
        }
    }

    [LoggerMessage(LogLevel.Information, "Session {SessionId} opened on port {Port} in {Milliseconds:F0} ms.")]
    private partial void LogOpened(Guid sessionId, int port, double milliseconds);

    [LoggerMessage(LogLevel.Information, "Session {SessionId} is gone with game {ProcessId}; it was in {State}.")]
    private partial void LogLost(Guid sessionId, Guid processId, GameState state);

    [LoggerMessage(LogLevel.Warning, "Game {ProcessId} could not be made a session of.")]
    private partial void LogNotOpened(Guid processId, Exception exception);
}
