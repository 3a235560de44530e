using System.Text.Json;
using Artemis.Load.Players;
using Artemis.Load.Report;
using Artemis.Load.Server;

namespace Artemis.Load;

/// <summary>Conducts a load test: starts a server and the players, looks at both while they play, and tells what it saw.</summary>
internal static class LoadTest
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>Runs it.</summary>
    /// <returns>1 if clients had errors or consoles disagreed.</returns>
    public static async Task<int> RunAsync(LoadOptions options)
    {
        Console.WriteLine($"Starting a gateway for {options.Games} games of {options.Players} players, {options.Scenario}.");
        await using var gateway = await Gateway.StartAsync(options.Server, options.Without);
        await using var players = StartPlayers(options with { Gateway = gateway.Address });

        var patience = TimeSpan.FromMinutes(5);
        var urls = Read<string[]>("begin", await ProgressUntilAsync(players, "begin", patience));
        var before = await ReadAllAsync(urls);
        var server = new Usage(gateway.Pids());
        var clients = new Usage([players.Pid]);
        var result = Read<PlayersResult>("end", await ProgressUntilAsync(players, "end", patience));
        var (serverUsage, clientUsage) = (server.Measure(), clients.Measure());
        var after = await ReadAllAsync(urls);

        var report = LoadReport.Of(options, result, before, after, serverUsage, clientUsage);
        Console.WriteLine();
        Console.Write(Printer.Write(report));
        foreach (var error in result.Errors)
            Console.WriteLine($"error: {error}");
        if (options.Profile)
            Console.Write($"\n{ProfileTable.Write(before, after, (double)options.Games * options.Players * options.Seconds)}");
        if (options.Json is not null)
            await File.WriteAllTextAsync(options.Json, JsonSerializer.Serialize(report, Format) + "\n");
        return report.ClientErrors > 0 || report.Desyncs > 0 ? 1 : 0;
    }

    private static ChildProcess StartPlayers(LoadOptions options)
    {
        string[] arguments =
        [
            Path.Combine(AppContext.BaseDirectory, "Artemis.Load.dll"),
            "players",
            "--gateway", options.Gateway,
            "--games", $"{options.Games}",
            "--players", $"{options.Players}",
            "--seconds", $"{options.Seconds}",
            "--warm-up", $"{options.WarmUpSeconds}",
            "--scenario", options.Scenario,
        ];
        return new ChildProcess(Environment.ProcessPath!, arguments);
    }

    private static async Task<string> ProgressUntilAsync(ChildProcess players, string word, TimeSpan patience)
    {
        while (true)
        {
            var line = await players.ReadLineAsync(patience);
            if (line.StartsWith(word + " ", StringComparison.Ordinal))
                return line;
            Console.WriteLine(line.StartsWith("progress ", StringComparison.Ordinal) ? line["progress ".Length..] : line);
        }
    }

    private static T Read<T>(string word, string line) => JsonSerializer.Deserialize<T>(line[(word.Length + 1)..])!;

    private static Task<GameReading[]> ReadAllAsync(string[] urls) => Task.WhenAll(urls.Select(GameReading.TakeAsync));
}
