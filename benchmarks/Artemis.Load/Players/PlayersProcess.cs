using System.Diagnostics;
using System.Text.Json;

namespace Artemis.Load.Players;

/// <summary>
/// The players, in a process of their own. It tells the conductor how far it is by lines: <c>progress WORDS</c>,
/// <c>begin JSON</c>, <c>end JSON</c>, and ends when its input does.
/// </summary>
internal static class PlayersProcess
{
    /// <summary>Runs it.</summary>
    public static async Task<int> RunAsync(LoadOptions options)
    {
        var errors = new List<string>();
        var book = new LatencyBook();
        var desyncs = new DesyncCheck();
        var games = Enumerable.Range(0, options.Games)
            .Select(index => new LoadGame(index, book, desyncs, Fail))
            .ToArray();
        using var stop = new CancellationTokenSource();
        try
        {
            await StartAsync(games, options);
            var work = games.SelectMany(game => game.Players).Select(player => player.WorkAsync(stop.Token)).ToArray();
            await WarmUpAsync(games, options);
            var result = await MeasureAsync(games, options, book, desyncs, () => Count(errors));
            Tell("end", result with { ClientErrors = Count(errors), Errors = [.. errors.Take(10)] });
            await stop.CancelAsync();
            await Task.WhenAll(work);
            await Console.In.ReadToEndAsync();
            return 0;
        }
        catch (Exception exception) when (exception is Client.ArtemisException or TimeoutException or OperationCanceledException)
        {
            throw new LoadException($"The players cannot go on: {exception.Message}");
        }
        finally
        {
            await Task.WhenAll(games.Select(game => game.DisposeAsync().AsTask()));
        }

        void Fail(string what)
        {
            lock (errors)
                errors.Add(what);
        }
    }

    private static int Count(List<string> errors)
    {
        lock (errors)
            return errors.Count;
    }

    private static async Task StartAsync(LoadGame[] games, LoadOptions options)
    {
        var joined = 0;
        foreach (var pair in games.Chunk(2))
            await Task.WhenAll(pair.Select(game => game.StartAsync(options, Joined)));

        void Joined(int count)
        {
            var all = Interlocked.Add(ref joined, count);
            if (all % 12 == 0 || all == options.Games * options.Players)
                Progress($"{all} of {options.Games * options.Players} players are aboard");
        }
    }

    // Until the scenario is what it shall be, but not for ever.
    private static async Task WarmUpAsync(LoadGame[] games, LoadOptions options)
    {
        for (var second = 1; second <= options.WarmUpSeconds; second++)
        {
            await Task.Delay(1000);
            var (movers, torpedoes) = Look(games);
            if (second % 10 == 0)
                Progress($"warming up, {second} s: at least {movers} near movers and {torpedoes:0.0} torpedoes for each ship");
            if (options.Scenario == "battle" && second >= 15 && movers >= 30 && torpedoes >= 3)
                return;
        }
    }

    private static async Task<PlayersResult> MeasureAsync(
        LoadGame[] games, LoadOptions options, LatencyBook book, DesyncCheck desyncs, Func<int> errors)
    {
        var players = games.SelectMany(game => game.Players).ToArray();
        var ticksBefore = games.Select(game => game.Tick).ToArray();
        Tell("begin", games.Select(game => game.Url.ToString()).ToArray());
        book.IsOpen = true;
        Count(players, 1, counts: false);
        var (movers, torpedoes) = (new List<int>(), new List<double>());
        var mark = Stopwatch.GetTimestamp();
        for (var second = 1; second <= options.Seconds; second++)
        {
            await Task.Delay(1000);
            var now = Stopwatch.GetTimestamp();
            Count(players, Stopwatch.GetElapsedTime(mark, now).TotalSeconds, counts: true);
            mark = now;
            var (leastMovers, leastTorpedoes) = Look(games);
            movers.Add(leastMovers);
            torpedoes.Add(leastTorpedoes);
            if (second % 5 == 0)
            {
                var bytes = players.Average(player => player.Bytes.Objects[^1]);
                Progress($"{second} of {options.Seconds} s: {bytes:0} bytes/s of objects to a player, {leastMovers} near movers, "
                    + $"{leastTorpedoes:0.0} torpedoes, {errors()} errors, {desyncs.Desyncs} desyncs");
            }
        }

        book.IsOpen = false;
        using var self = Process.GetCurrentProcess();
        return new PlayersResult
        {
            Games = [.. games.Select((game, index) => new GameResult(game.Url.ToString(), ticksBefore[index], game.Tick))],
            PayloadBytes = Windows(players, bytes => bytes.Payload),
            ObjectBytes = Windows(players, bytes => bytes.Objects),
            WireBytes = Windows(players, bytes => bytes.Wire),
            InboundBytes = Windows(players, bytes => bytes.Sent),
            NearMovers = [.. movers],
            Torpedoes = [.. torpedoes],
            UpdateLatencyMs = book.Updates.ToArray(),
            CommandLatencyMs = book.Actions,
            Desyncs = desyncs.Desyncs,
            Compared = desyncs.Compared,
        };
    }

    private static void Count(IEnumerable<LoadPlayer> players, double seconds, bool counts)
    {
        foreach (var player in players)
            player.Bytes.Tick(player.Client.Network, seconds, counts);
    }

    private static (int Movers, double Torpedoes) Look(LoadGame[] games) =>
        (games.Min(game => game.FewestNearMovers()), games.Min(game => game.TorpedoesPerShip()));

    private static double[] Windows(IEnumerable<LoadPlayer> players, Func<ByteWindows, List<double>> of) =>
        [.. players.SelectMany(player => of(player.Bytes))];

    private static void Progress(string words) => Console.Out.WriteLine($"progress {words}");

    private static void Tell<T>(string what, T value) => Console.Out.WriteLine($"{what} {JsonSerializer.Serialize(value)}");
}
