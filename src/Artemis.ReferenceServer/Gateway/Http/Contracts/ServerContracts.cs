namespace Artemis.ReferenceServer.Gateway.Http.Contracts;

/// <summary>What a page must know to connect, and what the server has to offer.</summary>
/// <param name="Version">The server's own version.</param>
/// <param name="Protocol">The version of the protocol, "major.minor".</param>
/// <param name="GatewayUrl">Where the gateway's WebSocket is, as seen from the one who asks.</param>
/// <param name="PlayersOnline">Players who are signed in or in a game.</param>
/// <param name="Sessions">Sessions that live.</param>
/// <param name="Draining">Whether the server is being emptied and takes nobody new.</param>
internal sealed record ServerInfo(
    string Version, string Protocol, string GatewayUrl, int PlayersOnline, int Sessions, bool Draining);

/// <summary>A player who is online.</summary>
/// <param name="Name">The player's name.</param>
/// <param name="SessionId">The session the player is in; absent for one who is choosing.</param>
internal sealed record OnlinePlayer(string Name, Guid? SessionId);

/// <summary>A machine that runs games.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Games">Games that run on it.</param>
/// <param name="Spares">Processes that stand by for the next session.</param>
/// <param name="Capacity">Games that it can run at once.</param>
/// <param name="Draining">Whether it takes no new game.</param>
/// <param name="Connected">Whether the gateway reaches it; else its games go on, and it gets no new ones.</param>
/// <param name="Since">Since when it is connected, or is not.</param>
internal sealed record HostInfo(
    string Name, int Games, int Spares, int Capacity, bool Draining, bool Connected, DateTimeOffset Since);
