namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>The connection over which the gateway talks with a host. Nothing here waits; what is lost with the connection is lost.</summary>
public interface IHostLink
{
    /// <summary>Tells the host that its offer is taken. Goes before all else.</summary>
    void Welcome();

    /// <summary>Starts a game process there.</summary>
    void Start(LaunchOrder order);

    /// <summary>Ends a game process there at once.</summary>
    void Kill(Guid processId);

    /// <summary>Lets the host remember whether it takes new games.</summary>
    void Drain(bool draining);

    /// <summary>Ends the connection.</summary>
    void Drop(string reason);
}
