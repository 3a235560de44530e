using System.Diagnostics;
using Artemis.ReferenceServer.Observability;

namespace Artemis.Simulation.Benchmarks;

/// <summary>Measures ticks in the thick of battle: eight ships worked by the computer, 48 consoles looking on, several games of some minutes.</summary>
internal sealed class BattleRun
{
    private const int Games = 4;
    private const int WarmUpTicks = 1200;
    private const int MeasuredTicks = 2000;
    private const int Difficulty = 5;
    private const double TickRate = 20;

    private readonly long[] _simulation = new long[GameSimulation.PhaseCount];
    private readonly double[] _server = new double[TickTimes.PhaseCount];
    private long _allocated;
    private int _silentTicks;
    private long _sent;

    private BattleRun(string scenario) => Scenario = Simulation.Scenario.Find(scenario)!;

    public Scenario Scenario { get; }

    public BattleCount Count { get; } = new();

    /// <summary>The whole tick, from orders to sockets.</summary>
    public Times Tick { get; } = new(Games * MeasuredTicks);

    /// <summary>The simulation's part of it.</summary>
    public Times Step { get; } = new(Games * MeasuredTicks);

    /// <summary>Bytes that the process allocated in a tick in which no message was composed.</summary>
    public double AllocatedBytesPerTick => (double)_allocated / Math.Max(SteadyTicks, 1);

    /// <summary>The share of those ticks in which nothing at all was allocated.</summary>
    public double TicksWithoutAllocation => (double)_silentTicks / Math.Max(SteadyTicks, 1);

    /// <summary>Ticks in which no message was composed.</summary>
    public int SteadyTicks { get; private set; }

    public int Ticks => Tick.Count;

    /// <summary>Bytes a second to a player, with packet headers.</summary>
    public double BytesPerSecondPerPlayer => _sent * TickRate / Ticks / CrewedGame.Players;

    public static async Task<BattleRun> MeasureAsync(string scenario)
    {
        // A whole game first, so that all code is compiled as it will stay and all pools are filled.
        await using (var first = new CrewedGame(Simulation.Scenario.Find(scenario)!, Difficulty, seed: 0))
            new BattleRun(scenario).Play(first);
        var run = new BattleRun(scenario);
        for (ulong seed = 1; seed <= Games; seed++)
        {
            await using var game = new CrewedGame(run.Scenario, Difficulty, seed);
            run.Play(game);
        }
        return run;
    }

    /// <summary>Mean time of some of the simulation's phases together, in milliseconds a tick.</summary>
    public double PhaseMs(params ReadOnlySpan<GamePhase> phases)
    {
        long sum = 0;
        foreach (var phase in phases) sum += _simulation[(int)phase];
        return sum * 1000.0 / Stopwatch.Frequency / Ticks;
    }

    /// <summary>Mean time of one of the server's phases, in milliseconds a tick.</summary>
    public double PhaseMs(TickPhase phase) => _server[(int)phase] / Ticks;

    private void Play(CrewedGame game)
    {
        for (int tick = 0; tick < WarmUpTicks; tick++)
        {
            game.Tick();
            game.Settle();
        }
        long sent = game.BytesSent;
        for (int tick = 0; tick < MeasuredTicks && !game.IsOver; tick++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            game.Tick();
            game.Settle();
            long allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            Add(game);
            if (!game.LastTick.IsSteady) continue;
            _allocated += allocated;
            _silentTicks += allocated == 0 ? 1 : 0;
            SteadyTicks++;
        }
        _sent += game.BytesSent - sent;
    }

    private void Add(CrewedGame game)
    {
        ref readonly var times = ref game.LastTick;
        Tick.Add(times.TotalMs);
        Step.Add(game.LastSimulation * 1000.0 / Stopwatch.Frequency);
        for (int phase = 0; phase < _simulation.Length; phase++) _simulation[phase] += game.LastPhases[phase];
        for (int phase = 0; phase < _server.Length; phase++) _server[phase] += times.PhaseMs[phase];
        Count.Add(game.Simulation);
    }
}
