namespace Artemis.Simulation;

/// <summary>Tuning of beams and shields.</summary>
public enum BeamFrequency : byte
{
    /// <summary>A.</summary>
    A,

    /// <summary>B.</summary>
    B,

    /// <summary>C.</summary>
    C,

    /// <summary>D.</summary>
    D,

    /// <summary>E.</summary>
    E,
}

/// <summary>The five kinds of ordnance.</summary>
public enum Ordnance : byte
{
    /// <summary>Seeks its target.</summary>
    Homing,

    /// <summary>Great damage over a wide area.</summary>
    Nuke,

    /// <summary>Stays where it was laid.</summary>
    Mine,

    /// <summary>Halves shields over a wide area.</summary>
    Emp,

    /// <summary>Damages systems only.</summary>
    PShock,
}

/// <summary>What a torpedo tube is doing.</summary>
public enum TubeStatus : byte
{
    /// <summary>Nothing in it.</summary>
    Empty,

    /// <summary>Being loaded.</summary>
    Loading,

    /// <summary>Ready to fire.</summary>
    Loaded,

    /// <summary>Being emptied.</summary>
    Unloading,
}
