namespace Artemis.Simulation;

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
