using System.ComponentModel.DataAnnotations;

namespace Artemis.ReferenceServer.Configuration;

/// <summary>How games are played and recorded.</summary>
public sealed class GameOptions
{
    /// <summary>Folder in which each game leaves a recording, for <c>artemis-server replay</c>; empty records none.</summary>
    public string RecordTo { get; set; } = "";

    /// <summary>Most bytes of a recording; a game that goes on for longer is recorded up to there.</summary>
    [Range(1, long.MaxValue)]
    public long RecordBytes { get; set; } = 64 << 20;

    /// <summary>Recordings that are kept; the oldest give way to a new one.</summary>
    [Range(1, int.MaxValue)]
    public int RecordKeep { get; set; } = 100;
}
