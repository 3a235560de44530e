namespace Artemis.Simulation;

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
    [Within(0, 10000)]
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
