namespace Artemis.Simulation;

/// <summary>How a game stands.</summary>
public enum GameOutcome : byte
{
    /// <summary>Still being played.</summary>
    None,

    /// <summary>Won.</summary>
    Victory,

    /// <summary>Lost.</summary>
    Defeat,
}
