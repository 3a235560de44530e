namespace Artemis.Simulation;

/// <summary>The parts of a step, in the order in which they run.</summary>
public enum GamePhase
{
    /// <summary>What the computer's part of the crews orders.</summary>
    Crew,

    /// <summary>What computer-flown ships decide.</summary>
    Npcs,

    /// <summary>Ships move.</summary>
    Motion,

    /// <summary>Nebulae, asteroids, black holes, anomalies.</summary>
    Hazards,

    /// <summary>Power, coolant, energy, heat.</summary>
    Power,

    /// <summary>Damage control.</summary>
    Repair,

    /// <summary>Shields recharge.</summary>
    Shields,

    /// <summary>Beams fire.</summary>
    Beams,

    /// <summary>Tubes load.</summary>
    Tubes,

    /// <summary>Torpedoes fly and go off.</summary>
    Torpedoes,

    /// <summary>Drones fly and go off.</summary>
    Drones,

    /// <summary>Mines arm and go off.</summary>
    Mines,

    /// <summary>Bases serve docked ships.</summary>
    Docking,

    /// <summary>Scans go on.</summary>
    Scans,

    /// <summary>Messages arrive, bases build.</summary>
    Comms,

    /// <summary>Fleets come.</summary>
    Fleets,

    /// <summary>What is gone is taken out.</summary>
    Sweep,

    /// <summary>Won or lost.</summary>
    Victory,
}
