namespace Artemis.Client;

/// <summary>How a <see cref="GameClient"/> behaves, where it is not told by its seat.</summary>
public sealed record GameClientOptions
{
    /// <summary>What is used unless something else is given.</summary>
    public static GameClientOptions Default { get; } = new();

    /// <summary>When to try again after a loss.</summary>
    public BackoffPolicy Backoff { get; init; } = BackoffPolicy.Default;

    /// <summary>The clock.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Bounds of the interpolation delay.</summary>
    public PlayoutOptions Playout { get; init; } = PlayoutOptions.Default;

    /// <summary>Whether the scene shows the own ship as predicted while one holds the helm.</summary>
    public bool PredictHelm { get; init; } = true;

    /// <summary>Makes the network worse than it is; null leaves it as it is.</summary>
    public NetworkConditioner? Conditioner { get; init; }
}
