namespace Artemis.Simulation;

/// <summary>A map and what happens on it, as a scenario file has it.</summary>
public sealed class Scenario
{
    /// <summary>Its id, such as <c>siege</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Its name for people.</summary>
    public required string Name { get; init; }

    /// <summary>What it is about, for people.</summary>
    public required string Description { get; init; }

    /// <summary>For how many ships or for whom, for people; may be empty.</summary>
    public string Crew { get; init; } = "";

    /// <summary>What fleet command tells the crews at the start.</summary>
    public required string Briefing { get; init; }

    /// <summary>Where the crews' ships begin.</summary>
    public required StartSpec Start { get; init; }

    /// <summary>Classes of the crews' ships where nobody chose one, by the ship's place.</summary>
    [Length(8, 8)]
    public required IReadOnlyList<ShipClass> Classes { get; init; }

    /// <summary>How many times their usual ordnance ships carry.</summary>
    [Within(1, 30)]
    public int StoreFactor { get; init; } = 1;

    /// <summary>Bases.</summary>
    [Length(0, 16)]
    public required IReadOnlyList<BaseSpec> Bases { get; init; }

    /// <summary>Nebulae, asteroids, black holes and anomalies, strewn at random.</summary>
    [Length(0, 32)]
    public required IReadOnlyList<FieldSpec> Fields { get; init; }

    /// <summary>Fleets and when they come.</summary>
    [Length(0, 64)]
    public required IReadOnlyList<FleetSpec> Fleets { get; init; }

    /// <summary>How it is won: by all that is asked for.</summary>
    public required VictorySpec Victory { get; init; }

    /// <summary>How it is lost: by any of this, or when all crews' ships are.</summary>
    public required DefeatSpec Defeat { get; init; }

    /// <summary>What is different from a battle in earnest, if this is a drill; drills are not offered in lobbies.</summary>
    public DrillSpec? Drill { get; init; }

    /// <summary>Stands for the text of the file: a recording is only good for the scenario that it was made with.</summary>
    internal ulong Fingerprint { get; private set; }

    /// <summary>The scenarios that come with the game, the beginners' one first.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        BuiltInScenario("border-patrol"), BuiltInScenario("siege"), BuiltInScenario("deep-strike"), BuiltInScenario("fleet-action"),
    ];

    /// <summary>Drills, for measuring servers and clients; not offered in lobbies, but a session may be made of them.</summary>
    public static IReadOnlyList<Scenario> Drills { get; } = [BuiltInScenario("battle-drill"), BuiltInScenario("spread-drill")];

    /// <summary>Finds a scenario or drill by id.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The scenario, or null.</returns>
    public static Scenario? Find(string id) => Find(All, id) ?? Find(Drills, id);

    /// <summary>Reads a scenario file.</summary>
    /// <param name="file">Its name, for errors.</param>
    /// <param name="json">Its text in UTF-8; comments are allowed.</param>
    /// <returns>The scenario.</returns>
    /// <exception cref="DataFileException">Something is missing, unknown or out of range; the message names file and line.</exception>
    public static Scenario Read(string file, ReadOnlySpan<byte> json)
    {
        var scenario = DataFile.Read<Scenario>(file, json, Check);
        scenario.Fingerprint = DataFile.Fingerprint(json);
        return scenario;
    }

    private static Scenario? Find(IReadOnlyList<Scenario> scenarios, string id)
    {
        foreach (var scenario in scenarios)
        {
            if (scenario.Id == id) return scenario;
        }
        return null;
    }

    private static Scenario BuiltInScenario(string id) => Read(id + ".json", BuiltIn.File(id + ".json"));

    private static void Check(Scenario scenario, DataFile data)
    {
        CheckText(scenario.Id, 32, "$.id", data);
        CheckText(scenario.Name, 64, "$.name", data);
        CheckText(scenario.Description, 240, "$.description", data);
        CheckText(scenario.Crew, 40, "$.crew", data);
        CheckText(scenario.Briefing, 240, "$.briefing", data);
        CheckText(scenario.Victory.Text, 240, "$.victory.text", data);
        CheckText(scenario.Defeat.Text, 240, "$.defeat.text", data);
        for (int i = 0; i < scenario.Bases.Count; i++) CheckText(scenario.Bases[i].Name, 24, $"$.bases[{i}].name", data);
        for (int i = 0; i < scenario.Fields.Count; i++)
        {
            if (scenario.Fields[i].Kind is not (EntityKind.Nebula or EntityKind.Asteroid or EntityKind.BlackHole or EntityKind.Anomaly))
                data.Error($"$.fields[{i}].kind", "must be nebula, asteroid, blackHole or anomaly");
            if (scenario.Fields[i].RadiusLeast > scenario.Fields[i].RadiusMost)
                data.Error($"$.fields[{i}].radiusLeast", "must be at most radiusMost");
        }
        for (int i = 0; i < scenario.Fleets.Count; i++)
        {
            var fleet = scenario.Fleets[i];
            if (!fleet.Mix.Values.Any(share => share > 0.0)) data.Error($"$.fleets[{i}].mix", "must name a kind of ship");
            if (fleet.Faction == Faction.Neutral) data.Error($"$.fleets[{i}].faction", "must be friendly or hostile");
            if (fleet.Count + fleet.WaveSize <= 0.0) data.Error($"$.fleets[{i}]", "must have a count or a waveSize");
            CheckText(fleet.Announcement, 240, $"$.fleets[{i}].announcement", data);
        }
        var victory = scenario.Victory;
        if (!victory.EnemiesDestroyed && !victory.EnemyBasesDestroyed && victory.FreightersArrived == 0 && victory.ContactsScanned == 0)
            data.Error("$.victory", "must ask for something");
    }

    private static void CheckText(string text, int most, string path, DataFile data)
    {
        if (text.Length > most) data.Error(path, $"must have at most {most} letters, not {text.Length}");
    }
}
