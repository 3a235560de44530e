using Artemis.Simulation;

namespace Artemis.ReferenceServer.Game;

/// <summary>The scenarios that there are.</summary>
internal static class Scenarios
{
    /// <summary>Whether there is one of this id.</summary>
    public static bool Contains(string id) => Scenario.Find(id) is not null;

    /// <summary>The class of a ship, by its place in the session.</summary>
    public static Simulation.ShipClass ClassOf(string id, int ship) =>
        Scenario.Find(id) is { } scenario ? scenario.Classes[ship] : default;
}
