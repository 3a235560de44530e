using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Game.Control;
using Artemis.ReferenceServer.Game.Play;
using Artemis.ReferenceServer.Game.Session;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Replication.Profile;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Game;

/// <summary>
/// A session with its players' connections, on the game's own thread: nothing here is touched by another. It brings what comes in to the
/// session, the session's changes to the players, and lets the running game tick.
/// </summary>
internal sealed partial class GameRoom
{
    private static readonly TimeSpan HousekeepingInterval = TimeSpan.FromMilliseconds(250);

    private readonly ServerOptions _options;
    private readonly GameClock _clock;
    private readonly FramePool _frames;
    private readonly Inbox<GameInput> _inbox;
    private readonly IGatewayPort _gateway;
    private readonly ILogger _log;
    private readonly PlayerConnection?[] _connections = new PlayerConnection?[ConnectionSlots];
    private GameSession? _session;
    private RunningGame? _running;
    private SessionResults? _results;
    private SessionPassword? _password;
    private OpenSession? _order;
    private GameStatus? _status;
    private TimeSpan _nextHousekeeping;
    private TimeSpan _nextStatus;
    private TimeSpan? _gatewayLostAt;
    private bool _statusDue;
    private bool _rejected;
    private bool _wasKnown;

    /// <summary>Makes a room without a session.</summary>
    public GameRoom(
        ServerOptions options,
        GameClock clock,
        FramePool frames,
        Inbox<GameInput> inbox,
        IGatewayPort gateway,
        ILogger log)
    {
        _options = options;
        _clock = clock;
        _frames = frames;
        _inbox = inbox;
        _gateway = gateway;
        _log = log;
    }

    private const int ConnectionSlots = 48;

    /// <summary>Where the bytes of updates go.</summary>
    public ReplicationProfile Profile { get; } = new();

    /// <summary>Which process and session this is, for log lines.</summary>
    public LogScope Process { get; } = new();

    /// <summary>Whom the game's thread is busy with, for its log lines.</summary>
    public LogScope Whom { get; } = new();

    /// <summary>Whether all is over and the process may end.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Ticks and their times, while a game runs.</summary>
    public RunningGame? Running => _running;

    /// <summary>Opens the session's lobby.</summary>
    public void Open(OpenSession order, SessionPassword? password)
    {
        if (_session is null)
        {
            using var step = ServerTraces.Begin("artemis.session.open", Process);
            Process.SessionId = order.SessionId;
            _order = order;
            _password = password;
            var setup = new SessionSetup(
                order.SessionId, order.Name, order.Scenario, order.Difficulty, order.MaxShips, order.CreatorId);
            _session = new GameSession(setup, _options.Session, Scenarios.Contains, IsLost, this, _clock.Now);
            LogOpened(order.SessionId);
        }

        _gateway.Report(new GameReady { SessionId = _session.Id });
        _statusDue = true;
    }

    /// <summary>Keeps a seat for a player, whose password was checked against the present one.</summary>
    public void Reserve(ReserveSeat request)
    {
        SeatReserved seat;
        if (_session is null)
            seat = Refused(request.RequestId, new Refusal(ErrorCode.UnknownSession, "There is no session here."));
        else if (_session.Reserve(request.PlayerId, request.Name, _clock.Now, out var player) is { } refusal)
            seat = Refused(request.RequestId, refusal);
        else
            seat = new SeatReserved { RequestId = request.RequestId, ReconnectToken = player!.Token.Reveal() };

        _gateway.Report(seat);
        _statusDue = true;
    }

    /// <summary>What players must know, as it is now; read by the thread that checks it.</summary>
    public SessionPassword? Password => Volatile.Read(ref _password);

    /// <summary>Ends the session, or the process if it has none.</summary>
    public void Close(string reason)
    {
        if (_session is null)
            IsOver = true;
        else
            _session.Close(reason, _clock.Now);
    }

    /// <summary>The gateway does not know this process. A spare is of no use then; players play on, as without a gateway.</summary>
    public void Reject(string reason)
    {
        if (_session is null)
            IsOver = true;
        else if (!_rejected)
            LogRejected(reason);
        _rejected = true;
    }

    /// <summary>Who this process is and what it runs, for a gateway that it has just reached.</summary>
    /// <param name="identity">Who it is.</param>
    /// <param name="port">The port that it listens on.</param>
    public GameHello Introduce(GameIdentity identity, int port)
    {
        _statusDue = true;
        return new GameHello
        {
            ProcessId = identity.ProcessId,
            Secret = identity.Secret,
            Host = identity.Host,
            PublicUrl = identity.PublicUrl,
            Pid = (uint)Environment.ProcessId,
            Port = (ushort)port,
            State = _session is null ? GameProcessState.Ready : ProcessStateOf(_session.State),
            SessionId = _session?.Id,
            CreatedAt = _order?.CreatedAt,
            CreatedBy = _order?.CreatorId,
            ClientKey = _order?.ClientKey,
            Roster = _session is null ? [] : [.. _session.Roster.Players.Select(ToRosterEntry)],
        };
    }

    /// <summary>How long the thread may wait for something to happen.</summary>
    public TimeSpan NextWait()
    {
        var wait = _nextHousekeeping - _clock.Now;
        if (_running is { IsWaiting: false })
        {
            var untilTick = _running.Schedule.Wait(_clock.Stamp);
            wait = untilTick < wait ? untilTick : wait;
        }

        return wait > TimeSpan.Zero ? wait : TimeSpan.Zero;
    }

    /// <summary>Takes what another thread handed over.</summary>
    public void Handle(in GameInput input)
    {
        Whom.PlayerId = input.Connection?.Whom.PlayerId;
        HandleNow(in input);
        Whom.PlayerId = null;
    }

    private void HandleNow(in GameInput input)
    {
        switch (input.Kind)
        {
            case GameInputKind.Message:
                try
                {
                    if (!IsOver)
                        HandleMessage(input.Connection!, input.Frame!, input.ReceivedAt);
                }
                finally
                {
                    input.Frame!.Release();
                }

                break;
            case GameInputKind.Closed:
                HandleClosed(input.Connection!);
                break;
            case GameInputKind.Work:
                input.Work!();
                break;
        }
    }

    /// <summary>Lets due ticks and time-outs happen.</summary>
    public void Advance()
    {
        while (_running is { IsWaiting: false } && _running.Schedule.TryBegin(_clock.Stamp))
            Tick(_running);

        var now = _clock.Now;
        if (now >= _nextHousekeeping)
        {
            _nextHousekeeping = now + HousekeepingInterval;
            KeepHouse(now);
        }

        if (_session is not null && (_statusDue || now >= _nextStatus))
            ReportStatus(_session, now);
    }

    private static SeatReserved Refused(uint requestId, Refusal refusal) =>
        new() { RequestId = requestId, Code = refusal.Code, Message = refusal.Message };

    private bool IsLost(byte ship) => _running?.IsLost(ship) ?? false;

    // For what was done elsewhere and ends here.
    private void Post(Action work) => _inbox.Post(new GameInput(GameInputKind.Work, null, null, _clock.Now, work));

    private void Tick(RunningGame running)
    {
        running.Tick(_clock.Now);
        if (running.IsOver || (_options.Session.GameSeconds > 0 && running.LastTickTime.TotalSeconds >= _options.Session.GameSeconds))
            FinishGame();
    }

    // Milliseconds since the game began; before that, since the process did. Never 0, which would mean a question.
    private double GameTime(TimeSpan now) =>
        Math.Max(0.001, (_running is null ? now : _running.TimeOf(now)).TotalMilliseconds);

    [LoggerMessage(LogLevel.Warning, "The gateway does not know this game, which goes on without it: {Reason}")]
    private partial void LogRejected(string reason);

    [LoggerMessage(LogLevel.Debug, "Session {SessionId} is open.")]
    private partial void LogOpened(Guid sessionId);
}
