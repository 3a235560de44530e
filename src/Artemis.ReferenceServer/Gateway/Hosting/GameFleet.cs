using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Registry;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>
/// All game processes of a gateway: starts them, keeps spares warm, hands them out, and notices when one is gone. Only a process that
/// has ended, or one that cannot be seen and whose connection stays away past its grace, is gone; a silent one is merely suspect.
/// </summary>
public sealed partial class GameFleet : IAsyncDisposable
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, GameHandle> _games = [];
    private readonly Queue<TaskCompletionSource<GameHandle>> _waiters = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly IGameLauncher _launcher;
    private readonly PortPool _ports;
    private readonly ControlSecret _secret;
    private readonly GameLedger _ledger;
    private readonly ServerOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _log;
    private string _gatewayUrl = "";
    private bool _pausing;

    /// <summary>Makes a fleet without ships; <see cref="Start"/> launches the first.</summary>
    public GameFleet(
        IGameLauncher launcher,
        PortPool ports,
        ControlSecret secret,
        GameLedger ledger,
        ServerOptions options,
        TimeProvider time,
        ILogger<GameFleet> log)
    {
        _launcher = launcher;
        _ports = ports;
        _secret = secret;
        _ledger = ledger;
        _options = options;
        _time = time;
        _log = log;
    }

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

    /// <summary>Begins to keep spares.</summary>
    /// <param name="gatewayUrl">Where processes connect to.</param>
    public void Start(string gatewayUrl)
    {
        _gatewayUrl = gatewayUrl;
        _ = ForgetStrangersAsync();
        Refill();
    }

    /// <summary>Hands out a process that is ready: a spare, or one that is started for it.</summary>
    /// <exception cref="NoCapacityException">No process can be started.</exception>
    /// <exception cref="TimeoutException">None came up in time.</exception>
    public async Task<GameHandle> TakeAsync(CancellationToken cancel)
    {
        var waiter = new TaskCompletionSource<GameHandle>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopping.IsCancellationRequested, this);
            _waiters.Enqueue(waiter);
            foreach (var spare in _games.Values)
            {
                if (spare.Link is not null)
                    HandOut(spare);
            }
        }

        Refill();
        try
        {
            return await waiter.Task.WaitAsync(TimeSpan.FromSeconds(_options.Hosting.StartSeconds), _time, cancel);
        }
        catch (Exception exception) when (exception is TimeoutException or OperationCanceledException)
        {
            // A game that was handed out in the same moment must not be lost.
            if (!waiter.TrySetCanceled(CancellationToken.None) && waiter.Task.IsCompletedSuccessfully)
                return await waiter.Task;
            throw;
        }
    }

    /// <summary>A process says who it is, at its start or after either side lost the other.</summary>
    /// <returns>What it is to the gateway from now on, or null if its secret is wrong.</returns>
    public GameHandle? Register(GameHello hello, IControlLink link)
    {
        ArgumentNullException.ThrowIfNull(hello);
        if (!_secret.Matches(hello.ProcessId, hello.Secret))
        {
            LogBadSecret(hello.ProcessId);
            return null;
        }

        GameHandle? game;
        IControlLink? former = null;
        lock (_gate)
        {
            if (!_games.TryGetValue(hello.ProcessId, out game))
                game = Adopt(hello);
            game.Port = hello.Port;
            game.Pid = (int)hello.Pid;
            game.SeenAt = _time.GetUtcNow();
            former = game.Link;
            game.Link = link;
            if (hello.SessionId is not null)
                game.Phase = GamePhase.Assigned;
            else if (game.Phase == GamePhase.Starting)
                game.Phase = GamePhase.Spare;
            // Before anybody can ask something of it.
            link.Welcome();
            HandOut(game);
        }

        former?.Drop("The game connected again.");
        TryNote(() => _ledger.Add(game.ProcessId, game.Pid, game.Port));
        LogRegistered(game.ProcessId, game.Port);
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

    /// <summary>A process's connection ended. If the process cannot be seen, it has a grace to come back.</summary>
    public void Disconnect(GameHandle game, IControlLink link)
    {
        ArgumentNullException.ThrowIfNull(game);
        lock (_gate)
        {
            if (game.Link != link)
                return;
            game.Link = null;
            if (game.Process is not null || game.Phase == GamePhase.Gone)
                return;
        }

        _ = AwaitReturnAsync(game);
    }

    /// <summary>Gives a process back that could not be made a session of; it ends.</summary>
    public void Discard(GameHandle game, string reason)
    {
        ArgumentNullException.ThrowIfNull(game);
        lock (_gate)
        {
            if (game.Phase == GamePhase.Gone)
                return;
            game.Phase = GamePhase.Stopping;
        }

        game.Link?.RequestClose(reason);
        _ = KillIfStillThereAsync(game);
    }

    // Needs the lock.
    private GameHandle Adopt(GameHello hello)
    {
        var game = new GameHandle(hello.ProcessId, hello.Port, _time.GetUtcNow()) { Phase = GamePhase.Spare };
        if (_ports.TryClaim(hello.Port))
            game.PoolPort = hello.Port;
        game.Process = _launcher.Find((int)hello.Pid);
        _games.Add(game.ProcessId, game);
        if (game.Process is not null)
            _ = WatchAsync(game, game.Process);
        return game;
    }

    // Needs the lock. A process that stands by goes to whoever has waited longest.
    private void HandOut(GameHandle game)
    {
        while (game.Phase == GamePhase.Spare && _waiters.TryDequeue(out var waiter))
        {
            game.Phase = GamePhase.Assigned;
            if (!waiter.TrySetResult(game))
                game.Phase = GamePhase.Spare;
        }
    }

    private void Refill()
    {
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested || _pausing)
                return;
            var waiting = _waiters.Count(waiter => !waiter.Task.IsCompleted);
            var coming = _games.Values.Count(game => game.Phase is GamePhase.Starting or GamePhase.Spare);
            for (var missing = _options.WarmSpares + waiting - coming; missing > 0; missing--)
            {
                if (_ports.TryTake(out var port))
                {
                    Launch(port);
                    continue;
                }

                if (_ports.QuarantineLeft > TimeSpan.Zero)
                    PauseRefill(_ports.QuarantineLeft);
                else
                    RefuseWaiters(waiting - coming);
                return;
            }
        }
    }

    // Needs the lock.
    private void Launch(int port)
    {
        var id = Guid.NewGuid();
        var game = new GameHandle(id, port, _time.GetUtcNow()) { PoolPort = port, SeenAt = _time.GetUtcNow() };
        try
        {
            game.Process = _launcher.Launch(new LaunchOrder(id, _secret.For(id), _gatewayUrl, port));
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            LogLaunchFailed(exception);
            _ports.Return(port);
            PauseRefill(PauseAfterFailure);
            return;
        }

        game.Pid = game.Process.Pid;
        _games.Add(id, game);
        _ = WatchAsync(game, game.Process);
        _ = KillIfSilentAsync(game);
    }

    // Needs the lock.
    private void RefuseWaiters(int count)
    {
        for (; count > 0 && _waiters.TryDequeue(out var waiter); count--)
            waiter.TrySetException(new NoCapacityException());
    }

    // Needs the lock.
    private void PauseRefill(TimeSpan pause)
    {
        _pausing = true;
        _ = ResumeAsync();

        async Task ResumeAsync()
        {
            await Task.Delay(pause, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            lock (_gate)
                _pausing = false;
            Refill();
        }
    }

    [LoggerMessage(LogLevel.Warning, "A process said that it was game {ProcessId} and had the wrong secret.")]
    private partial void LogBadSecret(Guid processId);

    [LoggerMessage(LogLevel.Debug, "Game {ProcessId} is there on port {Port}.")]
    private partial void LogRegistered(Guid processId, int port);

    [LoggerMessage(LogLevel.Error, "A game process could not be started.")]
    private partial void LogLaunchFailed(Exception exception);
}
