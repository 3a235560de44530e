using Artemis.ReferenceServer.Configuration;

namespace Artemis.ReferenceServer.Game.Session;

/// <summary>
/// A session's life: lobby, running, results, closed. Pure: no sockets, no clock but the time it is told, no randomness. Each
/// request gives a <see cref="Refusal"/> or null; what changed is told to the observer.
/// </summary>
public sealed partial class GameSession
{
    private readonly SessionOptions _options;
    private readonly ISessionObserver _observer;
    private readonly Func<string, bool> _isScenario;
    private readonly Func<byte, bool> _isLost;
    private readonly TimeSpan _openedAt;
    private TimeSpan _stateSince;
    private TimeSpan _lastActivity;
    private TimeSpan? _emptySince;

    /// <summary>Opens a session's lobby.</summary>
    /// <param name="setup">What it is made with.</param>
    /// <param name="options">Its time-outs.</param>
    /// <param name="isScenario">Says which scenarios there are.</param>
    /// <param name="isLost">Says which ships are lost in the game that runs.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="now">The time.</param>
    public GameSession(
        SessionSetup setup,
        SessionOptions options,
        Func<string, bool> isScenario,
        Func<byte, bool> isLost,
        ISessionObserver observer,
        TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(setup);
        Id = setup.Id;
        Name = setup.Name;
        Scenario = setup.Scenario;
        Difficulty = setup.Difficulty;
        MaxShips = setup.MaxShips;
        CreatorId = setup.CreatorId;
        Roster = new Roster(options);
        _options = options;
        _observer = observer;
        _isScenario = isScenario;
        _isLost = isLost;
        _openedAt = _stateSince = _lastActivity = now;
        _emptySince = now;
    }

    /// <summary>Its id.</summary>
    public Guid Id { get; }

    /// <summary>What the list shows.</summary>
    public string Name { get; }

    /// <summary>Where it is in its life.</summary>
    public GameState State { get; private set; }

    /// <summary>The scenario's id.</summary>
    public string Scenario { get; private set; }

    /// <summary>1 to 11.</summary>
    public byte Difficulty { get; private set; }

    /// <summary>Ships that it has, 1 to 8.</summary>
    public byte MaxShips { get; private set; }

    /// <summary>Who is in charge.</summary>
    public Guid CreatorId { get; private set; }

    /// <summary>Who is here.</summary>
    public Roster Roster { get; }

    /// <summary>All eight ships, of which the first <see cref="MaxShips"/> are in use.</summary>
    public IReadOnlyList<ShipSlot> Fleet { get; } = ShipSlot.CreateFleet();

    /// <summary>Whether the gateway cannot be reached; an empty game does not wait for it for ever.</summary>
    public bool GatewayLost { get; set; }

    /// <summary>Whether it shows a recording: nobody is in charge, and who watches may change ships.</summary>
    public bool IsShow { get; private set; }

    /// <summary>Seats in all.</summary>
    public int Capacity => MaxShips * ConsoleSet.ConsolesPerShip;

    /// <summary>Keeps a seat for a player whom the gateway sends.</summary>
    public Refusal? Reserve(Guid playerId, string name, TimeSpan now, out Player? player)
    {
        player = null;
        return State == GameState.Closed
            ? new Refusal(ErrorCode.UnknownSession, "The session is closed.")
            : Roster.Reserve(playerId, name, Capacity, now, out player);
    }

    /// <summary>Lets a player in, for the first time or back.</summary>
    public Refusal? Enter(Guid playerId, string? token, TimeSpan now, out Player? player, out bool superseded)
    {
        player = null;
        superseded = false;
        if (State == GameState.Closed)
            return new Refusal(ErrorCode.UnknownSession, "The session is closed.");
        if (Roster.Enter(playerId, token, Capacity, now, out player, out superseded) is { } refusal)
            return refusal;
        _lastActivity = now;
        if (!superseded)
            _observer.PlayerJoined(player!);
        return null;
    }

    /// <summary>Notes that a player's connection is lost.</summary>
    public void Disconnect(Player player, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(player);
        if (player.Presence != Presence.Connected)
            return;
        Roster.Disconnect(player, now);
        _observer.PlayerLeft(player, LeaveReason.Disconnected);
    }

    /// <summary>A player leaves for good, unless the gateway has sent the player anew already.</summary>
    public void Leave(Player player, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(player);
        _lastActivity = now;
        if (player.IsSentAnew)
        {
            Roster.Expect(player, now);
            _observer.PlayerLeft(player, LeaveReason.Left);
            return;
        }

        Remove(player, LeaveReason.Left);
    }

    /// <summary>The creator sends a player away for good.</summary>
    public Refusal? Kick(Player by, Guid playerId, TimeSpan now, out Player? kicked)
    {
        ArgumentNullException.ThrowIfNull(by);
        kicked = null;
        if (by.Id != CreatorId)
            return OnlyCreator;
        if (playerId == by.Id || !Roster.TryFind(playerId, out kicked))
            return new Refusal(ErrorCode.NotFound, "There is no such player to send away.");
        _lastActivity = now;
        Remove(kicked, LeaveReason.Kicked);
        return null;
    }

    /// <summary>The creator starts the game.</summary>
    public Refusal? Start(Player by, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.Id != CreatorId)
            return OnlyCreator;
        if (State != GameState.Lobby)
            return new Refusal(ErrorCode.WrongState, "The game has started already.");
        // The gateway may know scenarios of a folder that this machine has not.
        if (!_isScenario(Scenario))
            return new Refusal(ErrorCode.NotFound, "The machine that runs this game does not have this scenario. Choose another one.");

        var crewed = 0;
        for (byte ship = 0; ship < MaxShips; ship++)
        {
            var crew = Roster.Players.Count(player => player.Ship == ship && player.Presence == Presence.Connected);
            if (crew == 0)
                continue;
            crewed++;
            if (!Roster.Players.Any(player => player.Ship == ship && player.Presence == Presence.Connected && player.Ready))
                return new Refusal(ErrorCode.NotReady, $"Nobody on {Fleet[ship].Name} is ready.");
        }

        if (crewed == 0)
            return new Refusal(ErrorCode.NotReady, "No ship has a crew yet.");
        Enter(GameState.Running, now);
        return null;
    }

    /// <summary>A recording begins, or begins anew.</summary>
    public void Show(TimeSpan now)
    {
        IsShow = true;
        Enter(GameState.Running, now);
    }

    /// <summary>The game is over.</summary>
    public void Finish(TimeSpan now)
    {
        if (State == GameState.Running)
            Enter(GameState.Results, now);
    }

    /// <summary>The creator takes all back to the lobby.</summary>
    public Refusal? ReturnToLobby(Player by, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.Id != CreatorId)
            return OnlyCreator;
        if (State != GameState.Results)
            return new Refusal(ErrorCode.WrongState, "There are no results to return from.");
        if (IsDraining)
            return new Refusal(ErrorCode.ShuttingDown, "The server is closing down; there are no more games.");
        Enter(GameState.Lobby, now);
        return null;
    }

    /// <summary>Ends the session.</summary>
    public void Close(string reason, TimeSpan now)
    {
        if (State == GameState.Closed)
            return;
        State = GameState.Closed;
        _stateSince = now;
        _observer.Closing(reason);
    }

    /// <summary>Lets time-outs happen.</summary>
    public void Advance(TimeSpan now)
    {
        if (State == GameState.Closed)
            return;
        while (Roster.TryLapse(now, out var lapsed))
        {
            if (lapsed.Presence == Presence.Released)
                _observer.PlayerLeft(lapsed, LeaveReason.TimedOut);
        }

        PassCreatorOn(now);
        _emptySince = Roster.Players.Count > 0 ? null : _emptySince ?? now;

        var empty = _emptySince is { } since && (now - since).TotalSeconds >= _options.EmptySeconds;
        if (State == GameState.Lobby && (now - _lastActivity).TotalSeconds >= _options.LobbyIdleSeconds)
            Close("Nothing happened in the lobby for too long.", now);
        else if (State == GameState.Results && (now - _stateSince).TotalSeconds >= _options.ResultsSeconds)
            Close("The results were shown long enough.", now);
        else if (empty && (State != GameState.Lobby || GatewayLost))
            Close("Nobody is left.", now);
    }

    private static Refusal OnlyCreator { get; } =
        new(ErrorCode.NotAllowed, "Only the session's creator may do this.");

    private void Enter(GameState state, TimeSpan now)
    {
        State = state;
        _stateSince = _lastActivity = now;
        foreach (var player in Roster.Players)
            player.Ready = false;
        _observer.StateChanged(state);
    }

    private void Remove(Player player, LeaveReason reason)
    {
        var wasSeen = player.HasEntered;
        Roster.Remove(player, ban: reason == LeaveReason.Kicked);
        if (wasSeen)
            _observer.PlayerLeft(player, reason);
        if (player.Id == CreatorId)
            PassCreatorOn(TimeSpan.MaxValue);
    }

    // A creator who has not come yet is waited for as long as a reservation lasts.
    private void PassCreatorOn(TimeSpan now)
    {
        if (IsShow || Roster.TryFind(CreatorId, out _) || (now - _openedAt).TotalSeconds < _options.ReservationSeconds)
            return;
        if (Roster.Successor() is not { } successor)
            return;
        CreatorId = successor.Id;
        _observer.Configured();
    }
}
