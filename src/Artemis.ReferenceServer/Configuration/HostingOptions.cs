using System.ComponentModel.DataAnnotations;

namespace Artemis.ReferenceServer.Configuration;

/// <summary>How the gateway looks after game processes, in seconds.</summary>
public sealed class HostingOptions
{
    /// <summary>How long a game process may take from its start to its first word.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double StartSeconds { get; set; } = 15;

    /// <summary>How long a game may take to answer a request.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double RequestSeconds { get; set; } = 5;

    /// <summary>Time between a game's signs of life.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double StatusSeconds { get; set; } = 1;

    /// <summary>After how long without a sign of life a game is suspect. It stays listed.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double SuspectSeconds { get; set; } = 5;

    /// <summary>How long the gateway waits for a game that lost its control connection and whose process it cannot see.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double ReconnectGraceSeconds { get; set; } = 10;

    /// <summary>How long a restarted gateway gives out no port, so that games that outlived it can say which are theirs.</summary>
    [Range(0, SettingsCheck.MaxSeconds)]
    public double PortQuarantineSeconds { get; set; } = 5;

    /// <summary>
    /// How long games may go on when the gateway is told to stop by a signal, while nobody new comes in. 0 closes them at once, with a word to
    /// their players.
    /// </summary>
    [Range(0, SettingsCheck.MaxSeconds)]
    public double DrainSeconds { get; set; }

    /// <summary>
    /// Games that the gateway's own machine runs at most; as many as it has ports if absent. 0 leaves them all to hosts.
    /// </summary>
    [Range(0, 65535)]
    public int? LocalGames { get; set; }

    /// <summary>
    /// What hosts prove themselves to the gateway with, the same on both sides; at least 16 characters. Without it, a gateway takes no
    /// hosts.
    /// </summary>
    public string HostSecret { get; set; } = "";

    /// <summary>How long a game that is over waits for a gateway that is away, to tell it the results.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double ResultWaitSeconds { get; set; } = 5 * 60;

    /// <summary>How long games may take to close when the gateway is told to stop; then they are killed.</summary>
    [Range(0.001, SettingsCheck.MaxSeconds)]
    public double ShutdownSeconds { get; set; } = 5;
}
