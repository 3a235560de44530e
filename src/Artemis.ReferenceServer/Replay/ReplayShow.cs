using Artemis.ReferenceServer.Game;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Replay;

/// <summary>A recording as it is to be shown.</summary>
/// <param name="Name">What the list of sessions says.</param>
/// <param name="Recording">What is shown.</param>
/// <param name="Speed">How fast; 1 is as it was played.</param>
/// <param name="Loop">Whether it begins anew at its end.</param>
internal sealed record ReplayShow(string Name, Recording Recording, double Speed, bool Loop)
{
    /// <summary>Slowest and fastest that it can be shown.</summary>
    public const double MinSpeed = 0.1;

    /// <summary>Fastest that it can be shown.</summary>
    public const double MaxSpeed = 20;

    /// <summary>Begins the recording from the start.</summary>
    public ReplayPlay Begin() => new(new GameReplay(Recording, Scenarios.Find, Balance.Default));
}
