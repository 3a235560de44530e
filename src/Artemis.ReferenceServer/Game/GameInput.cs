using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game;

/// <summary>What another thread hands to the game's own.</summary>
internal enum GameInputKind : byte
{
    /// <summary>A message from a player's connection: whole, well-formed frames.</summary>
    Message,

    /// <summary>A player's connection ended.</summary>
    Closed,

    /// <summary>Something to be done on the game's thread.</summary>
    Work,
}

/// <summary>One such thing.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Connection">The connection, if it is about one.</param>
/// <param name="Frame">The message, held once; the game gives it up.</param>
/// <param name="ReceivedAt">When it came, on the game's clock.</param>
/// <param name="Work">What is to be done.</param>
internal readonly record struct GameInput(
    GameInputKind Kind,
    PlayerConnection? Connection,
    SharedFrame? Frame,
    TimeSpan ReceivedAt,
    Action? Work);
