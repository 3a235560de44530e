namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>A machine that runs game processes: the gateway's own, or one that a host offers. Changed by <see cref="GameFleet"/> under its lock.</summary>
public sealed class GameMachine
{
    /// <summary>The name of the gateway's own machine.</summary>
    public const string LocalName = "local";

    internal GameMachine(string name, PortPool ports, DateTimeOffset since)
    {
        Name = name;
        Ports = ports;
        Since = since;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Whether the gateway itself runs there.</summary>
    public bool IsLocal => Name == LocalName;

    /// <summary>Whether the gateway learns at once of processes that end there.</summary>
    public bool IsConnected => IsLocal || Link is not null;

    /// <summary>Whether it takes no new games.</summary>
    public bool IsDraining { get; internal set; }

    /// <summary>Games that it runs at most.</summary>
    public int Capacity { get; internal set; }

    /// <summary>Since when it is connected, or is not.</summary>
    public DateTimeOffset Since { get; internal set; }

    /// <summary>The ports that games may use there.</summary>
    internal PortPool Ports { get; set; }

    /// <summary>The host's connection; null if there is none, and for the gateway's own machine.</summary>
    internal IHostLink? Link { get; set; }

    /// <summary>Which run of the host it is.</summary>
    internal Guid InstanceId { get; set; }

    /// <summary>Who waits for a process of this machine, longest first.</summary>
    internal Queue<TaskCompletionSource<GameHandle>> Waiters { get; } = new();

    /// <summary>Whether processes are not started for a while.</summary>
    internal bool IsPausing { get; set; }

    /// <summary>Whether somebody looks after what it left behind.</summary>
    internal bool IsWatched { get; set; }

    /// <summary>How many wait.</summary>
    internal int Waiting => Waiters.Count(waiter => !waiter.Task.IsCompleted);
}
