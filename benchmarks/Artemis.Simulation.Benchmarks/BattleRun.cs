using System.Diagnostics;

namespace Artemis.Simulation.Benchmarks;

/// <summary>Measures steps in the thick of battle: eight ships worked by the computer, several games of some minutes.</summary>
internal sealed class BattleRun
{
    private const int Ships = 8;
    private const int Games = 4;
    private const int WarmUpTicks = 1200;
    private const int MeasuredTicks = 2000;
    private const int Difficulty = 5;

    private readonly List<double> _tickMs = new(Games * MeasuredTicks);
    private readonly long[] _phases = new long[GameSimulation.PhaseCount];
    private long _allocated;
    private int _steady;

    private BattleRun(string scenario) => Scenario = Simulation.Scenario.Find(scenario)!;

    public Scenario Scenario { get; }

    public BattleCount Count { get; } = new();

    public double MedianMs => _tickMs[_tickMs.Count / 2];

    public double P99Ms => _tickMs[_tickMs.Count * 99 / 100];

    public double MaxMs => _tickMs[^1];

    /// <summary>Bytes allocated in a tick in which no message was written.</summary>
    public double AllocatedBytesPerTick => (double)_allocated / Math.Max(_steady, 1);

    /// <summary>Ticks in which no message was written.</summary>
    public int SteadyTicks => _steady;

    public int Ticks => _tickMs.Count;

    public static BattleRun Measure(string scenario)
    {
        var run = new BattleRun(scenario);
        for (ulong seed = 1; seed <= Games; seed++) run.Play(seed);
        run._tickMs.Sort();
        return run;
    }

    /// <summary>Mean time of some phases together, in milliseconds a tick.</summary>
    public double PhaseMs(params ReadOnlySpan<GamePhase> phases)
    {
        long sum = 0;
        foreach (var phase in phases) sum += _phases[(int)phase];
        return sum * 1000.0 / Stopwatch.Frequency / _tickMs.Count;
    }

    private void Play(ulong seed)
    {
        var crews = Enumerable.Range(0, Ships).Select(i => new ShipSetup($"Ship {i}", Scenario.Classes[i])).ToArray();
        var game = new GameSimulation(new GameSetup(Scenario, Difficulty, seed, crews));
        var unused = new long[GameSimulation.PhaseCount];
        for (int tick = 0; tick < WarmUpTicks; tick++) game.Step(unused);
        for (int tick = 0; tick < MeasuredTicks && game.Outcome == GameOutcome.None; tick++)
        {
            long bytes = GC.GetAllocatedBytesForCurrentThread();
            long begin = Stopwatch.GetTimestamp();
            game.Step(_phases);
            long end = Stopwatch.GetTimestamp();
            bytes = GC.GetAllocatedBytesForCurrentThread() - bytes;
            _tickMs.Add((end - begin) * 1000.0 / Stopwatch.Frequency);
            if (!HasMessage(game))
            {
                _allocated += bytes;
                _steady++;
            }
            Count.Add(game);
        }
    }

    private static bool HasMessage(GameSimulation game)
    {
        foreach (ref readonly var happened in game.Events)
        {
            if (happened.Kind == GameEventKind.CommsMessage) return true;
        }
        return false;
    }
}
