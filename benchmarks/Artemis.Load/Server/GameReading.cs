using System.Globalization;
using System.Text.RegularExpressions;

namespace Artemis.Load.Server;

/// <summary>One tick of a game.</summary>
/// <param name="Tick">Which.</param>
/// <param name="LatenessMs">How late it began.</param>
/// <param name="TotalMs">How long it took.</param>
/// <param name="Allocated">Bytes that the process allocated since the one before.</param>
/// <param name="IsSteady">Whether no words were written in it, and the web server did no housekeeping.</param>
/// <param name="PhaseMs">How long each phase took.</param>
internal sealed record TickLine(uint Tick, double LatenessMs, double TotalMs, long Allocated, bool IsSteady, double[] PhaseMs);

/// <summary>What a game process tells of itself: its metrics and the log of its ticks.</summary>
internal sealed partial class GameReading
{
    private GameReading(string metrics, string before, string ticks)
    {
        AskedAfter = LastOf(Parse(before));
        Counters = Metric().Matches(metrics).ToDictionary(
            match => match.Groups["name"].Value, match => double.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture));
        Ticks = Parse(ticks);
    }

    /// <summary>All metrics, by name with labels.</summary>
    public IReadOnlyDictionary<string, double> Counters { get; }

    /// <summary>Its ticks.</summary>
    public IReadOnlyList<TickLine> Ticks { get; }

    /// <summary>The tick before the first question; 0 if there was none.</summary>
    public uint AskedAfter { get; }

    /// <summary>The newest tick; 0 if there is none.</summary>
    public uint LastTick => LastOf(Ticks);

    /// <summary>Asks a game.</summary>
    /// <param name="url">Its WebSocket.</param>
    public static async Task<GameReading> TakeAsync(string url)
    {
        using var http = new HttpClient { BaseAddress = new UriBuilder(url) { Scheme = "http" }.Uri };
        var before = await http.GetStringAsync("/ticks");
        return new GameReading(await http.GetStringAsync("/metrics"), before, await http.GetStringAsync("/ticks"));
    }

    private static uint LastOf(IReadOnlyList<TickLine> ticks) => ticks.Count == 0 ? 0 : ticks[^1].Tick;

    private static TickLine[] Parse(string ticks) =>
        [.. ticks.Split('\n').Where(line => line.StartsWith("tick ", StringComparison.Ordinal)).Select(ParseTick)];

    private static TickLine ParseTick(string line)
    {
        var numbers = line.Split(' ')[1..].Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray();
        return new TickLine((uint)numbers[0], numbers[1], numbers[2], (long)numbers[3], numbers[4] != 0, numbers[5..]);
    }

    [GeneratedRegex(@"^(?<name>[a-z_]+(\{[^}]*\})?) (?<value>\S+)$", RegexOptions.Multiline)]
    private static partial Regex Metric();
}
