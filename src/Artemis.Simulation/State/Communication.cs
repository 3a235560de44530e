namespace Artemis.Simulation;

/// <summary>What may be said to a contact.</summary>
public enum Hail : byte
{
    /// <summary>To bases and friends: report.</summary>
    Status,

    /// <summary>To bases: prepare for us to dock.</summary>
    StandBy,

    /// <summary>To bases: build ordnance.</summary>
    Build,

    /// <summary>To enemies: surrender.</summary>
    Surrender,

    /// <summary>To enemies: taunt.</summary>
    Taunt,

    /// <summary>To friends: attack our target.</summary>
    Attack,

    /// <summary>To friends: go to a base.</summary>
    Retreat,
}

/// <summary>Whom a message came from and what sort it is.</summary>
public enum CommsKind : byte
{
    /// <summary>Talk.</summary>
    Chatter,

    /// <summary>From a base.</summary>
    Base,

    /// <summary>From a friend.</summary>
    Friend,

    /// <summary>From an enemy.</summary>
    Enemy,

    /// <summary>From another crew.</summary>
    Ship,

    /// <summary>About the own ship.</summary>
    Status,

    /// <summary>Something that cannot wait.</summary>
    Alert,
}
