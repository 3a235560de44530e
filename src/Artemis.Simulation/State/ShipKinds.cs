namespace Artemis.Simulation;

/// <summary>Classes of ship that crews fly.</summary>
public enum ShipClass : byte
{
    /// <summary>All-round.</summary>
    LightCruiser,

    /// <summary>Fast and weak.</summary>
    Scout,

    /// <summary>Strong and slow.</summary>
    Battleship,

    /// <summary>Four tubes, one beam.</summary>
    MissileCruiser,

    /// <summary>One beam of long range.</summary>
    Dreadnought,
}

/// <summary>The eight systems of a ship.</summary>
public enum ShipSystem : byte
{
    /// <summary>Beam weapons.</summary>
    Beams,

    /// <summary>Torpedo tubes.</summary>
    Torpedoes,

    /// <summary>Sensors.</summary>
    Sensors,

    /// <summary>Thrusters.</summary>
    Maneuvering,

    /// <summary>Impulse engines.</summary>
    Impulse,

    /// <summary>Warp drive.</summary>
    Warp,

    /// <summary>Generator of the fore shield.</summary>
    ForeShields,

    /// <summary>Generator of the aft shield.</summary>
    AftShields,
}
