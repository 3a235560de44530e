using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Gateway.Hosting;

// How processes begin, and who gets them.
public sealed partial class GameFleet
{
    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromSeconds(1);

    // A start is nearly all computing. More at once than there are processors would all be ready late, instead of the first ones soon.
    private static int StartsAtOnce { get; } = Math.Max(2, Environment.ProcessorCount);

    private TaskCompletionSource<GameHandle> Enqueue()
    {
        var waiter = new TaskCompletionSource<GameHandle>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_stopped.IsCancellationRequested, this);
            var machines = _machines.Values.Where(HasRoom).ToArray();
            var chosen = _choice.Choose([.. machines.Select(LoadOf)]);
            if (chosen < 0)
                throw new NoCapacityException();
            machines[chosen].Waiters.Enqueue(waiter);
            foreach (var game in GamesOf(machines[chosen]))
            {
                if (game.Link is not null)
                    HandOut(game);
            }
        }

        return waiter;
    }

    // Needs the lock.
    private IEnumerable<GameHandle> GamesOf(GameMachine machine) => _games.Values.Where(game => game.Machine == machine);

    // Needs the lock.
    private MachineLoad LoadOf(GameMachine machine) => new(
        machine.Name,
        GamesOf(machine).Count(game => game.Phase is GamePhase.Assigned or GamePhase.Stopping) + machine.Waiting,
        machine.Capacity);

    // Needs the lock. A port must be free, or a process be there or on its way, that nobody waits for yet.
    private bool HasRoom(GameMachine machine) =>
        machine.IsConnected && !machine.IsDraining
        && machine.Ports.FreeCount + CountUnused(machine) > machine.Waiting;

    // Needs the lock.
    private int CountUnused(GameMachine machine) =>
        GamesOf(machine).Count(game => game.Phase is GamePhase.Starting or GamePhase.Spare);

    // Needs the lock. A process that stands by goes to whoever has waited longest.
    private static void HandOut(GameHandle game)
    {
        while (game.Phase == GamePhase.Spare && game.Machine.Waiters.TryDequeue(out var waiter))
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
            foreach (var machine in _machines.Values)
                Refill(machine);
        }
    }

    // Needs the lock.
    private void Refill(GameMachine machine)
    {
        if (_stopped.IsCancellationRequested || machine.IsPausing || !machine.IsConnected || machine.IsDraining)
            return;
        var waiting = machine.Waiting;
        var unused = CountUnused(machine);
        var room = machine.Capacity - GamesOf(machine).Count();
        var startsLeft = StartsAtOnce - GamesOf(machine).Count(game => game.Phase == GamePhase.Starting);
        for (var missing = Math.Min(_options.WarmSpares + waiting - unused, Math.Min(room, startsLeft)); missing > 0; missing--)
        {
            if (machine.Ports.TryTake(out var port))
            {
                Launch(machine, port);
                if (machine.IsPausing)
                    return;
                unused++;
                continue;
            }

            if (machine.Ports.QuarantineLeft > TimeSpan.Zero)
                Pause(machine, machine.Ports.QuarantineLeft);
            else
                Refuse(machine, waiting - unused);
            return;
        }
    }

    // Needs the lock.
    private void Launch(GameMachine machine, int port)
    {
        var id = Guid.NewGuid();
        var order = new LaunchOrder(id, _secret.For(id), _gatewayUrl, port);
        IGameProcess process;
        try
        {
            process = machine.IsLocal ? _launcher.Launch(order) : LaunchRemotely(machine, order);
        }
        catch (Exception exception) when (exception is System.ComponentModel.Win32Exception or InvalidOperationException)
        {
            LogLaunchFailed(exception);
            machine.Ports.Return(port);
            Pause(machine, PauseAfterFailure);
            return;
        }

        var game = new GameHandle(id, port, machine, _time.GetUtcNow())
        {
            PoolPort = port,
            Pid = process.Pid,
            Process = process,
        };
        _games.Add(id, game);
        _ = WatchAsync(game, process);
        _ = KillIfSilentAsync(game);
    }

    // Needs the lock.
    private static RemoteGameProcess LaunchRemotely(GameMachine machine, LaunchOrder order)
    {
        machine.Link!.Start(order);
        return new RemoteGameProcess(machine, order.ProcessId);
    }

    // Needs the lock. Those who are refused look for another machine.
    private static void Refuse(GameMachine machine, int count)
    {
        for (; count > 0 && machine.Waiters.TryDequeue(out var waiter); count--)
            waiter.TrySetException(new MachineLostException());
    }

    // Needs the lock.
    private void Pause(GameMachine machine, TimeSpan pause)
    {
        machine.IsPausing = true;
        _ = ResumeAsync();

        async Task ResumeAsync()
        {
            await PauseAsync(pause);
            lock (_gate)
                machine.IsPausing = false;
            Refill();
        }
    }

    // The machine on which somebody waited for a process gives out none any more.
    private sealed class MachineLostException : Exception;

    [LoggerMessage(LogLevel.Error, "A game process could not be started.")]
    private partial void LogLaunchFailed(Exception exception);
}
