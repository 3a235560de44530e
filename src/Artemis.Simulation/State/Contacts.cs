namespace Artemis.Simulation;

/// <summary>What an id names.</summary>
public enum EntityKind : byte
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A crew's ship.</summary>
    PlayerShip,

    /// <summary>A ship that the computer flies.</summary>
    Npc,

    /// <summary>A base.</summary>
    Base,

    /// <summary>A torpedo under way.</summary>
    Torpedo,

    /// <summary>A mine.</summary>
    Mine,

    /// <summary>A nebula.</summary>
    Nebula,

    /// <summary>An asteroid.</summary>
    Asteroid,

    /// <summary>A black hole.</summary>
    BlackHole,

    /// <summary>An anomaly.</summary>
    Anomaly,
}

/// <summary>Whose side something is on.</summary>
public enum Faction : byte
{
    /// <summary>Nobody's.</summary>
    Neutral,

    /// <summary>The crews' own.</summary>
    Friendly,

    /// <summary>The enemy's.</summary>
    Hostile,
}

/// <summary>What science knows of a contact.</summary>
public enum ScanState : byte
{
    /// <summary>Where it is.</summary>
    None,

    /// <summary>Class and shields.</summary>
    Once,

    /// <summary>Frequencies and systems as well.</summary>
    Twice,
}
