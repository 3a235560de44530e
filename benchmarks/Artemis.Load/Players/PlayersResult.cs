namespace Artemis.Load.Players;

/// <summary>A game, and between which ticks it was measured.</summary>
internal sealed record GameResult(string Url, uint FirstTick, uint LastTick);

/// <summary>What the players measured.</summary>
internal sealed record PlayersResult
{
    public required GameResult[] Games { get; init; }

    /// <summary>Bytes a second to a player, of one-second windows.</summary>
    public required double[] PayloadBytes { get; init; }

    public required double[] ObjectBytes { get; init; }

    public required double[] WireBytes { get; init; }

    public required double[] InboundBytes { get; init; }

    /// <summary>Fewest near movers of a ship, by second.</summary>
    public required int[] NearMovers { get; init; }

    /// <summary>Torpedoes for each ship in the game with the fewest, by second.</summary>
    public required double[] Torpedoes { get; init; }

    public required double[] UpdateLatencyMs { get; init; }

    public required IReadOnlyDictionary<string, double[]> CommandLatencyMs { get; init; }

    public required int Desyncs { get; init; }

    public required long Compared { get; init; }

    public int ClientErrors { get; init; }

    public string[] Errors { get; init; } = [];
}
