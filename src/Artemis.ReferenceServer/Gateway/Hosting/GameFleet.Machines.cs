using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Hosting;

// Hosts that come and go.
public sealed partial class GameFleet
{
    /// <inheritdoc/>
    public IReadOnlyList<HostSummary> Hosts
    {
        get
        {
            lock (_gate)
            {
                return
                [
                    .. _machines.Values.OrderByDescending(machine => machine.IsLocal).Select(machine => new HostSummary(
                        machine.Name,
                        machine.IsConnected,
                        machine.IsDraining,
                        machine.Capacity,
                        GamesOf(machine).Count(game => game.Phase == GamePhase.Assigned),
                        CountUnused(machine),
                        machine.Since)),
                ];
            }
        }
    }

    /// <inheritdoc/>
    public bool TryDrainHost(string name, bool draining)
    {
        GameMachine? machine;
        lock (_gate)
        {
            if (!_machines.TryGetValue(name, out machine))
                return false;
        }

        machine.Link?.Drain(draining);
        SetDraining(machine, draining);
        return true;
    }

    /// <summary>A host offers its machine, at its start or after either side lost the other.</summary>
    /// <param name="hello">What it says. The secret has been checked.</param>
    /// <param name="link">Its connection.</param>
    /// <param name="refusal">Why it is not taken.</param>
    /// <returns>The machine, or null if it is not taken.</returns>
    public GameMachine? RegisterHost(HostHello hello, IHostLink link, out string? refusal)
    {
        ArgumentNullException.ThrowIfNull(hello);
        ArgumentNullException.ThrowIfNull(link);
        refusal = null;
        IHostLink? former;
        GameMachine machine;
        lock (_gate)
        {
            if (_stopped.IsCancellationRequested)
                refusal = "The gateway is closing down.";
            else if (hello.Name == GameMachine.LocalName)
                refusal = $"'{GameMachine.LocalName}' is the gateway's own machine; give the host another --name.";
            else if (_machines.GetValueOrDefault(hello.Name) is { Link: not null } known && known.InstanceId != hello.InstanceId)
                refusal = $"A host '{hello.Name}' is connected already; give each host a --name of its own.";
            if (refusal is not null)
                return null;

            machine = FindOrAddMachine(hello.Name);
            former = machine.Link;
            var sameRun = machine.InstanceId == hello.InstanceId;
            machine.InstanceId = hello.InstanceId;
            machine.Link = link;
            machine.Since = _time.GetUtcNow();
            machine.Capacity = hello.Capacity;
            machine.IsDraining = hello.Draining;
            link.Welcome();
            ClaimPorts(machine, new PortRange(hello.FirstPort, hello.LastPort));
            Reconcile(machine, hello, sameRun);
        }

        former?.Drop("The host connected again.");
        LogHostCame(machine.Name, machine.Capacity);
        Refill();
        return machine;
    }

    /// <summary>A host's connection ended. What it runs goes on; it gets no new games.</summary>
    public void DisconnectHost(GameMachine machine, IHostLink link)
    {
        ArgumentNullException.ThrowIfNull(machine);
        lock (_gate)
        {
            if (machine.Link != link)
                return;
            machine.Link = null;
            machine.Since = _time.GetUtcNow();
            Refuse(machine, machine.Waiters.Count);
            Watch(machine);
        }

        LogHostLost(machine.Name);
    }

    /// <summary>A host says whether it takes new games.</summary>
    public void SetDraining(GameMachine machine, bool draining)
    {
        ArgumentNullException.ThrowIfNull(machine);
        GameHandle[] unused = [];
        lock (_gate)
        {
            if (machine.IsDraining == draining)
                return;
            machine.IsDraining = draining;
            if (draining)
            {
                Refuse(machine, machine.Waiters.Count);
                unused = [.. GamesOf(machine).Where(game => game.Phase is GamePhase.Starting or GamePhase.Spare)];
            }
        }

        if (draining)
            LogDraining(machine.Name);
        else
            LogDrained(machine.Name);
        foreach (var game in unused)
            Discard(game, "The machine takes no new games.");
        Refill();
    }

    /// <summary>A host has started a process.</summary>
    public void NoteStarted(GameMachine machine, ProcessStarted started)
    {
        ArgumentNullException.ThrowIfNull(started);
        lock (_gate)
        {
            if (_games.TryGetValue(started.ProcessId, out var game) && game.Machine == machine)
                game.Pid = (int)started.Pid;
        }
    }

    /// <summary>A process of a host has ended, or could not be started.</summary>
    public void NoteEnded(GameMachine machine, ProcessEnded ended)
    {
        ArgumentNullException.ThrowIfNull(ended);
        lock (_gate)
        {
            if (_games.TryGetValue(ended.ProcessId, out var game) && game.Machine == machine)
                (game.Process as RemoteGameProcess)?.End(ended.ExitCode);
        }
    }

    // Needs the lock. A machine may be known by its games before its host has come back.
    private GameMachine FindOrAddMachine(string name)
    {
        if (!_machines.TryGetValue(name, out var machine))
        {
            machine = new GameMachine(name, new PortPool(PortRange.Empty, TimeSpan.Zero, _time), _time.GetUtcNow());
            _machines.Add(name, machine);
            Watch(machine);
        }

        return machine;
    }

    // Needs the lock.
    private void ClaimPorts(GameMachine machine, PortRange range)
    {
        if (machine.Ports.Range == range)
            return;
        machine.Ports = new PortPool(range, _local.Ports.QuarantineLeft, _time);
        foreach (var game in GamesOf(machine))
            game.PoolPort = machine.Ports.TryClaim(game.Port) ? game.Port : 0;
    }

    // Needs the lock. Brings together what the host runs and what the gateway thought that it does.
    private void Reconcile(GameMachine machine, HostHello hello, bool sameRun)
    {
        var running = hello.Processes.DistinctBy(process => process.ProcessId).ToDictionary(process => process.ProcessId);
        foreach (var game in GamesOf(machine))
        {
            var known = game.Process as RemoteGameProcess;
            if (running.Remove(game.ProcessId, out var process))
            {
                game.Pid = (int)process.Pid;
                if (known is null)
                    See(game);
            }
            else if (sameRun)
            {
                // It ended, or the order to start it was lost, while the connection was.
                known?.End(-1);
            }
            else
            {
                // A host that was started anew knows nothing of what the former one started, and cannot see it.
                game.Process = null;
                known?.Abandon();
                if (game.Link is null)
                    _ = AwaitReturnAsync(game);
            }
        }

        foreach (var process in running.Values)
        {
            if (_games.ContainsKey(process.ProcessId))
                continue;
            var game = AddGame(process.ProcessId, process.Port, machine);
            game.Pid = (int)process.Pid;
            See(game);
            _ = KillIfSilentAsync(game);
        }

        void See(GameHandle game)
        {
            game.Process = new RemoteGameProcess(machine, game.ProcessId);
            _ = WatchAsync(game, game.Process);
        }
    }

    // Needs the lock.
    private void Watch(GameMachine machine)
    {
        if (machine.IsWatched)
            return;
        machine.IsWatched = true;
        _ = WatchLostAsync(machine);
    }

    // As long as a host is away, nobody tells how its games fare but they themselves.
    private async Task WatchLostAsync(GameMachine machine)
    {
        while (true)
        {
            await PauseAsync(Grace);
            GameHandle[] games;
            lock (_gate)
            {
                games = [.. GamesOf(machine)];
                if (machine.IsConnected || games.Length == 0 || _stopped.IsCancellationRequested)
                {
                    machine.IsWatched = false;
                    if (!machine.IsConnected)
                        _machines.Remove(machine.Name);
                    return;
                }
            }

            foreach (var game in games)
            {
                if (game.Link is not { } link)
                    _ = AwaitReturnAsync(game);
                else if (game.Phase == GamePhase.Spare)
                    Discard(game, "The host is gone.");
                else if (IsSuspect(game))
                    // Its machine may have vanished without a word. If it has not, it connects again at once.
                    link.Drop("Nothing was heard for too long.");
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "Host {Name} offers its machine for {Capacity} games.")]
    private partial void LogHostCame(string name, int capacity);

    [LoggerMessage(LogLevel.Warning, "The connection to host {Name} is lost. Its games go on; it gets no new ones.")]
    private partial void LogHostLost(string name);

    [LoggerMessage(LogLevel.Information, "Host {Name} takes no new games; those that it runs end in their time.")]
    private partial void LogDraining(string name);

    [LoggerMessage(LogLevel.Information, "Host {Name} takes new games again.")]
    private partial void LogDrained(string name);
}
