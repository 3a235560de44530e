namespace Artemis.ReferenceServer.Game.Session;

/// <summary>Is told of all that changes in a session, in order.</summary>
public interface ISessionObserver
{
    /// <summary>A player came, or came back.</summary>
    void PlayerJoined(Player player);

    /// <summary>A player is gone, or lost the connection.</summary>
    void PlayerLeft(Player player, LeaveReason reason);

    /// <summary>A player sits elsewhere.</summary>
    void PlayerMoved(Player player);

    /// <summary>A player is ready, or not any more.</summary>
    void PlayerReadyChanged(Player player);

    /// <summary>A ship has a new name.</summary>
    void ShipRenamed(byte ship, string name);

    /// <summary>The session has other ships: more or fewer, or of other classes. <see cref="Configured"/> follows.</summary>
    void ShipsChanged();

    /// <summary>Scenario, difficulty, size, password or creator changed.</summary>
    void Configured();

    /// <summary>The session entered a state.</summary>
    void StateChanged(GameState state);

    /// <summary>The session closes; nothing follows.</summary>
    void Closing(string reason);
}
