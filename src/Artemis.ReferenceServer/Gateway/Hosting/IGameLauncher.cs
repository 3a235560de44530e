namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>Starts game processes on this machine.</summary>
public interface IGameLauncher
{
    /// <summary>Starts a process.</summary>
    /// <param name="order">What it must know.</param>
    /// <returns>A handle on the process, which may still fail to come up.</returns>
    IGameProcess Launch(LaunchOrder order);

    /// <summary>Finds a process that an earlier gateway started here, or null if it does not run any more.</summary>
    IGameProcess? Find(int pid);
}

/// <summary>What a new game process must know.</summary>
/// <param name="ProcessId">Its id, chosen by the gateway.</param>
/// <param name="Secret">What it proves itself with.</param>
/// <param name="GatewayUrl">Where it connects to.</param>
/// <param name="Port">Port that it listens on; 0 is any.</param>
public sealed record LaunchOrder(Guid ProcessId, string Secret, string GatewayUrl, int Port)
{
    /// <summary>The order without its secret.</summary>
    public override string ToString() => $"game {ProcessId} on port {Port}";
}

/// <summary>A process that was started.</summary>
public interface IGameProcess : IDisposable
{
    /// <summary>The operating system's id.</summary>
    int Pid { get; }

    /// <summary>Ends when the process has; canceled if nobody will ever tell.</summary>
    Task<int> Exited { get; }

    /// <summary>Whether it would be known by now if the process had ended.</summary>
    bool IsSeen { get; }

    /// <summary>Ends the process at once, with all that it started.</summary>
    void Kill();
}
