using System.Diagnostics;

namespace Artemis.Lifecycle;

/// <summary>Sessions that come and go.</summary>
/// <param name="sessions">Sessions to play at once, one after another, and at once again.</param>
/// <param name="idle">Sessions to leave idle.</param>
/// <param name="flight">How long bots fly.</param>
internal sealed class Drill(int sessions, int idle, TimeSpan flight)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Runs all parts.</summary>
    public async Task<IReadOnlyList<Phase>> RunAsync()
    {
        var server = await Server.StartAsync(Math.Max(sessions, idle) + Server.Spares + 1);
        await using var ending = server;
        return
        [
            // The first ones load what later ones find loaded, and fill pools as far as so many at once ever do: connections to the database, threads,
            // sockets. A pool is full once; what is lost with each session is lost again with the next.
            await RunAsync(server, $"{sessions} at once", sessions, together: true) with { IsWarmUp = true },
            await RunAsync(server, $"{sessions} in turn", sessions, together: false),
            await RunAsync(server, $"{sessions} at once again", sessions, together: true),
            await IdleAsync(server),
        ];
    }

    private async Task<Phase> RunAsync(Server server, string name, int count, bool together)
    {
        var before = await RestAsync(server);
        var times = new List<double>();
        var memory = new List<Memory>();
        if (together)
        {
            Say($"{name}: creating");
            var bots = await Task.WhenAll(Enumerable.Range(1, count).Select(i => Bot.CreateAsync(server.Gateway, $"{name} {i}")));
            Say($"{name}: playing");
            var playing = Task.WhenAll(bots.Select(bot => bot.PlayAsync(flight)));
            await Task.WhenAny(playing, Task.Delay(flight / 2));
            memory.AddRange(server.Games.Select(SystemView.MemoryOf));
            await playing;
            foreach (var bot in bots)
            {
                times.Add(bot.CreateMilliseconds);
                await bot.DisposeAsync();
            }
        }
        else
        {
            for (var i = 1; i <= count; i++)
            {
                Say($"{name}: {i} of {count}");
                await using var bot = await Bot.CreateAsync(server.Gateway, $"{name} {i}");
                times.Add(bot.CreateMilliseconds);
                await bot.PlayAsync(flight);
                memory.AddRange(server.Games.Select(SystemView.MemoryOf));
                await RestAsync(server);
            }
        }

        return Compare(name, times, memory, before, await RestAsync(server));
    }

    // Nobody comes to these, and only the server's own end ends them.
    private async Task<Phase> IdleAsync(Server server)
    {
        var name = $"{idle} idle";
        var times = new List<double>();
        for (var i = 1; i <= idle; i++)
        {
            Say($"{name}: creating {i} of {idle}");
            await using var bot = await Bot.CreateAsync(server.Gateway, $"{name} {i}");
            times.Add(bot.CreateMilliseconds);
        }

        Say($"{name}: settling");
        await UntilAsync(() => server.Games.Count == idle + Server.Spares);
        await Task.Delay(flight);
        var games = server.Games;
        var memory = games.Select(SystemView.MemoryOf).ToArray();
        var gateway = SystemView.MemoryOf(server.Pid);
        Say($"{name}: the gateway has {gateway.Resident:F0} MB and {SystemView.HandlesOf(server.Pid).Values.Sum()} handles; ending");
        await server.StopAsync();
        return new Phase(
            name, times, memory, games.Intersect(server.Games).Count(), SystemView.Listening(server.FirstPort, server.LastPort).Count, 0, 0);
    }

    // Waits until nothing but spares is there, and looks around.
    private static async Task<Rest> RestAsync(Server server)
    {
        await UntilAsync(() => server.Games.Count == Server.Spares
            && SystemView.Listening(server.FirstPort, server.LastPort).Count == Server.Spares);
        return new Rest(
            SystemView.HandlesOf(server.Pid),
            SystemView.MemoryOf(server.Pid).Resident,
            server.Games.Count - Server.Spares,
            SystemView.Listening(server.FirstPort, server.LastPort).Count - Server.Spares);
    }

    private static Phase Compare(string name, IReadOnlyList<double> times, IReadOnlyList<Memory> memory, Rest before, Rest after)
    {
        var more = after.Handles.Keys.Union(before.Handles.Keys)
            .Select(kind => (Kind: kind, More: after.Handles.GetValueOrDefault(kind) - before.Handles.GetValueOrDefault(kind)))
            .Where(kind => kind.More != 0).ToArray();
        var handles = more.Sum(kind => kind.More);
        Say($"{name}: the gateway has {after.Megabytes:F0} MB and {after.Handles.Values.Sum()} handles"
            + (more.Length == 0 ? "" : $" ({string.Join(", ", more.Select(kind => $"{kind.Kind} {kind.More:+0;-0}"))})"));
        return new Phase(name, times, memory, after.Processes, after.Ports, handles, after.Megabytes - before.Megabytes);
    }

    // What is never so shows as something left behind.
    private static async Task UntilAsync(Func<bool> condition)
    {
        var started = Stopwatch.GetTimestamp();
        while (!condition() && Stopwatch.GetElapsedTime(started) < Patience)
            await Task.Delay(100);
    }

    private static void Say(string words) => Console.WriteLine($"{DateTime.Now:HH:mm:ss} {words}");

    // How things stand when nothing is played.
    private sealed record Rest(IReadOnlyDictionary<string, int> Handles, double Megabytes, int Processes, int Ports);
}
