namespace Artemis.Client;

/// <summary>How long to wait before trying to connect again: quick at first, since most losses are short, then twice as long each time.</summary>
public sealed record BackoffPolicy
{
    /// <summary>The policy used unless another is given.</summary>
    public static BackoffPolicy Default { get; } = new();

    /// <summary>Wait before the first try.</summary>
    public TimeSpan First { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Longest wait.</summary>
    public TimeSpan Max { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Share of a wait that is left to chance, 0 to 1, so that a crew does not come back all at once.</summary>
    public double Jitter { get; init; } = 0.3;

    /// <summary>Gives up when a connection has been gone for so long.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The wait before a try.</summary>
    /// <param name="attempt">1 for the first try.</param>
    /// <param name="random">A number from 0 to below 1.</param>
    public TimeSpan Delay(int attempt, double random)
    {
        double full = Math.Min(Max.TotalMilliseconds, First.TotalMilliseconds * Math.Pow(2, Math.Min(attempt - 1, 30)));
        return TimeSpan.FromMilliseconds(full * (1 - (Jitter * random)));
    }
}
