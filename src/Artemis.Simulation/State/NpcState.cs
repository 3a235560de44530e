using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>A ship flown by the computer.</summary>
public struct NpcState : IEntity
{
    /// <summary>Its id in the world.</summary>
    public uint Id { get; set; }

    /// <inheritdoc/>
    bool IEntity.Dead { readonly get => Gone; set => Gone = value; }

    /// <summary>Its name.</summary>
    public string Name;

    /// <summary>What it is.</summary>
    public NpcKind Kind;

    /// <summary>Whose side it is on.</summary>
    public Faction Faction;

    /// <summary>The fleet it belongs to; 0 is none.</summary>
    public byte Fleet;

    /// <summary>Position, heading and speeds.</summary>
    public MotionState Motion;

    /// <summary>How it is steered.</summary>
    public MotionInput Helm;

    /// <summary>Strength left in the fore shield.</summary>
    public double ShieldsFore;

    /// <summary>Strength left in the aft shield.</summary>
    public double ShieldsAft;

    /// <summary>Strength of each shield when full.</summary>
    public double ShieldsFull;

    /// <summary>Hull left, in points of damage.</summary>
    public double Hull;

    /// <summary>Hull when whole.</summary>
    public double HullFull;

    /// <summary>Health of its systems.</summary>
    public HealthArray Systems;

    /// <summary>Whether it has given up.</summary>
    public bool Surrendered;

    /// <summary>Whether it is inside a nebula.</summary>
    public bool InNebula;

    /// <summary>Whether it is cloaked.</summary>
    public bool Cloaked;

    /// <summary>What science knows of it.</summary>
    public ScanState Scan;

    /// <summary>Frequency that its shields are weak against.</summary>
    public BeamFrequency WeakFrequency;

    /// <summary>Frequency that its shields are strong against.</summary>
    public BeamFrequency StrongFrequency;

    /// <summary>What it can do beyond its kind.</summary>
    public EliteSpecial Special;

    /// <summary>Damage of its weapons relative to its kind's.</summary>
    public double Strength;

    /// <summary>What it fights or flies to; 0 is nothing.</summary>
    public uint TargetId;

    internal bool Gone;
    internal NpcMind Mind;
}

/// <summary>What a computer-flown ship has in mind.</summary>
internal struct NpcMind
{
    /// <summary>What its fleet was sent for.</summary>
    public Objective Objective;

    /// <summary>What it does now.</summary>
    public NpcMode Mode;

    /// <summary>Seconds until it may do something else.</summary>
    public double ModeLeft;

    /// <summary>Seconds until its beam is ready.</summary>
    public double BeamWait;

    /// <summary>Seconds until it may launch or use its special again.</summary>
    public double SpecialWait;

    /// <summary>Seconds for which a taunt or an order binds it to its target.</summary>
    public double BoundLeft;

    /// <summary>Seconds until it listens to a demand again.</summary>
    public double HailWait;

    /// <summary>Which side it goes round its target: −1 or 1.</summary>
    public int FlankSide;

    /// <summary>Where it flies to when nothing else is to be done.</summary>
    public double GoalX;

    /// <summary>Where it flies to when nothing else is to be done.</summary>
    public double GoalZ;

    /// <summary>Where a patrol flies to once it has been at its goal.</summary>
    public double BackX;

    /// <summary>Where a patrol flies to once it has been at its goal.</summary>
    public double BackZ;

    /// <summary>Seconds that a drone still flies.</summary>
    public double LifeLeft;

    /// <summary>Who launched it; 0 is nobody.</summary>
    public uint OwnerId;
}

/// <summary>What a computer-flown ship does.</summary>
internal enum NpcMode : byte
{
    /// <summary>On its way to its goal.</summary>
    Travel,

    /// <summary>Closing in and shooting.</summary>
    Attack,

    /// <summary>Drawing off to let shields recover.</summary>
    BreakOff,

    /// <summary>Keeping still.</summary>
    Idle,
}

/// <summary>What a fleet is sent for.</summary>
public enum Objective : byte
{
    /// <summary>Whatever comes near.</summary>
    Guard,

    /// <summary>The crews' bases.</summary>
    Bases,

    /// <summary>The crews' ships.</summary>
    Ships,

    /// <summary>Freighters.</summary>
    Freighters,

    /// <summary>Whatever comes near while it flies to its goal and back, again and again.</summary>
    Patrol,
}
