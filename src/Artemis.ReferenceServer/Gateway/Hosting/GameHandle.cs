namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>What a game process is to its gateway.</summary>
public enum GamePhase
{
    /// <summary>Was started and has not said a word yet.</summary>
    Starting,

    /// <summary>Stands by for a session.</summary>
    Spare,

    /// <summary>Runs a session, or is about to.</summary>
    Assigned,

    /// <summary>Is told to end.</summary>
    Stopping,

    /// <summary>Is no more.</summary>
    Gone,
}

/// <summary>A game process as the gateway knows it. Changed by <see cref="GameFleet"/> under its lock.</summary>
public sealed class GameHandle
{
    internal GameHandle(Guid processId, int port, GameMachine machine, DateTimeOffset startedAt)
    {
        ProcessId = processId;
        Port = port;
        Machine = machine;
        StartedAt = SeenAt = startedAt;
    }

    /// <summary>Its id.</summary>
    public Guid ProcessId { get; }

    /// <summary>When it was started, or adopted.</summary>
    public DateTimeOffset StartedAt { get; }

    /// <summary>Where it runs.</summary>
    public GameMachine Machine { get; }

    /// <summary>How clients reach it, if its host says so, with <c>{host}</c> and <c>{port}</c>.</summary>
    public string? PublicUrl { get; internal set; }

    /// <summary>The address that it connects from, if it runs on another machine.</summary>
    public string? Address { get; internal set; }

    /// <summary>The port it listens on; 0 as long as it picks one itself and has not said which.</summary>
    public int Port { get; internal set; }

    /// <summary>The port that was taken from the pool for it, to be given back.</summary>
    internal int PoolPort { get; set; }

    /// <summary>The operating system's id; 0 before it is known.</summary>
    public int Pid { get; internal set; }

    /// <summary>What it is to the gateway.</summary>
    public GamePhase Phase { get; internal set; }

    /// <summary>How often it lost its connection.</summary>
    internal int Losses { get; set; }

    /// <summary>The process, if somebody can see it.</summary>
    internal IGameProcess? Process { get; set; }

    /// <summary>The connection that it opened, or null while there is none.</summary>
    public IControlLink? Link { get; internal set; }

    /// <summary>When it last gave a sign of life.</summary>
    public DateTimeOffset SeenAt { get; internal set; }
}
