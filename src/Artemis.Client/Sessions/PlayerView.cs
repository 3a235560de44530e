using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>A player of a session.</summary>
/// <param name="PlayerId">The player's id.</param>
/// <param name="Name">What others see.</param>
/// <param name="Slot">Place in the session's list of players, 0 to 47.</param>
/// <param name="Ship">Ship, 0 to 7; null while none is chosen.</param>
/// <param name="Console">The console worked first; null while none is held.</param>
/// <param name="Consoles">All consoles held.</param>
/// <param name="Ready">Whether the player is ready to start.</param>
/// <param name="Connected">False while the connection is lost and the seat is kept.</param>
public sealed record PlayerView(
    Guid PlayerId,
    string Name,
    int Slot,
    int? Ship,
    Protocol.Console? Console,
    IReadOnlyList<Protocol.Console> Consoles,
    bool Ready,
    bool Connected);
