namespace Artemis.Lifecycle;

/// <summary>What a part of the drill came to.</summary>
/// <param name="Name">What was done.</param>
/// <param name="CreateMilliseconds">Time from the request for each session until it took players.</param>
/// <param name="GameMemory">Memory of each game process while they ran.</param>
/// <param name="Processes">Game processes that were left over, beyond the spares.</param>
/// <param name="Ports">Ports that were left in use, beyond those of the spares.</param>
/// <param name="Handles">Handles that the gateway has more than before.</param>
/// <param name="Megabytes">Memory that the gateway has more than before.</param>
internal sealed record Phase(
    string Name,
    IReadOnlyList<double> CreateMilliseconds,
    IReadOnlyList<Memory> GameMemory,
    int Processes,
    int Ports,
    int Handles,
    double Megabytes)
{
    // The thread pool, connection pools and the heap breathe; a leak of one handle for each of ten sessions is more than this.
    private const int HandleSlack = 8;
    private const double MegabyteSlack = 40;

    /// <summary>Whether it fills what later ones find full: then handles and memory that it leaves say nothing.</summary>
    public bool IsWarmUp { get; init; }

    /// <summary>Whether nothing was left behind.</summary>
    public bool IsClean => Processes == 0 && Ports == 0 && (IsWarmUp || (Handles <= HandleSlack && Megabytes <= MegabyteSlack));
}

/// <summary>Memory of a process, in megabytes.</summary>
/// <param name="Resident">All that it has in memory.</param>
/// <param name="Own">That, with what it shares with others divided among them.</param>
internal readonly record struct Memory(double Resident, double Own);
