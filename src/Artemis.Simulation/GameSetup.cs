namespace Artemis.Simulation;

/// <summary>What a game is made from. The same setup and the same orders give the same game, bit for bit.</summary>
/// <param name="Scenario">Map and mission.</param>
/// <param name="Difficulty">1 (easy) to 11 (hopeless).</param>
/// <param name="Seed">Seed of all chance.</param>
/// <param name="Ships">The crews' ships, 1 to 8; a ship's place in the list is its index.</param>
public sealed record GameSetup(Scenario Scenario, int Difficulty, ulong Seed, IReadOnlyList<ShipSetup> Ships)
{
    /// <summary>The numbers of the game.</summary>
    public Balance Balance { get; init; } = Balance.Default;

    /// <summary>Half the width of the world: no position passes this, in units.</summary>
    public double WorldLimit { get; init; } = 100_000;

    /// <summary>No speed passes this, in units per second.</summary>
    public double SpeedLimit { get; init; } = 8_000;
}

/// <summary>A ship of the crews.</summary>
/// <param name="Name">Its name, of at most 32 bytes of UTF-8.</param>
/// <param name="Class">Its class.</param>
/// <param name="Manned">Consoles worked by people.</param>
public sealed record ShipSetup(string Name, ShipClass Class, ConsoleSet Manned = ConsoleSet.None)
{
    /// <summary>Consoles that the computer works when no person does.</summary>
    public ConsoleSet Assisted { get; init; } = ConsoleSet.All;
}
