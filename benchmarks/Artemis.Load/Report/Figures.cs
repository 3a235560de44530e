namespace Artemis.Load.Report;

/// <summary>Middle, 99th percentile and greatest of some numbers.</summary>
internal sealed record Spread(double P50, double P99, double Max)
{
    public static Spread Of(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return new(Percentile(sorted, 0.5), Percentile(sorted, 0.99), sorted.Length == 0 ? 0 : Round(sorted[^1]));
    }

    /// <summary>The smallest of sorted numbers that a share of all does not exceed.</summary>
    public static double Percentile(double[] sorted, double share) =>
        sorted.Length == 0 ? 0 : Round(sorted[Math.Clamp((int)Math.Ceiling(share * sorted.Length) - 1, 0, sorted.Length - 1)]);

    private static double Round(double value) => Math.Round(value, 3);
}

/// <summary>Mean and 99th percentile of some numbers.</summary>
internal sealed record MeanAndP99(double Mean, double P99)
{
    public static MeanAndP99 Of(double[] values) =>
        new(values.Length == 0 ? 0 : Math.Round(values.Average(), 1), Spread.Percentile([.. values.Order()], 0.99));
}

/// <summary>Middle and 99th percentile of some numbers.</summary>
internal sealed record MiddleAndP99(double P50, double P99)
{
    public static MiddleAndP99 Of(double[] values)
    {
        var sorted = values.Order().ToArray();
        return new(Spread.Percentile(sorted, 0.5), Spread.Percentile(sorted, 0.99));
    }
}

/// <summary>A figure of the server and the same of the players.</summary>
internal sealed record ServerAndClients(double Server, double Clients);
