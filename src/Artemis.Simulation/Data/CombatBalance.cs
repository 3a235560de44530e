namespace Artemis.Simulation;

/// <summary>Beams.</summary>
public sealed class BeamBalance
{
    /// <summary>Energy of a shot.</summary>
    public required double EnergyPerShot { get; init; }

    /// <summary>Factor on a shield's weak frequency.</summary>
    public required double WeakFactor { get; init; }

    /// <summary>Factor on a shield's strong frequency.</summary>
    public required double StrongFactor { get; init; }

    /// <summary>Seconds to change frequency.</summary>
    public required double RetuneSeconds { get; init; }
}

/// <summary>Shields.</summary>
public sealed class ShieldBalance
{
    /// <summary>Strength gained per second in each half.</summary>
    public required double RechargePerSecond { get; init; }

    /// <summary>How many times faster when docked.</summary>
    public required double DockedFactor { get; init; }

    /// <summary>How much less a shield suffers from a hit for each 100 % that its generator achieves above normal, and more below.</summary>
    [Within(0, 0.9)]
    public required double GeneratorShare { get; init; }

    /// <summary>Strength gained per second in each half of a computer-flown ship.</summary>
    public required double NpcRechargePerSecond { get; init; }

    /// <summary>Strength gained per second by a base.</summary>
    public required double BaseRechargePerSecond { get; init; }
}

/// <summary>Tubes and what they fire.</summary>
public sealed class OrdnanceBalance
{
    /// <summary>Seconds to load a tube.</summary>
    [Within(0.05, 600)]
    public required double LoadSeconds { get; init; }

    /// <summary>Seconds to unload a tube.</summary>
    [Within(0.05, 600)]
    public required double UnloadSeconds { get; init; }

    /// <summary>Energy that a homing torpedo is worth.</summary>
    public required double EnergyPerTorpedo { get; init; }

    /// <summary>Speed of torpedoes, units per second.</summary>
    [Within(1, 4000)]
    public required double Speed { get; init; }

    /// <summary>How far they fly, in units.</summary>
    public required double Range { get; init; }

    /// <summary>How fast they turn, degrees per second.</summary>
    [Within(1, 720)]
    public required double TurnDegrees { get; init; }

    /// <summary>How near is a hit, in units.</summary>
    [Within(16, 1000)]
    public required double HitRadius { get; init; }

    /// <summary>Damage of a homing torpedo.</summary>
    public required double HomingDamage { get; init; }

    /// <summary>Damage of a nuke or mine at its middle.</summary>
    public required double BlastDamage { get; init; }

    /// <summary>Damage of a nuke or mine at its edge.</summary>
    public required double BlastEdgeDamage { get; init; }

    /// <summary>How far nukes, mines and EMPs reach, in units.</summary>
    [Within(1, 10000)]
    public required double BlastRadius { get; init; }

    /// <summary>Share of shields that an EMP leaves.</summary>
    [Within(0, 1)]
    public required double EmpShare { get; init; }

    /// <summary>Damage of a PShock, to systems.</summary>
    public required double PShockDamage { get; init; }

    /// <summary>Seconds until a mine is armed.</summary>
    public required double MineArmSeconds { get; init; }

    /// <summary>How near an enemy sets a mine off, in units.</summary>
    public required double MineTrigger { get; init; }

    /// <summary>How far astern a mine is laid, in units.</summary>
    public required double MineAstern { get; init; }
}

/// <summary>A kind of ship that the computer flies.</summary>
public sealed class NpcBalance
{
    /// <summary>Weakest shields.</summary>
    public required double ShieldsLeast { get; init; }

    /// <summary>Strongest shields.</summary>
    public required double ShieldsMost { get; init; }

    /// <summary>Hull, in points.</summary>
    [Within(1, 10000)]
    public required double Hull { get; init; }

    /// <summary>Top speed, units per second.</summary>
    [Within(1, 500)]
    public required double TopSpeed { get; init; }

    /// <summary>Turning speed, degrees per second.</summary>
    [Within(1, 180)]
    public required double TurnDegrees { get; init; }

    /// <summary>Damage of a beam shot, or of a drone going off; 0 is unarmed.</summary>
    public required double Damage { get; init; }

    /// <summary>Seconds between beam shots.</summary>
    [Within(0.1, 600)]
    public required double CycleSeconds { get; init; }

    /// <summary>Range of its beam, or of a drone's flight, in units.</summary>
    public required double Range { get; init; }

    /// <summary>Width of its beam's arc.</summary>
    [Within(1, 360)]
    public required double ArcDegrees { get; init; }

    /// <summary>How willing it is to surrender, 0 to 1.</summary>
    [Within(0, 1)]
    public required double Surrender { get; init; }
}

/// <summary>How computer-flown ships behave.</summary>
public sealed class TacticsBalance
{
    /// <summary>How far enemies notice crews' ships, in units.</summary>
    public required double NoticeRange { get; init; }

    /// <summary>How far a target must be for them to go to warp, in units.</summary>
    public required double CruiseRange { get; init; }

    /// <summary>Effect of their warp drives, which only do warp 1.</summary>
    [Within(0, 3)]
    public required double CruiseEffect { get; init; }

    /// <summary>How near a target they fight, as a share of their beam's range.</summary>
    [Within(0.1, 1)]
    public required double FightShare { get; init; }

    /// <summary>Share of shields below which they break off.</summary>
    [Within(0, 1)]
    public required double BreakOffShare { get; init; }

    /// <summary>Seconds for which they draw off.</summary>
    public required double BreakOffSeconds { get; init; }

    /// <summary>Seconds between a heavy ship's drones.</summary>
    [Within(1, 600)]
    public required double DroneSeconds { get; init; }

    /// <summary>How far a jump goes at most, in units.</summary>
    public required double JumpRange { get; init; }

    /// <summary>Seconds between jumps.</summary>
    [Within(1, 600)]
    public required double JumpSeconds { get; init; }

    /// <summary>How far a cloaked ship is seen, in units.</summary>
    public required double CloakSight { get; init; }

    /// <summary>Seconds that a cloak needs to come back.</summary>
    [Within(1, 600)]
    public required double CloakSeconds { get; init; }

    /// <summary>How far a shield drain reaches, in units.</summary>
    public required double DrainRange { get; init; }

    /// <summary>Strength per second that it takes from each half.</summary>
    public required double DrainPerSecond { get; init; }

    /// <summary>Seconds for which a taunt binds.</summary>
    public required double TauntSeconds { get; init; }
}

/// <summary>What difficulty changes; each list has the values of 1 to 11.</summary>
public sealed class DifficultyBalance
{
    /// <summary>Enemies in a wave of size 1.</summary>
    [Length(11, 11)]
    public required IReadOnlyList<int> EnemiesPerWave { get; init; }

    /// <summary>Factor on enemies' damage.</summary>
    [Length(11, 11)]
    public required IReadOnlyList<double> Damage { get; init; }

    /// <summary>Factor on enemies' speed.</summary>
    [Length(11, 11)]
    [Within(0.1, 4)]
    public required IReadOnlyList<double> Speed { get; init; }

    /// <summary>Factor on the range of enemies' beams.</summary>
    [Length(11, 11)]
    public required IReadOnlyList<double> BeamRange { get; init; }

    /// <summary>Factor on the draw of crews' systems.</summary>
    [Length(11, 11)]
    public required IReadOnlyList<double> EnergyDrain { get; init; }
}
