namespace Artemis.ReferenceServer.Game.Control;

/// <summary>What a game tells its gateway. Never waits, and may be lost while the gateway is away, but for results.</summary>
internal interface IGatewayPort
{
    /// <summary>Whether the gateway can be reached.</summary>
    bool IsConnected { get; }

    /// <summary>Whether a result has been told and not yet acknowledged.</summary>
    bool HasUnkeptResults { get; }

    /// <summary>How the game stands. The same object told again is the same status, and costs nothing.</summary>
    void Report(GameStatus status);

    /// <summary>Who has a seat.</summary>
    void Report(GameRoster roster);

    /// <summary>The session takes players.</summary>
    void Report(GameReady ready);

    /// <summary>An answer to a request for a seat.</summary>
    void Report(SeatReserved seat);

    /// <summary>An answer to the wish that a player be sent away.</summary>
    void Report(PlayerRemoved removed);

    /// <summary>How the game ended; told again until acknowledged.</summary>
    void Report(GameResults results);
}
