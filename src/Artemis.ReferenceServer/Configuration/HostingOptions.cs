namespace Artemis.ReferenceServer.Configuration;

/// <summary>How the gateway looks after game processes, in seconds.</summary>
public sealed class HostingOptions
{
    /// <summary>How long a game process may take from its start to its first word.</summary>
    public double StartSeconds { get; set; } = 15;

    /// <summary>How long a game may take to answer a request.</summary>
    public double RequestSeconds { get; set; } = 5;

    /// <summary>Time between a game's signs of life.</summary>
    public double StatusSeconds { get; set; } = 1;

    /// <summary>After how long without a sign of life a game is suspect. It stays listed.</summary>
    public double SuspectSeconds { get; set; } = 5;

    /// <summary>How long the gateway waits for a game that lost its control connection and whose process it cannot see.</summary>
    public double ReconnectGraceSeconds { get; set; } = 10;

    /// <summary>How long a restarted gateway gives out no port, so that games that outlived it can say which are theirs.</summary>
    public double PortQuarantineSeconds { get; set; } = 5;

    /// <summary>
    /// How long games may go on when the gateway is told to stop by a signal, while nobody new comes in. 0 closes them at once, with a word to
    /// their players.
    /// </summary>
    public double DrainSeconds { get; set; }

    /// <summary>How long games may take to close when the gateway is told to stop; then they are killed.</summary>
    public double ShutdownSeconds { get; set; } = 5;
}
