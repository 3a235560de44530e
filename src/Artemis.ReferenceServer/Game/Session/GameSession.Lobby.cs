using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game.Session;

// What players do in the lobby, and as far as it is allowed, in the game.
public sealed partial class GameSession
{
    private const int MaxShipNameBytes = 32;

    /// <summary>A player takes a console.</summary>
    public Refusal? SelectConsole(Player player, byte ship, Console console, bool keep, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(player);
        if (ship >= MaxShips)
            return new Refusal(ErrorCode.NotFound, "The session has no such ship.");
        if ((int)console >= ConsoleSet.ConsolesPerShip)
            return new Refusal(ErrorCode.NotFound, "A ship has no such console.");
        if (player.Ship != ship && State != GameState.Lobby && !IsShow)
        {
            if (_isLost(ship))
                return new Refusal(ErrorCode.WrongState, "That ship is lost.");
            if (player.Ship is { } current && !_isLost(current))
                return new Refusal(ErrorCode.WrongState, "Ships cannot be changed while the game runs.");
        }

        var wasReady = player.Ready;
        if (Roster.Select(player, ship, console, keep) is { } refusal)
            return refusal;
        _lastActivity = now;
        _observer.PlayerMoved(player);
        if (wasReady && !player.Ready)
            _observer.PlayerReadyChanged(player);
        return null;
    }

    /// <summary>A player is ready, or not any more.</summary>
    public Refusal? SetReady(Player player, bool ready, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(player);
        if (State != GameState.Lobby)
            return new Refusal(ErrorCode.WrongState, "The game has started already.");
        if (ready && player.Ship is null)
            return new Refusal(ErrorCode.NotReady, "Choose a console first.");
        _lastActivity = now;
        if (player.Ready == ready)
            return null;
        player.Ready = ready;
        _observer.PlayerReadyChanged(player);
        return null;
    }

    /// <summary>A captain renames the ship.</summary>
    public Refusal? RenameShip(Player by, byte ship, string name, TimeSpan now)
    {
        if (ship >= MaxShips)
            return new Refusal(ErrorCode.NotFound, "The session has no such ship.");
        if (State != GameState.Lobby)
            return new Refusal(ErrorCode.WrongState, "Ships are renamed in the lobby.");
        if (Roster.CaptainOf(ship) != by)
            return new Refusal(ErrorCode.NotAllowed, "Only the ship's captain may rename it.");
        if (!VisibleText.TryNormalize(name, MaxShipNameBytes, out var visible))
            return new Refusal(ErrorCode.BadRequest, "That is no name for a ship: 1 to 32 bytes that can be seen.");
        _lastActivity = now;
        Fleet[ship].Name = visible;
        _observer.ShipRenamed(ship, visible);
        return null;
    }

    /// <summary>The creator changes the session; what is null stays.</summary>
    public Refusal? Configure(Player by, string? scenario, byte? difficulty, byte? maxShips, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.Id != CreatorId)
            return OnlyCreator;
        if (State != GameState.Lobby)
            return new Refusal(ErrorCode.WrongState, "Sessions are configured in the lobby.");
        if (scenario is not null && !_isScenario(scenario))
            return new Refusal(ErrorCode.NotFound, "There is no such scenario.");
        if (maxShips is { } ships)
        {
            if (Roster.Players.Any(player => player.Ship >= ships))
                return new Refusal(ErrorCode.NotAllowed, "A ship that has a crew cannot be taken away.");
            if (Roster.Players.Count > ships * ConsoleSet.ConsolesPerShip)
                return new Refusal(ErrorCode.NotAllowed, "There are more players than so few ships have seats.");
        }

        _lastActivity = now;
        var shipsChange = (scenario ?? Scenario) != Scenario || (maxShips ?? MaxShips) != MaxShips;
        Scenario = scenario ?? Scenario;
        Difficulty = difficulty ?? Difficulty;
        MaxShips = maxShips ?? MaxShips;
        if (shipsChange)
            _observer.ShipsChanged();
        _observer.Configured();
        return null;
    }

    /// <summary>A player does something that keeps the lobby open.</summary>
    public void Touch(TimeSpan now) => _lastActivity = now;

    /// <summary>Who works a console now: its holder, unless they have been away for too long.</summary>
    /// <returns>Null if the computer works it.</returns>
    public Player? WorkerOf(byte ship, Console console, TimeSpan now)
    {
        var holder = Roster.HolderOf(ship, console);
        return holder is null
            || (holder.Presence != Presence.Connected
                && (now - holder.PresenceSince).TotalSeconds >= _options.AutopilotAfterSeconds)
            ? null
            : holder;
    }
}
