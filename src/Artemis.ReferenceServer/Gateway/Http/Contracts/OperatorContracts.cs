namespace Artemis.ReferenceServer.Gateway.Http.Contracts;

/// <summary>How the server stands, for its operator.</summary>
/// <param name="Version">The server's own version.</param>
/// <param name="StartedAt">When the gateway was started.</param>
/// <param name="PlayersOnline">Players who are signed in or in a game.</param>
/// <param name="Hosts">Machines that run games.</param>
/// <param name="Sessions">All sessions, newest first.</param>
/// <param name="Drain">How the emptying of the server stands; absent if it is not being emptied.</param>
internal sealed record ServerStatus(
    string Version,
    DateTimeOffset StartedAt,
    int PlayersOnline,
    IReadOnlyList<HostInfo> Hosts,
    IReadOnlyList<OperatedSession> Sessions,
    DrainInfo? Drain);

/// <summary>A session with what only its operator is to know.</summary>
/// <param name="Session">The session.</param>
/// <param name="ProcessId">The operating system's number of its process.</param>
/// <param name="Port">The port that it listens on.</param>
/// <param name="Connected">Whether its process is connected to the gateway.</param>
/// <param name="Suspect">Whether nothing was heard of it for too long.</param>
/// <param name="Crew">Who has a seat.</param>
internal sealed record OperatedSession(
    SessionListing Session, int ProcessId, int Port, bool Connected, bool Suspect, IReadOnlyList<OperatedPlayer> Crew);

/// <summary>A player in a session.</summary>
/// <param name="PlayerId">The player's id.</param>
/// <param name="Name">The player's name.</param>
/// <param name="Connected">False while the connection is lost and the seat is kept.</param>
internal sealed record OperatedPlayer(Guid PlayerId, string Name, bool Connected);

/// <summary>Words for players.</summary>
/// <param name="Text">1 to 240 bytes that can be seen.</param>
internal sealed record MessageRequest(string Text);

/// <summary>A player to be sent away.</summary>
/// <param name="PlayerId">Who.</param>
/// <param name="Reason">What the player is told; up to 120 bytes.</param>
internal sealed record KickRequest(Guid PlayerId, string? Reason = null);

/// <summary>A session to be closed.</summary>
/// <param name="Reason">What its players are told; up to 240 bytes.</param>
internal sealed record CloseRequest(string? Reason = null);

/// <summary>How the server is to be emptied.</summary>
/// <param name="Message">What players are told; up to 240 bytes.</param>
/// <param name="WithinSeconds">After how long games that still run are closed; absent for never.</param>
/// <param name="Stop">Whether the server stops once it is empty.</param>
internal sealed record DrainRequest(string? Message = null, double? WithinSeconds = null, bool Stop = false);

/// <summary>How the emptying of the server stands.</summary>
/// <param name="Since">When it began.</param>
/// <param name="Deadline">When games that still run are closed; absent for never.</param>
/// <param name="StopsWhenEmpty">Whether the server stops once it is empty.</param>
/// <param name="SessionsLeft">Sessions that still live.</param>
internal sealed record DrainInfo(DateTimeOffset Since, DateTimeOffset? Deadline, bool StopsWhenEmpty, int SessionsLeft);

/// <summary>How many sessions a message reached.</summary>
/// <param name="Sessions">Sessions that were told.</param>
internal sealed record MessageReceipt(int Sessions);
