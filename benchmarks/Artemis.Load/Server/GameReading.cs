using System.Globalization;
using System.Text.RegularExpressions;

namespace Artemis.Load.Server;

/// <summary>One tick of a game.</summary>
internal sealed record TickLine(uint Tick, double LatenessMs, double TotalMs, double[] PhaseMs);

/// <summary>What a game process tells of itself: its metrics and the log of its ticks.</summary>
internal sealed partial class GameReading
{
    private GameReading(string metrics, string ticks)
    {
        Counters = Metric().Matches(metrics).ToDictionary(
            match => match.Groups["name"].Value, match => double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture));
        Ticks = [.. ticks.Split('\n').Where(line => line.StartsWith("tick ", StringComparison.Ordinal)).Select(ParseTick)];
        Allocated = [.. ticks.Split('\n').Where(line => line.StartsWith("allocated ", StringComparison.Ordinal)).Select(ParseAllocated)];
    }

    /// <summary>All metrics, by name with labels.</summary>
    public IReadOnlyDictionary<string, double> Counters { get; }

    /// <summary>Its ticks.</summary>
    public IReadOnlyList<TickLine> Ticks { get; }

    /// <summary>All bytes that it had allocated by a tick.</summary>
    public IReadOnlyList<(uint Tick, long Bytes)> Allocated { get; }

    /// <summary>Asks a game.</summary>
    /// <param name="url">Its WebSocket.</param>
    public static async Task<GameReading> TakeAsync(string url)
    {
        using var http = new HttpClient { BaseAddress = new UriBuilder(url) { Scheme = "http" }.Uri };
        return new GameReading(await http.GetStringAsync("/metrics"), await http.GetStringAsync("/ticks"));
    }

    private static TickLine ParseTick(string line)
    {
        var numbers = line.Split(' ')[1..].Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new TickLine((uint)numbers[0], numbers[1], numbers[2], numbers[3..]);
    }

    private static (uint Tick, long Bytes) ParseAllocated(string line)
    {
        var words = line.Split(' ');
        return (uint.Parse(words[1], CultureInfo.InvariantCulture), long.Parse(words[2], CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"^(?<name>[a-z_]+(\{[^}]*\})?) (?<value>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Metric();
}
