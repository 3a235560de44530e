namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>
/// Where sessions find a game process. They know no more of machines than this, so that an orchestrator can stand here as well.
/// </summary>
public interface IPlacement
{
    /// <summary>Hands out a process that is ready and belongs to nobody.</summary>
    /// <exception cref="NoCapacityException">None can be had.</exception>
    /// <exception cref="TimeoutException">None came up in time.</exception>
    /// <exception cref="ObjectDisposedException">The gateway is closing down.</exception>
    Task<GameHandle> TakeAsync(CancellationToken cancel);

    /// <summary>Gives a process back that could not be made a session of; it ends.</summary>
    /// <param name="game">The process.</param>
    /// <param name="reason">Why, for the log and whoever is in there.</param>
    void Discard(GameHandle game, string reason);
}

/// <summary>No game process can be had: every port for games is in use, or no machine takes new ones.</summary>
public sealed class NoCapacityException() : Exception("There is no room for another game at the moment. Try again later.");
