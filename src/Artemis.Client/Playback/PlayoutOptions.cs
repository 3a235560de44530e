namespace Artemis.Client;

/// <summary>Bounds of the interpolation delay: 100 ms, up to 250 ms on a network that jitters.</summary>
public sealed record PlayoutOptions
{
    /// <summary>The bounds used unless others are given.</summary>
    public static PlayoutOptions Default { get; } = new();

    /// <summary>Delay on a steady network in ms, and the least there is: one update interval.</summary>
    public double DelayMs { get; init; } = 100;

    /// <summary>Most that jitter may bring it to, in ms.</summary>
    public double MaxDelayMs { get; init; } = 250;
}
