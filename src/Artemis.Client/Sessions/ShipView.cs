using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>A ship of a session.</summary>
/// <param name="Ship">Place in the session's list of ships, 0 to 7.</param>
/// <param name="Name">Its name.</param>
/// <param name="ShipClass">Its class.</param>
/// <param name="ObjectId">Object id in the world; 0 before the game runs.</param>
/// <param name="Captain">The player whose ship it is to name; null while nobody is aboard.</param>
public sealed record ShipView(int Ship, string Name, ShipClass ShipClass, uint ObjectId, Guid? Captain);
