namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>The connection over which the gateway talks with a game process.</summary>
public interface IControlLink
{
    /// <summary>Tells the process that it is known. Goes before all else.</summary>
    void Welcome();

    /// <summary>Makes a session of a spare process, and waits until it takes players.</summary>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    /// <exception cref="IOException">The connection was lost.</exception>
    Task OpenAsync(OpenSession order, CancellationToken cancel);

    /// <summary>Asks for a seat.</summary>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    /// <exception cref="IOException">The connection was lost.</exception>
    Task<SeatReserved> ReserveAsync(Guid playerId, string name, string? password, CancellationToken cancel);

    /// <summary>Sends a player away for good.</summary>
    /// <returns>False if the player has no seat.</returns>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    /// <exception cref="IOException">The connection was lost.</exception>
    Task<bool> RemoveAsync(Guid playerId, string reason, CancellationToken cancel);

    /// <summary>What the process measures of itself, in Prometheus' text format.</summary>
    /// <exception cref="TimeoutException">It did not answer in time.</exception>
    /// <exception cref="IOException">The connection was lost.</exception>
    Task<string> MeasureAsync(CancellationToken cancel);

    /// <summary>Says something to all players in the server's own name.</summary>
    void Tell(string message);

    /// <summary>Tells the process that the server is being emptied, or goes on after all.</summary>
    void Drain(bool draining, string message);

    /// <summary>Tells the process to tell its players why, and to end.</summary>
    void RequestClose(string reason);

    /// <summary>Ends the connection.</summary>
    void Drop(string reason);
}
