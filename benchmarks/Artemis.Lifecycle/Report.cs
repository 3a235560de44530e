using System.Globalization;
using System.Text.Json;

namespace Artemis.Lifecycle;

/// <summary>Shows the figures.</summary>
internal static class Report
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Prints a table.</summary>
    public static void Print(IReadOnlyList<Phase> phases)
    {
        Console.WriteLine();
        Console.WriteLine($"{"",-24}{"create to ready, ms",24}{"memory of a game, MB",24}{"left behind",44}");
        Console.WriteLine(
            $"{"",-24}{"median",12}{"worst",12}{"resident",12}{"own",12}{"processes",12}{"ports",8}{"handles",10}{"MB",14}");
        foreach (var phase in phases)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{phase.Name,-24}{Median(phase.CreateMilliseconds),12:F0}{phase.CreateMilliseconds.DefaultIfEmpty().Max(),12:F0}"
                + $"{Median(phase.GameMemory.Select(memory => memory.Resident)),12:F0}{Median(phase.GameMemory.Select(memory => memory.Own)),12:F0}"
                + $"{phase.Processes,12}{phase.Ports,8}{phase.Handles,10:+0;-0;0}{phase.Megabytes,14:+0.0;-0.0;0}"));
        }

        var dirty = phases.Where(phase => !phase.IsClean).ToArray();
        Console.WriteLine(dirty.Length == 0
            ? "Nothing was left behind."
            : $"Something was left behind: {string.Join("; ", dirty.Select(phase => phase.Name))}.");
    }

    /// <summary>Writes the figures to a file.</summary>
    public static Task WriteAsync(IReadOnlyList<Phase> phases, string file)
    {
        var figures = phases.Select(phase => new
        {
            phase.Name,
            sessions = phase.CreateMilliseconds.Count,
            createMedianMs = Median(phase.CreateMilliseconds),
            createWorstMs = phase.CreateMilliseconds.DefaultIfEmpty().Max(),
            gameResidentMb = Median(phase.GameMemory.Select(memory => memory.Resident)),
            gameOwnMb = Median(phase.GameMemory.Select(memory => memory.Own)),
            left = new { phase.Processes, phase.Ports, phase.Handles, phase.Megabytes },
            clean = phase.IsClean,
        });
        return File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { lifecycle = figures }, Format) + "\n");
    }

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToArray();
        return sorted.Length switch
        {
            0 => 0,
            var count when count % 2 == 1 => sorted[count / 2],
            var count => (sorted[(count / 2) - 1] + sorted[count / 2]) / 2,
        };
    }
}
