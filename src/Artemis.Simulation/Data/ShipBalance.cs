namespace Artemis.Simulation;

/// <summary>A class of ship that crews fly.</summary>
public sealed class ShipBalance
{
    /// <summary>Strength of the fore shield when full.</summary>
    public required double ShieldsFore { get; init; }

    /// <summary>Strength of the aft shield when full.</summary>
    public required double ShieldsAft { get; init; }

    /// <summary>Top impulse speed, units per second.</summary>
    [Within(1, 500)]
    public required double TopSpeed { get; init; }

    /// <summary>Top turning speed, degrees per second.</summary>
    [Within(1, 180)]
    public required double TurnDegrees { get; init; }

    /// <summary>Its beams.</summary>
    public required ShipBeams Beams { get; init; }

    /// <summary>How many tubes it has.</summary>
    [Within(0, TubeArray.Count)]
    public required int Tubes { get; init; }

    /// <summary>What its stores hold.</summary>
    public required StoreCounts Stores { get; init; }
}

/// <summary>The beams of a class.</summary>
public sealed class ShipBeams
{
    /// <summary>Damage of a shot.</summary>
    public required double Damage { get; init; }

    /// <summary>Seconds between shots.</summary>
    [Within(0.1, 600)]
    public required double CycleSeconds { get; init; }

    /// <summary>Range in units.</summary>
    public required double Range { get; init; }

    /// <summary>Width of each arc.</summary>
    [Within(1, 360)]
    public required double ArcDegrees { get; init; }

    /// <summary>Where the middle of each beam's arc points, clockwise from the bow. One entry a beam.</summary>
    [Within(-180, 180)]
    public required IReadOnlyList<double> BearingsDegrees { get; init; }
}

/// <summary>Pieces of each kind of ordnance.</summary>
public sealed class StoreCounts
{
    /// <summary>Homing torpedoes.</summary>
    [Within(0, 255)]
    public required int Homing { get; init; }

    /// <summary>Nukes.</summary>
    [Within(0, 255)]
    public required int Nuke { get; init; }

    /// <summary>Mines.</summary>
    [Within(0, 255)]
    public required int Mine { get; init; }

    /// <summary>EMPs.</summary>
    [Within(0, 255)]
    public required int Emp { get; init; }

    /// <summary>PShocks.</summary>
    [Within(0, 255)]
    public required int PShock { get; init; }

    /// <summary>The count of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>How many.</returns>
    public int Of(Ordnance kind) => kind switch
    {
        Ordnance.Homing => Homing,
        Ordnance.Nuke => Nuke,
        Ordnance.Mine => Mine,
        Ordnance.Emp => Emp,
        _ => PShock,
    };
}

/// <summary>A system of a ship.</summary>
public sealed class SystemBalance
{
    /// <summary>Which, for the reader of the file.</summary>
    public required ShipSystem System { get; init; }

    /// <summary>Draw at normal power, before <see cref="PowerBalance.Unit"/>.</summary>
    public required double Draw { get; init; }

    /// <summary>How likely a hit from ahead damages it, relative to the others.</summary>
    public required double ForeWeight { get; init; }

    /// <summary>How likely a hit from astern damages it, relative to the others.</summary>
    public required double AftWeight { get; init; }
}

/// <summary>Energy, power and heat.</summary>
public sealed class PowerBalance
{
    /// <summary>Energy at the start, and what docking fills up to.</summary>
    [Within(1, 2000)]
    public required double EnergyStart { get; init; }

    /// <summary>Most energy that a ship can hold.</summary>
    [Within(1, 2047)]
    public required double EnergyMost { get; init; }

    /// <summary>Energy per second of one unit of draw or reactor.</summary>
    public required double Unit { get; init; }

    /// <summary>Units that the reactor gives.</summary>
    public required double Reactor { get; init; }

    /// <summary>Change of a system's power per second.</summary>
    public required double PowerPerSecond { get; init; }

    /// <summary>Change of a system's coolant per second, in units.</summary>
    public required double CoolantPerSecond { get; init; }

    /// <summary>Coolant of a ship in all, in units.</summary>
    [Within(0, 8)]
    public required int CoolantTotal { get; init; }

    /// <summary>Energy per second of warp 1.</summary>
    public required double WarpCost { get; init; }

    /// <summary>Power of the factor by which warp costs more.</summary>
    [Within(0, 4)]
    public required double WarpExponent { get; init; }

    /// <summary>How many times warp costs more with shields up.</summary>
    public required double WarpShieldFactor { get; init; }

    /// <summary>Energy per second of shields that are up.</summary>
    public required double ShieldCost { get; init; }

    /// <summary>Heat per second of one unit of the heat sum.</summary>
    public required double HeatUnit { get; init; }

    /// <summary>Base of the power law of heat.</summary>
    [Within(1, 10)]
    public required double HeatBase { get; init; }

    /// <summary>Heat that goes off by itself, in units of the sum.</summary>
    public required double HeatLoss { get; init; }

    /// <summary>Heat that a unit of coolant takes off, in units of the sum.</summary>
    public required double HeatPerCoolant { get; init; }

    /// <summary>Health lost per second by a system at heat 1.</summary>
    public required double HeatDamagePerSecond { get; init; }
}

/// <summary>Damage to systems and its repair.</summary>
public sealed class DamageBalance
{
    /// <summary>Health lost per point of damage that reaches a crew's system.</summary>
    public required double HealthPerPoint { get; init; }

    /// <summary>The ship dies when its systems' summed health is under this share.</summary>
    [Within(0, 1)]
    public required double DeathShare { get; init; }

    /// <summary>Health per second that a team repairs.</summary>
    public required double RepairPerSecond { get; init; }

    /// <summary>Seconds that a team needs from system to system.</summary>
    [Within(0.05, 600)]
    public required double TeamTravelSeconds { get; init; }

    /// <summary>Health lost per point by a system of a computer-flown ship.</summary>
    public required double NpcHealthPerPoint { get; init; }

    /// <summary>How many random systems a PShock strikes.</summary>
    [Within(1, 8)]
    public required int PShockHits { get; init; }
}
