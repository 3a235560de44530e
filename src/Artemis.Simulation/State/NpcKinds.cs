namespace Artemis.Simulation;

/// <summary>Kinds of ship that the computer flies.</summary>
public enum NpcKind : byte
{
    /// <summary>The common enemy.</summary>
    Light,

    /// <summary>Strong and slow; launches drones.</summary>
    Heavy,

    /// <summary>Fast, with a special ability.</summary>
    Elite,

    /// <summary>Small and fast.</summary>
    Fighter,

    /// <summary>Flies at its target and goes off.</summary>
    Drone,

    /// <summary>Unarmed; carries goods from base to base.</summary>
    Freighter,

    /// <summary>A friend that fights.</summary>
    Escort,
}

/// <summary>The special ability of an elite ship.</summary>
public enum EliteSpecial : byte
{
    /// <summary>None.</summary>
    None,

    /// <summary>Cannot be seen from afar.</summary>
    Cloak,

    /// <summary>Jumps close to its target.</summary>
    Jump,

    /// <summary>Drains the shields of ships that are near.</summary>
    ShieldDrain,
}
