using Artemis.ReferenceServer.Game.Play;
using Artemis.Simulation;
using ConsoleSet = Artemis.Simulation.ConsoleSet;
using RefusalReason = Artemis.Protocol.RefusalReason;

namespace Artemis.ReferenceServer.Replay;

/// <summary>A recorded game: nobody works a console, and every order is refused.</summary>
/// <param name="replay">The recording.</param>
internal sealed class ReplayPlay(GameReplay replay) : IGamePlay
{
    /// <inheritdoc/>
    public GameSimulation Simulation => replay.Game;

    /// <inheritdoc/>
    public bool IsOver => replay.IsAtEnd;

    /// <inheritdoc/>
    public void SetCrew(int ship, ConsoleSet manned)
    {
        // Who sat where is in the recording.
    }

    /// <inheritdoc/>
    public RefusalReason? Apply(int ship, ConsoleSet consoles, in Order order) => RefusalReason.Watching;

    /// <inheritdoc/>
    public void Step(Span<long> elapsed) => replay.Step(elapsed);

    /// <inheritdoc/>
    public void Dispose()
    {
    }
}
