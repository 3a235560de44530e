using Artemis.ReferenceServer.Gateway.Hosting;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Host;

/// <summary>The game processes that a host has started. Safe for use by several threads.</summary>
internal sealed partial class HostedGames(LocalGameLauncher launcher, ILogger<HostedGames> log)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, (IGameProcess Process, int Port)> _games = [];
    private bool _closed;

    /// <summary>Is told of each process that has ended, or could not be started.</summary>
    public required Action<Guid, int> Ended { get; init; }

    /// <summary>How many run.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
                return _games.Count;
        }
    }

    /// <summary>What runs.</summary>
    public HostedProcess[] Describe()
    {
        lock (_gate)
        {
            return
            [
                .. _games.Select(game => new HostedProcess
                {
                    ProcessId = game.Key,
                    Pid = (uint)game.Value.Process.Pid,
                    Port = (ushort)game.Value.Port,
                }),
            ];
        }
    }

    /// <summary>Starts a process.</summary>
    /// <returns>The operating system's process id, or null if there is none.</returns>
    public int? Start(LaunchOrder order)
    {
        IGameProcess? process = null;
        // An order that crossed with the news that this host stops is no failure.
        var code = 0;
        lock (_gate)
        {
            if (!_closed && !_games.ContainsKey(order.ProcessId))
            {
                try
                {
                    process = launcher.Launch(order);
                    _games.Add(order.ProcessId, (process, order.Port));
                }
                catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
                {
                    LogNotStarted(exception);
                    code = -1;
                }
            }
        }

        if (process is null)
        {
            Ended(order.ProcessId, code);
            return null;
        }

        _ = WatchAsync(order.ProcessId, process);
        return process.Pid;
    }

    /// <summary>Ends a process at once.</summary>
    public void Kill(Guid processId)
    {
        lock (_gate)
        {
            if (_games.TryGetValue(processId, out var game))
                game.Process.Kill();
        }
    }

    /// <summary>Asks all to end, waits, and kills those that do not. No more are started.</summary>
    /// <param name="patience">How long they may take.</param>
    public async Task CloseAsync(TimeSpan patience)
    {
        IGameProcess[] processes;
        lock (_gate)
        {
            _closed = true;
            processes = [.. _games.Values.Select(game => game.Process)];
        }

        foreach (var process in processes)
            (process as LocalGameProcess)?.RequestEnd();
        var ended = Task.WhenAll(processes.Select(process => process.Exited));
        await Task.WhenAny(ended, Task.Delay(patience));
        foreach (var process in processes)
        {
            if (!process.Exited.IsCompleted)
            {
                LogKilled(process.Pid);
                process.Kill();
            }
        }

        await ended;
    }

    private async Task WatchAsync(Guid processId, IGameProcess process)
    {
        var code = await process.Exited;
        lock (_gate)
            _games.Remove(processId);
        process.Dispose();
        Ended(processId, code);
    }

    [LoggerMessage(LogLevel.Error, "A game process could not be started.")]
    private partial void LogNotStarted(Exception exception);

    [LoggerMessage(LogLevel.Warning, "The game with pid {Pid} did not close in time and was killed.")]
    private partial void LogKilled(int pid);
}
