using Artemis.Simulation;
using ConsoleSet = Artemis.Simulation.ConsoleSet;
using RefusalReason = Artemis.Protocol.RefusalReason;

namespace Artemis.ReferenceServer.Game.Play;

/// <summary>Where a running game's ticks come from: it is played by its crews, or shown from a recording.</summary>
internal interface IGamePlay : IDisposable
{
    /// <summary>The game.</summary>
    GameSimulation Simulation { get; }

    /// <summary>Whether no tick follows.</summary>
    bool IsOver { get; }

    /// <summary>Says which consoles of a ship people work.</summary>
    void SetCrew(int ship, ConsoleSet manned);

    /// <summary>Carries out an order of a crew.</summary>
    /// <returns>Null, or why it was refused.</returns>
    RefusalReason? Apply(int ship, ConsoleSet consoles, in Order order);

    /// <summary>One tick.</summary>
    /// <param name="elapsed">Gets the times of the phases added.</param>
    void Step(Span<long> elapsed);
}
