using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Hosting;

// How processes end.
public sealed partial class GameFleet
{
    /// <summary>
    /// Tells the games of this machine to close, waits for them, and kills those that do not. Those of hosts play on: they are looked after, and
    /// find the next gateway by themselves.
    /// </summary>
    /// <param name="reason">What players are told.</param>
    public async Task StopAsync(string reason)
    {
        if (Interlocked.Exchange(ref _stops, 1) != 0)
            return;
        // Not under the lock: those who wait for something to pass go on at once.
        await _stopping.CancelAsync();
        GameHandle[] games;
        lock (_gate)
        {
            games = [.. GamesOf(_local)];
            foreach (var game in games)
                game.Phase = GamePhase.Stopping;
            foreach (var machine in _machines.Values)
            {
                while (machine.Waiters.TryDequeue(out var waiter))
                    waiter.TrySetException(new ObjectDisposedException(nameof(GameFleet)));
            }
        }

        foreach (var game in games)
        {
            // One that has no connection yet would learn of nothing.
            if (game.Link is { } link)
                link.RequestClose(reason);
            else
                game.Process?.Kill();
        }

        var ended = Task.WhenAll(games.Select(game => game.Process?.Exited ?? Task.CompletedTask));
        await Task.WhenAny(ended, Task.Delay(Patience, _time));
        foreach (var game in games)
        {
            if (game.Process is { Exited.IsCompleted: false } process)
            {
                LogKilled(game.ProcessId, process.Pid);
                process.Kill();
                await process.Exited;
            }
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync("The server is closing down.");
        foreach (var game in Games)
            game.Process?.Dispose();
        _stopping.Dispose();
    }

    private TimeSpan Patience => TimeSpan.FromSeconds(_options.Hosting.ShutdownSeconds);

    private async Task WatchAsync(GameHandle game, IGameProcess process)
    {
        int code;
        try
        {
            code = await process.Exited;
        }
        catch (OperationCanceledException)
        {
            return;
        }

        // A process on its way up that ends says that something is wrong: do not start the next one at once.
        bool failed;
        int pid;
        lock (_gate)
            (failed, pid) = (game.Phase is GamePhase.Starting or GamePhase.Spare, game.Pid);
        // One that ends with 0 was told to, as by a host that stops.
        if (failed && code != 0)
            LogFailedToStart(game.ProcessId, pid, code);
        else
            LogEnded(game.ProcessId, pid, code);
        Forget(game, failed);
    }

    private async Task AwaitReturnAsync(GameHandle game)
    {
        var losses = game.Losses;
        await PauseAsync(Grace);
        lock (_gate)
        {
            if (game.Link is not null || game.Losses != losses || game.Process is { IsSeen: true }
                || game.Phase == GamePhase.Gone || _stopped.IsCancellationRequested)
            {
                return;
            }
        }

        LogNeverReturned(game.ProcessId);
        Forget(game, failed: false);
    }

    private async Task KillIfSilentAsync(GameHandle game)
    {
        await PauseAsync(TimeSpan.FromSeconds(_options.Hosting.StartSeconds));
        lock (_gate)
        {
            if (game.Phase != GamePhase.Starting || _stopped.IsCancellationRequested)
                return;
        }

        await KillAsync(game);
    }

    private async Task KillIfStillThereAsync(GameHandle game)
    {
        await PauseAsync(Patience);
        // All are seen to then, each in its time.
        if (!_stopped.IsCancellationRequested)
            await KillAsync(game);
    }

    // What cannot be killed, because its host is away, is forgotten; if it lives after all, it will say so.
    private async Task KillAsync(GameHandle game)
    {
        game.Process?.Kill();
        await PauseAsync(Patience);
        lock (_gate)
        {
            if (game.Phase == GamePhase.Gone || game.Process is { IsSeen: true } || _stopped.IsCancellationRequested)
                return;
        }

        game.Link?.Drop("The game did not end when it was told to.");
        Forget(game, failed: false);
    }

    private Task PauseAsync(TimeSpan time) => Task.Delay(time, _time, _stopped).ContinueWith(
        _ => { }, CancellationToken.None, TaskContinuationOptions.ExecuteSynchronously, TaskScheduler.Default);

    private void Forget(GameHandle game, bool failed)
    {
        lock (_gate)
        {
            if (game.Phase == GamePhase.Gone)
                return;
            game.Phase = GamePhase.Gone;
            _games.Remove(game.ProcessId);
            if (game.PoolPort != 0)
                game.Machine.Ports.Return(game.PoolPort);
            if (failed && !game.Machine.IsPausing)
                Pause(game.Machine, PauseAfterFailure);
        }

        game.Link?.Drop("The game is gone.");
        game.Process?.Dispose();
        Lost?.Invoke(game);
        Refill();
        // Last: players do not wait for a database that is slow or away.
        TryNote(() => _ledger.Remove(game.ProcessId));
    }

    // Not before the games of an earlier gateway had their time: one that dies again must wait for them again.
    private async Task ForgetStrangersAsync()
    {
        await PauseAsync(_local.Ports.QuarantineLeft);
        if (!_stopped.IsCancellationRequested)
            TryNote(() => _ledger.Keep([.. Games.Select(game => game.ProcessId)]));
    }

    // The ledger spares a restarted gateway trouble; games do not depend on it.
    private void TryNote(Action write)
    {
        try
        {
            write();
        }
        catch (DbException exception)
        {
            LogLedger(exception);
        }
    }

    [LoggerMessage(LogLevel.Debug, "Game {ProcessId} (pid {Pid}) ended with {ExitCode}.")]
    private partial void LogEnded(Guid processId, int pid, int exitCode);

    [LoggerMessage(LogLevel.Warning, "Game {ProcessId} (pid {Pid}) ended with {ExitCode} before it was ready.")]
    private partial void LogFailedToStart(Guid processId, int pid, int exitCode);

    [LoggerMessage(LogLevel.Warning, "Game {ProcessId} lost its connection and did not come back.")]
    private partial void LogNeverReturned(Guid processId);

    [LoggerMessage(LogLevel.Warning, "Game {ProcessId} (pid {Pid}) did not close in time and was killed.")]
    private partial void LogKilled(Guid processId, int pid);

    [LoggerMessage(LogLevel.Warning, "The ledger of games could not be written.")]
    private partial void LogLedger(Exception exception);
}
