using System.Data.Common;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Hosting;

// How processes end.
public sealed partial class GameFleet
{
    /// <summary>Tells all games to close, waits for them, and kills those that do not.</summary>
    /// <param name="reason">What players are told.</param>
    public async Task StopAsync(string reason)
    {
        GameHandle[] games;
        lock (_gate)
        {
            if (_stopping.IsCancellationRequested)
                return;
            _stopping.Cancel();
            games = [.. _games.Values];
            foreach (var game in games)
                game.Phase = GamePhase.Stopping;
            RefuseWaiters(_waiters.Count);
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
        await Task.WhenAny(ended, Task.Delay(TimeSpan.FromSeconds(_options.Hosting.ShutdownSeconds), _time));
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

    private async Task WatchAsync(GameHandle game, IGameProcess process)
    {
        var code = await process.Exited;
        // A process on its way up that ends says that something is wrong: do not start the next one at once.
        bool failed;
        lock (_gate)
            failed = game.Phase is GamePhase.Starting or GamePhase.Spare;
        if (failed)
            LogFailedToStart(game.ProcessId, process.Pid, code);
        else
            LogEnded(game.ProcessId, process.Pid, code);
        Forget(game, failed);
    }

    private async Task AwaitReturnAsync(GameHandle game)
    {
        await Task.Delay(TimeSpan.FromSeconds(_options.Hosting.ReconnectGraceSeconds), _time, _stopping.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (game.Link is not null)
                return;
        }

        LogNeverReturned(game.ProcessId);
        Forget(game, failed: false);
    }

    private async Task KillIfSilentAsync(GameHandle game)
    {
        await Task.Delay(TimeSpan.FromSeconds(_options.Hosting.StartSeconds), _time, _stopping.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_gate)
        {
            if (game.Phase != GamePhase.Starting)
                return;
        }

        game.Process?.Kill();
    }

    private async Task KillIfStillThereAsync(GameHandle game)
    {
        await Task.Delay(TimeSpan.FromSeconds(_options.Hosting.ShutdownSeconds), _time, _stopping.Token)
            .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        game.Process?.Kill();
    }

    private void Forget(GameHandle game, bool failed)
    {
        lock (_gate)
        {
            if (game.Phase == GamePhase.Gone)
                return;
            game.Phase = GamePhase.Gone;
            _games.Remove(game.ProcessId);
            if (game.PoolPort != 0)
                _ports.Return(game.PoolPort);
            if (failed && !_pausing)
                PauseRefill(PauseAfterFailure);
        }

        game.Link?.Drop("The game is gone.");
        TryNote(() => _ledger.Remove(game.ProcessId));
        Lost?.Invoke(game);
        Refill();
    }

    // Not before the games of an earlier gateway had their time: one that dies again must wait for them again.
    private async Task ForgetStrangersAsync()
    {
        await Task.Delay(_ports.QuarantineLeft, _time, _stopping.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (!_stopping.IsCancellationRequested)
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

/// <summary>No game process can be started: every port is in use.</summary>
public sealed class NoCapacityException() : Exception("Every port for games is in use. Try again later.");
