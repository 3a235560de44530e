using System.Diagnostics;
using Artemis.ReferenceServer.Observability;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Game.Play;

/// <summary>Measures the phases of one tick after another, and hands them to the metrics.</summary>
internal sealed class TickTimer
{
    private static readonly TickPhase[] PhaseOf = MapPhases();

    private readonly long[] _simulation = new long[GameSimulation.PhaseCount];
    private readonly long[] _elapsed = new long[TickTimes.PhaseCount];
    private long _began;
    private long _mark;
    private double _latenessMs;
    private TickTimes _last;

    /// <summary>Gets the times of the simulation's own phases.</summary>
    public Span<long> Simulation => _simulation;

    /// <summary>The last tick that is done.</summary>
    public ref readonly TickTimes Last => ref _last;

    /// <summary>A tick begins.</summary>
    /// <param name="latenessMs">How long after it was due.</param>
    public void Begin(double latenessMs)
    {
        _latenessMs = latenessMs;
        Array.Clear(_elapsed);
        Array.Clear(_simulation);
        _began = _mark = Stopwatch.GetTimestamp();
    }

    /// <summary>A part of a phase is done.</summary>
    public void Lap(TickPhase phase)
    {
        var now = Stopwatch.GetTimestamp();
        _elapsed[(int)phase] += now - _mark;
        _mark = now;
    }

    /// <summary>The simulation's step is done, and has measured itself.</summary>
    public void LapSimulation()
    {
        for (var phase = 0; phase < _simulation.Length; phase++)
            _elapsed[(int)PhaseOf[phase]] += _simulation[phase];
        _mark = Stopwatch.GetTimestamp();
    }

    /// <summary>The tick is done.</summary>
    /// <param name="tick">Which.</param>
    /// <param name="isSteady">Whether no words were written in it.</param>
    public void End(uint tick, bool isSteady)
    {
        ref var times = ref _last;
        (times.Tick, times.LatenessMs, times.IsSteady) = (tick, (float)_latenessMs, isSteady);
        for (var phase = 0; phase < _elapsed.Length; phase++)
        {
            var elapsed = Stopwatch.GetElapsedTime(0, _elapsed[phase]);
            times.PhaseMs[phase] = (float)elapsed.TotalMilliseconds;
            ServerMetrics.PhaseTimes[phase].Record(elapsed.TotalSeconds);
        }

        var total = Stopwatch.GetElapsedTime(_began, Stopwatch.GetTimestamp());
        times.TotalMs = (float)total.TotalMilliseconds;
        ServerMetrics.TickTime.Record(total.TotalSeconds);
        TickLog.Current?.Add(in times);
    }

    private static TickPhase[] MapPhases()
    {
        var phases = new TickPhase[GameSimulation.PhaseCount];
        foreach (var phase in Enum.GetValues<GamePhase>())
        {
            phases[(int)phase] = phase switch
            {
                GamePhase.Crew or GamePhase.Npcs => TickPhase.NpcAi,
                GamePhase.Shields or GamePhase.Beams or GamePhase.Tubes or GamePhase.Torpedoes or GamePhase.Drones
                    or GamePhase.Mines => TickPhase.Combat,
                _ => TickPhase.Physics,
            };
        }

        return phases;
    }
}
