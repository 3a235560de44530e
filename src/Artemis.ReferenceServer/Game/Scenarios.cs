using Artemis.ReferenceServer.Transport;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Game;

/// <summary>The scenarios that there are: those that come with the game, and those of a host's own folder.</summary>
internal static class Scenarios
{
    /// <summary>All of them, in the order in which they are offered.</summary>
    public static IReadOnlyList<Scenario> All { get; private set; } = Scenario.All;

    /// <summary>Finds a scenario by id, drills too, which are not offered.</summary>
    /// <returns>The scenario, or null.</returns>
    public static Scenario? Find(string id) => All.FirstOrDefault(scenario => scenario.Id == id) ?? Scenario.Find(id);

    /// <summary>Whether there is one of this id.</summary>
    public static bool Contains(string id) => Find(id) is not null;

    /// <summary>The class of a ship, by its place in the session.</summary>
    public static Simulation.ShipClass ClassOf(string id, int ship) =>
        Find(id) is { } scenario ? scenario.Classes[ship] : default;

    /// <summary>Adds the scenario files of a folder, once at the start. One with the id of another takes its place.</summary>
    /// <param name="directory">The folder; empty for none.</param>
    /// <exception cref="StartupException">The folder is not there, or a file in it is not a scenario.</exception>
    public static void AddFrom(string directory)
    {
        if (directory.Length == 0) return;
        if (!Directory.Exists(directory))
            throw new StartupException($"There is no folder '{directory}', which ScenarioDirectory names.");
        var all = All.ToList();
        foreach (var file in Directory.EnumerateFiles(directory, "*.json").Order(StringComparer.Ordinal))
        {
            var added = Read(file);
            var at = all.FindIndex(scenario => scenario.Id == added.Id);
            if (at < 0) all.Add(added);
            else all[at] = added;
        }

        All = all;
    }

    private static Scenario Read(string file)
    {
        try
        {
            return Scenario.Read(file, File.ReadAllBytes(file));
        }
        catch (DataFileException exception)
        {
            throw new StartupException(exception.Message);
        }
    }
}
