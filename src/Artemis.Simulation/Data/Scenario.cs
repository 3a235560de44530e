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

    /// <summary>Stands for the text of the file: a recording is only good for the scenario that it was made with.</summary>
    internal ulong Fingerprint { get; private set; }

    /// <summary>The scenarios that come with the game, the beginners' one first.</summary>
    public static IReadOnlyList<Scenario> All { get; } =
    [
        BuiltInScenario("border-patrol"), BuiltInScenario("siege"), BuiltInScenario("deep-strike"), BuiltInScenario("fleet-action"),
    ];

    /// <summary>Finds a scenario by id.</summary>
    /// <param name="id">Its id.</param>
    /// <returns>The scenario, or null.</returns>
    public static Scenario? Find(string id)
    {
        foreach (var scenario in All)
        {
            if (scenario.Id == id) return scenario;
        }
        return null;
    }

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

    private static Scenario BuiltInScenario(string id) => Read(id + ".json", BuiltIn.File(id + ".json"));

    private static void Check(Scenario scenario, DataFile data)
    {
        CheckText(scenario.Id, 32, "$.id", data);
        CheckText(scenario.Name, 64, "$.name", data);
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

/// <summary>Where the crews' ships begin: in a line abreast.</summary>
public sealed class StartSpec
{
    /// <summary>Middle of the line, east.</summary>
    [Within(-100000, 100000)]
    public required double X { get; init; }

    /// <summary>Middle of the line, north.</summary>
    [Within(-100000, 100000)]
    public required double Z { get; init; }

    /// <summary>From ship to ship, in units.</summary>
    public required double Spacing { get; init; }

    /// <summary>Where they head, clockwise from north.</summary>
    [Within(0, 360)]
    public required double HeadingDegrees { get; init; }
}

/// <summary>A base.</summary>
public sealed class BaseSpec
{
    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Whose it is.</summary>
    public required Faction Faction { get; init; }

    /// <summary>East.</summary>
    [Within(-100000, 100000)]
    public required double X { get; init; }

    /// <summary>North.</summary>
    [Within(-100000, 100000)]
    public required double Z { get; init; }
}

/// <summary>Things strewn over a square.</summary>
public sealed class FieldSpec
{
    /// <summary>What.</summary>
    public required EntityKind Kind { get; init; }

    /// <summary>How many.</summary>
    [Within(1, 200)]
    public required int Count { get; init; }

    /// <summary>Middle of the square, east.</summary>
    [Within(-100000, 100000)]
    public required double X { get; init; }

    /// <summary>Middle of the square, north.</summary>
    [Within(-100000, 100000)]
    public required double Z { get; init; }

    /// <summary>From the middle to an edge, in units.</summary>
    [Within(0, 100000)]
    public required double Spread { get; init; }

    /// <summary>Smallest radius of a nebula or asteroid.</summary>
    [Within(0, 16000)]
    public double RadiusLeast { get; init; }

    /// <summary>Largest radius of a nebula or asteroid.</summary>
    [Within(0, 16000)]
    public double RadiusMost { get; init; }
}

/// <summary>A fleet and when it comes.</summary>
public sealed class FleetSpec
{
    /// <summary>Seconds after the start.</summary>
    public required double AtSeconds { get; init; }

    /// <summary>Whose it is.</summary>
    public Faction Faction { get; init; } = Faction.Hostile;

    /// <summary>Ships whatever the difficulty.</summary>
    [Within(0, 60)]
    public double Count { get; init; }

    /// <summary>Ships as a share of the difficulty's enemies per wave.</summary>
    [Within(0, 4)]
    public double WaveSize { get; init; }

    /// <summary>Kinds of ship and their shares.</summary>
    public required IReadOnlyDictionary<NpcKind, double> Mix { get; init; }

    /// <summary>Middle of where it appears, east.</summary>
    [Within(-100000, 100000)]
    public required double X { get; init; }

    /// <summary>Middle of where it appears, north.</summary>
    [Within(-100000, 100000)]
    public required double Z { get; init; }

    /// <summary>How far from the middle ships may appear.</summary>
    [Within(0, 100000)]
    public double Spread { get; init; } = 1000;

    /// <summary>Whether it appears at the same distance but in a random direction from the middle of the map.</summary>
    public bool AnyDirection { get; init; }

    /// <summary>What it is sent for.</summary>
    public Objective Objective { get; init; } = Objective.Ships;

    /// <summary>Where it flies, east.</summary>
    [Within(-100000, 100000)]
    public double GoalX { get; init; }

    /// <summary>Where it flies, north.</summary>
    [Within(-100000, 100000)]
    public double GoalZ { get; init; }

    /// <summary>How often it comes again.</summary>
    [Within(0, 100)]
    public int Repeats { get; init; }

    /// <summary>Seconds from one time to the next.</summary>
    [Within(1, 100000)]
    public double RepeatSeconds { get; init; } = 240;

    /// <summary>It only comes while fewer enemies than this are left; 0 is always.</summary>
    [Within(0, 200)]
    public int WhileFewerThan { get; init; }

    /// <summary>What fleet command says when it comes; may be empty.</summary>
    public string Announcement { get; init; } = "";
}

/// <summary>How a scenario is won.</summary>
public sealed class VictorySpec
{
    /// <summary>All fleets have come and no enemy ship is left in arms.</summary>
    public bool EnemiesDestroyed { get; init; }

    /// <summary>No enemy base is left.</summary>
    public bool EnemyBasesDestroyed { get; init; }

    /// <summary>So many freighters have reached their goal.</summary>
    [Within(0, 60)]
    public int FreightersArrived { get; init; }

    /// <summary>So many contacts have been scanned twice.</summary>
    [Within(0, 60)]
    public int ContactsScanned { get; init; }

    /// <summary>Words for the crews.</summary>
    public required string Text { get; init; }
}

/// <summary>How a scenario is lost.</summary>
public sealed class DefeatSpec
{
    /// <summary>So many of the crews' bases are lost; 0 is never.</summary>
    [Within(0, 16)]
    public int BasesLost { get; init; }

    /// <summary>So many freighters are lost; 0 is never.</summary>
    [Within(0, 60)]
    public int FreightersLost { get; init; }

    /// <summary>Time is up.</summary>
    [Within(60, 36000)]
    public required double TimeLimitSeconds { get; init; }

    /// <summary>Whether to have held out until time is up is a victory.</summary>
    public bool TimeUpWins { get; init; }

    /// <summary>Words for the crews.</summary>
    public required string Text { get; init; }
}
