using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>A ship flown by a crew.</summary>
public struct PlayerShipState
{
    /// <summary>Its id in the world.</summary>
    public uint Id;

    /// <summary>Its place in the session's list, 0 to 7.</summary>
    public int Index;

    /// <summary>Its class.</summary>
    public ShipClass Class;

    /// <summary>Its name.</summary>
    public string Name;

    /// <summary>False once it is destroyed; it then stays in the list.</summary>
    public bool Alive;

    /// <summary>Position, heading and speeds.</summary>
    public MotionState Motion;

    /// <summary>What the motion step goes by: the helm's orders, and what systems and place allow.</summary>
    public MotionInput Helm;

    /// <summary>Strength left in the fore shield.</summary>
    public double ShieldsFore;

    /// <summary>Strength left in the aft shield.</summary>
    public double ShieldsAft;

    /// <summary>Whether shields are up.</summary>
    public bool ShieldsUp;

    /// <summary>Energy in store, in units.</summary>
    public double Energy;

    /// <summary>Energy gained per second at last count; negative when losing.</summary>
    public double EnergyBalance;

    /// <summary>Share of the power asked for that there is: 1 while energy is in store, else what the reactor gives.</summary>
    public double Supply;

    /// <summary>What beams aim at; 0 is nothing.</summary>
    public uint TargetId;

    /// <summary>Whether beams fire by themselves.</summary>
    public bool AutoBeams;

    /// <summary>Tuning of the beams.</summary>
    public BeamFrequency Frequency;

    /// <summary>Tuning that is being changed to.</summary>
    public BeamFrequency FrequencyOrdered;

    /// <summary>Seconds until the new tuning stands; 0 when none is under way.</summary>
    public double RetuneLeft;

    /// <summary>Whether it is on red alert.</summary>
    public bool RedAlert;

    /// <summary>What the main screen shows.</summary>
    public MainScreenView View;

    /// <summary>The base it is made fast to; 0 is none.</summary>
    public uint DockedAt;

    /// <summary>The eight systems.</summary>
    public SystemArray Systems;

    /// <summary>The damage-control teams.</summary>
    public TeamArray Teams;

    /// <summary>The tubes; the first <see cref="TubeCount"/> are there.</summary>
    public TubeArray Tubes;

    /// <summary>How many tubes it has.</summary>
    public int TubeCount;

    /// <summary>Ordnance in store, without what lies in tubes.</summary>
    public StoreArray Stores;

    /// <summary>Seconds until each beam is ready.</summary>
    public BeamArray BeamWait;

    /// <summary>What science scans; 0 is nothing.</summary>
    public uint ScanId;

    /// <summary>Way done with the scan.</summary>
    public double ScanProgress;

    /// <summary>Whether it is inside a nebula.</summary>
    public bool InNebula;

    /// <summary>Consoles worked by people.</summary>
    public ConsoleSet Manned;

    /// <summary>Consoles that the computer works when no person does.</summary>
    public ConsoleSet Assisted;

    /// <summary>What it has done.</summary>
    public ShipStatistics Statistics;

    /// <summary>Tick of the last damage.</summary>
    internal uint HitTick;

    /// <summary>Seconds until the base hands over the next piece.</summary>
    internal double StoreWait;

    /// <summary>What the computer's part of the crew is about.</summary>
    internal CrewMind Mind;
}

/// <summary>What a ship has done in the game.</summary>
public struct ShipStatistics
{
    /// <summary>Damage done to enemies.</summary>
    public double DamageDealt;

    /// <summary>Damage taken, shields included.</summary>
    public double DamageTaken;

    /// <summary>Enemies destroyed or made to surrender.</summary>
    public int Kills;

    /// <summary>Ordnance fired.</summary>
    public int TorpedoesFired;

    /// <summary>Ordnance that hit something.</summary>
    public int TorpedoesHit;

    /// <summary>Units travelled.</summary>
    public double Distance;

    /// <summary>Energy used.</summary>
    public double EnergyUsed;
}
