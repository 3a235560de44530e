namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>A machine that runs games, as others may know it.</summary>
/// <param name="Name">Its name; the gateway's own machine is <see cref="GameMachine.LocalName"/>.</param>
/// <param name="Connected">Whether it can be reached; else its games go on, and it gets no new ones.</param>
/// <param name="Draining">Whether it takes no new games.</param>
/// <param name="Capacity">Games that it runs at most.</param>
/// <param name="Sessions">Sessions that it runs.</param>
/// <param name="Spares">Processes that stand ready there, or will in a moment.</param>
/// <param name="Since">Since when it is connected, or is not.</param>
public sealed record HostSummary(
    string Name, bool Connected, bool Draining, int Capacity, int Sessions, int Spares, DateTimeOffset Since);

/// <summary>The machines of a gateway, for its operator.</summary>
public interface IHostCatalog
{
    /// <summary>All machines, by name, the gateway's own first. One that has vanished is listed as long as games of its run.</summary>
    IReadOnlyList<HostSummary> Hosts { get; }

    /// <summary>
    /// Lets a machine take no new games, or take some again. Games that run there go on; its spares end.
    /// </summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="draining">Whether it shall take none.</param>
    /// <returns>False if there is no such machine.</returns>
    bool TryDrainHost(string name, bool draining);
}
