namespace Artemis.Simulation;

/// <summary>Bases and docking.</summary>
public sealed class BaseBalance
{
    /// <summary>Weakest shields.</summary>
    [Within(1, 1000)]
    public required double ShieldsLeast { get; init; }

    /// <summary>Strongest shields.</summary>
    [Within(1, 1000)]
    public required double ShieldsMost { get; init; }

    /// <summary>What a base has in store at the start.</summary>
    public required StoreCounts Stores { get; init; }

    /// <summary>Seconds to build one of each kind.</summary>
    public required BuildTimes BuildSeconds { get; init; }

    /// <summary>How near a ship docks, in units.</summary>
    public required double DockRange { get; init; }

    /// <summary>How slow a ship must be to dock, units per second.</summary>
    public required double DockSpeed { get; init; }

    /// <summary>Energy per second that a docked ship gets.</summary>
    public required double EnergyPerSecond { get; init; }

    /// <summary>Seconds for each piece of ordnance handed over.</summary>
    [Within(0.05, 600)]
    public required double StoreSeconds { get; init; }

    /// <summary>Health per second that the base's crew repairs in each damaged system.</summary>
    public required double RepairPerSecond { get; init; }

    /// <summary>Damage of the beam of an enemy base; 0 is none.</summary>
    public required double EnemyBeamDamage { get; init; }

    /// <summary>Seconds between its shots.</summary>
    [Within(0.1, 600)]
    public required double EnemyBeamSeconds { get; init; }

    /// <summary>Its range, in units.</summary>
    public required double EnemyBeamRange { get; init; }

    /// <summary>Seconds between fighters that an enemy base launches at ships that are near.</summary>
    [Within(1, 3600)]
    public required double EnemyLaunchSeconds { get; init; }
}

/// <summary>Nebulae, asteroids, black holes, anomalies.</summary>
public sealed class PlaceBalance
{
    /// <summary>How far ships are known and hailed at all, in units.</summary>
    public required double SightRange { get; init; }

    /// <summary>How far away ships are told of explosions and beams, in units.</summary>
    public required double EventRange { get; init; }

    /// <summary>Beyond this a nebula hides what is in it, in units.</summary>
    public required double NebulaSight { get; init; }

    /// <summary>Highest warp factor in a nebula.</summary>
    [Within(0, 4)]
    public required int NebulaWarp { get; init; }

    /// <summary>Damage of running into an asteroid.</summary>
    public required double AsteroidDamage { get; init; }

    /// <summary>How far a black hole pulls, in units.</summary>
    public required double PullRadius { get; init; }

    /// <summary>Pull at its middle, units per second.</summary>
    [Within(0, 1000)]
    public required double PullSpeed { get; init; }

    /// <summary>How far a black hole hurts, in units.</summary>
    public required double HurtRadius { get; init; }

    /// <summary>Damage per second there.</summary>
    public required double HurtPerSecond { get; init; }

    /// <summary>Energy of an anomaly.</summary>
    public required double AnomalyEnergy { get; init; }

    /// <summary>How near it is picked up, in units.</summary>
    public required double PickUpRange { get; init; }
}

/// <summary>Scanning.</summary>
public sealed class ScanBalance
{
    /// <summary>How far a scan reaches, in units.</summary>
    public required double Range { get; init; }

    /// <summary>Seconds of the first scan.</summary>
    [Within(0.05, 600)]
    public required double FirstSeconds { get; init; }

    /// <summary>Seconds of the second scan.</summary>
    [Within(0.05, 600)]
    public required double SecondSeconds { get; init; }
}

/// <summary>Talking.</summary>
public sealed class CommsBalance
{
    /// <summary>Seconds until a hail is answered.</summary>
    public required double AnswerSeconds { get; init; }

    /// <summary>Seconds until a contact listens again.</summary>
    public required double PatienceSeconds { get; init; }

    /// <summary>Most that a demand succeeds, with shields down and hull almost gone.</summary>
    [Within(0, 1)]
    public required double SurrenderChance { get; init; }
}

/// <summary>Seconds to build one of each kind of ordnance.</summary>
public sealed class BuildTimes
{
    /// <summary>A homing torpedo.</summary>
    [Within(0.05, 36000)]
    public required double Homing { get; init; }

    /// <summary>A nuke.</summary>
    [Within(0.05, 36000)]
    public required double Nuke { get; init; }

    /// <summary>A mine.</summary>
    [Within(0.05, 36000)]
    public required double Mine { get; init; }

    /// <summary>An EMP.</summary>
    [Within(0.05, 36000)]
    public required double Emp { get; init; }

    /// <summary>A PShock.</summary>
    [Within(0.05, 36000)]
    public required double PShock { get; init; }

    /// <summary>The time of a kind.</summary>
    /// <param name="kind">The kind.</param>
    /// <returns>Seconds.</returns>
    public double Of(Ordnance kind) => kind switch
    {
        Ordnance.Homing => Homing,
        Ordnance.Nuke => Nuke,
        Ordnance.Mine => Mine,
        Ordnance.Emp => Emp,
        _ => PShock,
    };
}
