using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Artemis.Load.Server;

namespace Artemis.Load.Report;

/// <summary>Bytes of object updates by object, field and zone, as the games' metrics tell them.</summary>
internal static partial class ProfileTable
{
    /// <summary>Writes the table.</summary>
    /// <param name="before">The metrics when measuring began.</param>
    /// <param name="after">The metrics when it ended.</param>
    /// <param name="playerSeconds">Over how many seconds of how many players.</param>
    public static string Write(GameReading[] before, GameReading[] after, double playerSeconds)
    {
        var rows = after.SelectMany((reading, index) => reading.Counters
                .Select(counter => (Match: Label().Match(counter.Key), Bytes: counter.Value - before[index].Counters.GetValueOrDefault(counter.Key)))
                .Where(row => row.Match.Success))
            .Select(row => (
                Object: row.Match.Groups["object"].Value,
                Field: row.Match.Groups["field"].Value,
                Zone: row.Match.Groups["zone"].Value,
                Rate: row.Bytes / playerSeconds))
            .ToArray();
        var total = rows.Sum(row => row.Rate);
        var zones = rows.Select(row => row.Zone).Distinct().Order(StringComparer.Ordinal).ToArray();
        var text = new StringBuilder("Bytes a second to a player, by object, field and zone\n\n");
        Line(text, "object", "field", [.. zones, "all", "share"]);
        var objects = rows.GroupBy(row => row.Object).OrderByDescending(group => group.Sum(row => row.Rate));
        foreach (var group in objects)
        {
            Line(text, group.Key, "", Columns(group.Select(row => (row.Zone, row.Rate))));
            foreach (var field in group.GroupBy(row => row.Field).OrderByDescending(field => field.Sum(row => row.Rate)))
                Line(text, "", field.Key, Columns(field.Select(row => (row.Zone, row.Rate))));
        }

        Line(text, "all", "", Columns(rows.Select(row => (row.Zone, row.Rate))));
        return text.ToString();

        string[] Columns(IEnumerable<(string Zone, double Rate)> cells)
        {
            var all = cells.ToArray();
            var sum = all.Sum(cell => cell.Rate);
            return
            [
                .. zones.Select(zone => Number(all.Where(cell => cell.Zone == zone).Sum(cell => cell.Rate))),
                Number(sum),
                total == 0 ? "" : (sum / total).ToString("0.0 %", CultureInfo.InvariantCulture),
            ];
        }
    }

    private static string Number(double value) => value == 0 ? "" : value.ToString("0.0", CultureInfo.InvariantCulture);

    private static void Line(StringBuilder text, string left, string second, IEnumerable<string> columns)
    {
        text.Append(CultureInfo.InvariantCulture, $"{left,-12}{second,-16}");
        foreach (var column in columns)
            text.Append(CultureInfo.InvariantCulture, $"{column,10}");
        text.Append('\n');
    }

    [GeneratedRegex("^artemis_update_bytes_total\\{object=\"(?<object>[^\"]*)\",field=\"(?<field>[^\"]*)\",zone=\"(?<zone>[^\"]*)\"\\}$")]
    private static partial Regex Label();
}
