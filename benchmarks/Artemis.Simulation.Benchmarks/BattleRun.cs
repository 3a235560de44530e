using System.Diagnostics;

namespace Artemis.Simulation.Benchmarks;

/// <summary>Measures steps of Fleet Action in the thick of battle: eight ships worked by the computer.</summary>
internal sealed class BattleRun
{
    private const int Games = 4;
    private const int WarmUpTicks = 600;
    private const int MeasuredTicks = 2000;
    private const int Difficulty = 5;
    private const double NearRange = 10_000;

    private readonly List<double> _tickMs = new(Games * MeasuredTicks);
    private readonly long[] _phases = new long[GameSimulation.PhaseCount];
    private long _allocated;
    private int _steady;
    private int _leastNear = int.MaxValue;
    private long _torpedoes;

    public static BattleRun Measure()
    {
        var run = new BattleRun();
        for (ulong seed = 1; seed <= Games; seed++) run.Play(seed);
        run._tickMs.Sort();
        return run;
    }

    public double MedianMs => _tickMs[_tickMs.Count / 2];

    public double P99Ms => _tickMs[_tickMs.Count * 99 / 100];

    public double MaxMs => _tickMs[^1];

    /// <summary>Bytes allocated in a tick in which no message was written.</summary>
    public double AllocatedBytesPerTick => (double)_allocated / Math.Max(_steady, 1);

    public int Ticks => _tickMs.Count;

    /// <summary>Fewest moving objects within near range of a living ship, in any tick.</summary>
    public int LeastNearMovers => _leastNear;

    public double TorpedoesInFlight => (double)_torpedoes / _tickMs.Count;

    public double PhaseMs(params ReadOnlySpan<GamePhase> phases)
    {
        long sum = 0;
        foreach (var phase in phases) sum += _phases[(int)phase];
        return sum * 1000.0 / Stopwatch.Frequency / _tickMs.Count;
    }

    private void Play(ulong seed)
    {
        var map = Scenario.Find("fleet-action")!;
        var crews = Enumerable.Range(0, 8).Select(i => new ShipSetup($"Ship {i}", map.Classes[i])).ToArray();
        var game = new GameSimulation(new GameSetup(map, Difficulty, seed, crews));
        for (int tick = 0; tick < WarmUpTicks; tick++) game.Step();
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
            _torpedoes += game.Torpedoes.Length;
            _leastNear = Math.Min(_leastNear, CountNear(game));
        }
    }

    private static int CountNear(GameSimulation game)
    {
        int least = int.MaxValue;
        foreach (ref readonly var ship in game.PlayerShips)
        {
            if (!ship.Alive) continue;
            int near = 0;
            foreach (ref readonly var npc in game.Npcs)
            {
                double dx = npc.Motion.PosX - ship.Motion.PosX;
                double dz = npc.Motion.PosZ - ship.Motion.PosZ;
                if (dx * dx + dz * dz < NearRange * NearRange) near++;
            }
            least = Math.Min(least, near);
        }
        return least;
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
