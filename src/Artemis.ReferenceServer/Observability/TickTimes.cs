using System.Runtime.CompilerServices;

namespace Artemis.ReferenceServer.Observability;

/// <summary>The parts of a tick. The simulation's systems are gathered into three of them.</summary>
public enum TickPhase
{
    /// <summary>Crews' orders, and who works which console.</summary>
    Orders,

    /// <summary>Motion, power, docking, and what else the simulation does.</summary>
    Physics,

    /// <summary>What computer-flown ships and empty consoles decide.</summary>
    NpcAi,

    /// <summary>Beams, torpedoes, mines, shields.</summary>
    Combat,

    /// <summary>Quantizing the world, and for each ship finding what changed.</summary>
    StateDelta,

    /// <summary>Who is in which zone of whom.</summary>
    Interest,

    /// <summary>Writing frames, and handing them to the sockets.</summary>
    Serialization,
}

/// <summary>How long a tick took.</summary>
public struct TickTimes
{
    /// <summary>How many phases there are.</summary>
    public const int PhaseCount = (int)TickPhase.Serialization + 1;

    /// <summary>Which tick.</summary>
    public uint Tick;

    /// <summary>How late it began, in ms.</summary>
    public float LatenessMs;

    /// <summary>How long it took, in ms.</summary>
    public float TotalMs;

    /// <summary>
    /// Whether no words were written in it, by a console or to one. Texts are the one thing that a running game makes anew, so only ticks
    /// with words may allocate.
    /// </summary>
    public bool IsSteady;

    /// <summary>How long each phase took, in ms.</summary>
    public Phases PhaseMs;

    /// <summary>A number for each <see cref="TickPhase"/>.</summary>
    [InlineArray(PhaseCount)]
    public struct Phases
    {
        private float _first;
    }
}
