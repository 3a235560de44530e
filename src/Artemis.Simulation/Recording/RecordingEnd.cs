namespace Artemis.Simulation;

/// <summary>Why a recording ends where it does.</summary>
public enum RecordingEnd : byte
{
    /// <summary>It was broken off: what recorded it ended without a word.</summary>
    BrokenOff,

    /// <summary>The game was over, or given up.</summary>
    Finished,

    /// <summary>It had become as long as recordings may be.</summary>
    Full,
}
