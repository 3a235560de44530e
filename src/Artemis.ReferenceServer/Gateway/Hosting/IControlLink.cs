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

    /// <summary>Tells the process to tell its players why, and to end.</summary>
    void RequestClose(string reason);

    /// <summary>Ends the connection.</summary>
    void Drop(string reason);
}
