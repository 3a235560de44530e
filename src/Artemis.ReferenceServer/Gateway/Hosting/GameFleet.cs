using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Registry;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>
/// All game processes of a gateway, on all its machines: starts them, keeps spares warm, hands them out, and notices when one is gone.
/// Only a process that has ended, or one that nobody can see and whose connection stays away past its grace, is gone; a silent one is
/// merely suspect.
/// </summary>
public sealed partial class GameFleet : IPlacement, IHostCatalog, IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, GameHandle> _games = [];
    private readonly SortedDictionary<string, GameMachine> _machines = new(StringComparer.Ordinal);
    private readonly CancellationTokenSource _stopping = new();
    private readonly CancellationToken _stopped;
    private readonly LeastLoaded _choice = new();
    private readonly IGameLauncher _launcher;
    private readonly GameMachine _local;
    private readonly ControlSecret _secret;
    private readonly GameLedger _ledger;
    private readonly ServerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private string _gatewayUrl = "";
    private int _stops;

    /// <summary>Makes a fleet without ships; <see cref="Start"/> launches the first.</summary>
    /// <param name="launcher">Starts processes on the gateway's own machine.</param>
    /// <param name="ports">The ports of games there.</param>
    /// <param name="secret">Proves who is a game of this gateway.</param>
    /// <param name="ledger">What the next gateway must know if this one dies.</param>
    /// <param name="options">The settings.</param>
    /// <param name="time">The clock.</param>
    /// <param name="log">The log.</param>
    public GameFleet(
        IGameLauncher launcher,
        PortPool ports,
        ControlSecret secret,
        GameLedger ledger,
        ServerOptions options,
        TimeProvider time,
        ILogger<GameFleet> log)
    {
        ArgumentNullException.ThrowIfNull(ports);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(time);
        _launcher = launcher;
        _secret = secret;
        _ledger = ledger;
        _options = options;
        _time = time;
        _log = log;
        // Asked for by what may outlive its source.
        _stopped = _stopping.Token;
        _local = new GameMachine(GameMachine.LocalName, ports, time.GetUtcNow())
        {
            Capacity = options.Hosting.LocalGames ?? (ports.Range.IsAny ? DefaultCapacity : ports.Range.Count),
        };
        _machines.Add(_local.Name, _local);
    }

    private const int DefaultCapacity = 100;

    /// <summary>Is told, outside of any lock, of a process that is no more.</summary>
    public Action<GameHandle>? Lost { get; set; }

    /// <summary>All processes there are.</summary>
    public IReadOnlyList<GameHandle> Games
    {
        get
        {
            lock (_gate)
                return [.. _games.Values];
        }
    }

    /// <summary>How many processes are suspect: nothing was heard of them for too long.</summary>
    public int SuspectCount => Games.Count(game => game.Phase == GamePhase.Assigned && IsSuspect(game));

    private TimeSpan Grace => TimeSpan.FromSeconds(_options.Hosting.ReconnectGraceSeconds);

    /// <summary>Begins to keep spares.</summary>
    /// <param name="gatewayUrl">Where processes on this machine connect to.</param>
    public void Start(string gatewayUrl)
    {
        _gatewayUrl = gatewayUrl;
        _ = ForgetStrangersAsync();
        Refill();
    }

    /// <inheritdoc/>
    public async Task<GameHandle> TakeAsync(CancellationToken cancel)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(_options.Hosting.StartSeconds), _time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancel);
        while (true)
        {
            var waiter = Enqueue();
            Refill();
            try
            {
                return await waiter.Task.WaitAsync(both.Token);
            }
            catch (MachineLostException)
            {
                // Another one may have room.
            }
            catch (OperationCanceledException)
            {
                // A game that was handed out in the same moment must not be lost.
                if (!waiter.TrySetCanceled(CancellationToken.None) && waiter.Task.IsCompletedSuccessfully)
                    return await waiter.Task;
                cancel.ThrowIfCancellationRequested();
                throw new TimeoutException("No game process came up in time.");
            }
        }
    }

    /// <summary>A process says who it is, at its start or after either side lost the other.</summary>
    /// <param name="hello">What it says.</param>
    /// <param name="link">Its connection.</param>
    /// <param name="address">The address that it comes from, or null if that is this machine.</param>
    /// <returns>What it is to the gateway from now on, or null if its secret is wrong.</returns>
    public GameHandle? Register(GameHello hello, IControlLink link, string? address = null)
    {
        ArgumentNullException.ThrowIfNull(hello);
        ArgumentNullException.ThrowIfNull(link);
        if (!_secret.Matches(hello.ProcessId, hello.Secret))
        {
            LogBadSecret(hello.ProcessId);
            return null;
        }

        GameHandle? game;
        IControlLink? former;
        bool unwanted;
        lock (_gate)
        {
            if (!_games.TryGetValue(hello.ProcessId, out game))
                game = Adopt(hello);
            game.Port = hello.Port;
            game.Pid = (int)hello.Pid;
            game.PublicUrl = hello.PublicUrl;
            game.Address = address;
            game.SeenAt = _time.GetUtcNow();
            former = game.Link;
            game.Link = link;
            if (hello.SessionId is not null && game.Phase != GamePhase.Stopping)
                game.Phase = GamePhase.Assigned;
            else if (game.Phase == GamePhase.Starting)
                game.Phase = GamePhase.Spare;
            // Before anybody can ask something of it.
            link.Welcome();
            HandOut(game);
            unwanted = game.Phase == GamePhase.Stopping || (game.Phase == GamePhase.Spare && game.Machine.IsDraining);
        }

        former?.Drop("The game connected again.");
        TryNote(() => _ledger.Add(game.ProcessId, game.Pid, game.Port));
        LogRegistered(game.ProcessId, game.Machine.Name, game.Port);
        if (unwanted)
            Discard(game, "The machine takes no new games.", again: true);
        Refill();
        return game;
    }

    /// <summary>A process gave a sign of life.</summary>
    public void Touch(GameHandle game)
    {
        ArgumentNullException.ThrowIfNull(game);
        lock (_gate)
            game.SeenAt = _time.GetUtcNow();
    }

    /// <summary>Whether nothing was heard of a process for too long. It stays listed.</summary>
    public bool IsSuspect(GameHandle game)
    {
        ArgumentNullException.ThrowIfNull(game);
        lock (_gate)
            return (_time.GetUtcNow() - game.SeenAt).TotalSeconds > _options.Hosting.SuspectSeconds;
    }

    /// <summary>A process's connection ended. If nobody can see the process, it has a grace to come back.</summary>
    public void Disconnect(GameHandle game, IControlLink link)
    {
        ArgumentNullException.ThrowIfNull(game);
        lock (_gate)
        {
            if (game.Link != link)
                return;
            game.Link = null;
            game.Losses++;
            if (game.Process is { IsSeen: true } || game.Phase == GamePhase.Gone)
                return;
        }

        _ = AwaitReturnAsync(game);
    }

    /// <inheritdoc/>
    public void Discard(GameHandle game, string reason) => Discard(game, reason, again: false);

    private void Discard(GameHandle game, string reason, bool again)
    {
        ArgumentNullException.ThrowIfNull(game);
        lock (_gate)
        {
            if (game.Phase == GamePhase.Gone || (game.Phase == GamePhase.Stopping && !again))
                return;
            game.Phase = GamePhase.Stopping;
        }

        if (game.Link is { } link)
            link.RequestClose(reason);
        else
            game.Process?.Kill();
        _ = KillIfStillThereAsync(game);
    }

    // Needs the lock.
    private GameHandle Adopt(GameHello hello)
    {
        var machine = hello.Host is null ? _local : FindOrAddMachine(hello.Host);
        var game = AddGame(hello.ProcessId, hello.Port, machine);
        game.Phase = GamePhase.Spare;
        game.Process = machine.IsLocal ? _launcher.Find((int)hello.Pid) : null;
        if (game.Process is not null)
            _ = WatchAsync(game, game.Process);
        return game;
    }

    // Needs the lock. A process that runs already holds its port, whoever gave it.
    private GameHandle AddGame(Guid processId, int port, GameMachine machine)
    {
        var game = new GameHandle(processId, port, machine, _time.GetUtcNow());
        if (machine.Ports.TryClaim(port))
            game.PoolPort = port;
        _games.Add(processId, game);
        return game;
    }

    [LoggerMessage(LogLevel.Warning, "A process said that it was game {ProcessId} and had the wrong secret.")]
    private partial void LogBadSecret(Guid processId);

    [LoggerMessage(LogLevel.Debug, "Game {ProcessId} is there, on machine {Machine}, port {Port}.")]
    private partial void LogRegistered(Guid processId, string machine, int port);
}
