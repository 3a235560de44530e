using Artemis.Load.Players;
using Artemis.Load.Server;
using Artemis.ReferenceServer.Observability;

namespace Artemis.Load.Report;

/// <summary>All figures of a load test, as they stand in the file.</summary>
internal sealed record LoadReport
{
    private const double LateMs = 25;
    private const uint TickRate = 20;

    public required string Scenario { get; init; }

    public required int Games { get; init; }

    public required int Players { get; init; }

    public required int Seconds { get; init; }

    public required long Ticks { get; init; }

    /// <summary>Time that ticks took, over all games.</summary>
    public required Spread TickMs { get; init; }

    /// <summary>The same by phase.</summary>
    public required IReadOnlyDictionary<string, Spread> PhaseMs { get; init; }

    public required int TicksLate { get; init; }

    public required long TicksSkipped { get; init; }

    /// <summary>Bytes that game processes allocated from one steady tick to the next, by all their threads. Steady is a tick without words and without the web server's own housekeeping.</summary>
    public required double AllocatedBytesPerTick { get; init; }

    /// <summary>The share of steady ticks in which nothing at all was allocated.</summary>
    public required double TicksWithoutAllocation { get; init; }

    /// <summary>Bytes from one tick to the next, over all ticks.</summary>
    public required double AllocatedBytesPerAnyTick { get; init; }

    public required MeanAndP99 PayloadBytesPerSecondPerPlayer { get; init; }

    public required MeanAndP99 ObjectBytesPerSecondPerPlayer { get; init; }

    public required double WireBytesPerSecondPerPlayer { get; init; }

    public required double InboundBytesPerSecondPerPlayer { get; init; }

    /// <summary>Fewest near movers of any ship in any second.</summary>
    public required double NearMoversPerShip { get; init; }

    public required double NearMoversPerShipMean { get; init; }

    /// <summary>Fewest torpedoes in flight for each ship in any second.</summary>
    public required double TorpedoesPerShip { get; init; }

    public required double TorpedoesPerShipMean { get; init; }

    public required MiddleAndP99 UpdateLatencyMs { get; init; }

    public required IReadOnlyDictionary<string, MiddleAndP99> CommandLatencyMs { get; init; }

    public required ServerAndClients CpuCores { get; init; }

    public required ServerAndClients RssMiB { get; init; }

    public required int ClientErrors { get; init; }

    public required int Desyncs { get; init; }

    public required long StatesCompared { get; init; }

    public static LoadReport Of(
        LoadOptions options,
        PlayersResult players,
        GameReading[] before,
        GameReading[] after,
        (double CpuCores, double RssMiB) server,
        (double CpuCores, double RssMiB) clients)
    {
        var ticks = players.Games.SelectMany((game, index) => after[index].Ticks.Where(tick => IsWithin(tick.Tick, game))).ToArray();
        // Asking a game for its figures allocates in it, so only ticks from a second after the first answer to the second question count.
        var counted = players.Games.SelectMany((game, index) => after[index].Ticks.Where(
            tick => IsWithin(tick.Tick, game) && tick.Tick > before[index].LastTick + TickRate && tick.Tick < after[index].AskedAfter)).ToArray();
        var steady = counted.Where(tick => tick.IsSteady).ToArray();
        return new LoadReport
        {
            Scenario = options.Scenario,
            Games = options.Games,
            Players = options.Players,
            Seconds = options.Seconds,
            Ticks = ticks.Length,
            TickMs = Spread.Of(ticks.Select(tick => tick.TotalMs)),
            PhaseMs = Enum.GetValues<TickPhase>().ToDictionary(
                phase => char.ToLowerInvariant(phase.ToString()[0]) + phase.ToString()[1..],
                phase => Spread.Of(ticks.Select(tick => tick.PhaseMs[(int)phase]))),
            TicksLate = ticks.Count(tick => tick.LatenessMs > LateMs),
            TicksSkipped = (long)(Sum(after, "artemis_ticks_skipped_total") - Sum(before, "artemis_ticks_skipped_total")),
            AllocatedBytesPerTick = steady.Length == 0 ? 0 : Math.Round(steady.Average(tick => tick.Allocated), 1),
            TicksWithoutAllocation = steady.Length == 0 ? 0 : Math.Round((double)steady.Count(tick => tick.Allocated == 0) / steady.Length, 4),
            AllocatedBytesPerAnyTick = counted.Length == 0 ? 0 : Math.Round(counted.Average(tick => tick.Allocated), 1),
            PayloadBytesPerSecondPerPlayer = MeanAndP99.Of(players.PayloadBytes),
            ObjectBytesPerSecondPerPlayer = MeanAndP99.Of(players.ObjectBytes),
            WireBytesPerSecondPerPlayer = Math.Round(players.WireBytes.Average(), 1),
            InboundBytesPerSecondPerPlayer = Math.Round(players.InboundBytes.Average(), 1),
            NearMoversPerShip = players.NearMovers.Min(),
            NearMoversPerShipMean = Math.Round(players.NearMovers.Average(), 1),
            TorpedoesPerShip = Math.Round(players.Torpedoes.Min(), 1),
            TorpedoesPerShipMean = Math.Round(players.Torpedoes.Average(), 1),
            UpdateLatencyMs = MiddleAndP99.Of(players.UpdateLatencyMs),
            CommandLatencyMs = players.CommandLatencyMs.ToDictionary(pair => pair.Key, pair => MiddleAndP99.Of(pair.Value)),
            CpuCores = new(Math.Round(server.CpuCores, 2), Math.Round(clients.CpuCores, 2)),
            RssMiB = new(Math.Round(server.RssMiB), Math.Round(clients.RssMiB)),
            ClientErrors = players.ClientErrors,
            Desyncs = players.Desyncs,
            StatesCompared = players.Compared,
        };
    }

    private static bool IsWithin(uint tick, GameResult game) => tick > game.FirstTick && tick <= game.LastTick;

    private static double Sum(GameReading[] readings, string counter) =>
        readings.Sum(reading => reading.Counters.GetValueOrDefault(counter));
}
