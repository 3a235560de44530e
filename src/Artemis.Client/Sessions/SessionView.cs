using Artemis.Protocol;

namespace Artemis.Client;

/// <summary>A session and who is in it. Immutable: each change makes a new one.</summary>
public sealed record SessionView
{
    /// <summary>The session's id.</summary>
    public required Guid SessionId { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Where it is in its life.</summary>
    public required GameState GameState { get; init; }

    /// <summary>Who is in charge of it.</summary>
    public required Guid CreatorId { get; init; }

    /// <summary>The scenario's id.</summary>
    public required string Scenario { get; init; }

    /// <summary>1 to 11.</summary>
    public required int Difficulty { get; init; }

    /// <summary>Most ships, 1 to 8.</summary>
    public required int MaxShips { get; init; }

    /// <summary>Whether it asks for a password; null as long as nothing was said of it.</summary>
    public bool? Locked { get; init; }

    /// <summary>Its ships.</summary>
    public required IReadOnlyList<ShipView> Ships { get; init; }

    /// <summary>Its players, by slot.</summary>
    public required IReadOnlyList<PlayerView> Players { get; init; }

    /// <summary>The player with an id, or null.</summary>
    public PlayerView? Player(Guid playerId) => Players.FirstOrDefault(player => player.PlayerId == playerId);

    internal static SessionView From(SessionState state, SessionView? before) => new()
    {
        SessionId = state.SessionId,
        Name = state.Name,
        GameState = state.GameState,
        CreatorId = state.CreatorId,
        Scenario = state.Scenario,
        Difficulty = state.Difficulty,
        MaxShips = state.MaxShips,
        Locked = before?.SessionId == state.SessionId ? before.Locked : null,
        Ships = [.. state.Ships.Select(ship => new ShipView(ship.Ship, ship.Name, ship.ShipClass, ship.ObjectId, ship.Captain))],
        Players = BySlot(state.Players.Select(player => new PlayerView(
            player.PlayerId,
            player.Name,
            player.Slot,
            player.Ship,
            player.Console,
            [.. player.Consoles],
            player.Ready,
            player.Connected))),
    };

    internal SessionView After(PlayerJoined joined)
    {
        var player = new PlayerView(
            joined.PlayerId,
            joined.Name,
            joined.Slot,
            joined.Ship,
            joined.Console,
            [.. joined.Consoles],
            Player(joined.PlayerId)?.Ready ?? false,
            Connected: true);
        return (this with { Players = BySlot(Others(joined.PlayerId).Append(player)) }).WithCaptains();
    }

    internal SessionView After(PlayerLeft left) => left.Reason switch
    {
        LeaveReason.Disconnected => Change(left.PlayerId, player => player with { Connected = false }),
        LeaveReason.Replaced => this,
        _ => (this with { Players = [.. Others(left.PlayerId)] }).WithCaptains(),
    };

    internal SessionView After(PlayerMoved moved) => Change(moved.PlayerId, player => player with
    {
        Ship = moved.NewShip,
        Console = moved.NewConsole,
        Consoles = [.. moved.Consoles],
    }).WithCaptains();

    internal SessionView After(PlayerReady ready) =>
        Change(ready.PlayerId, player => player with { Ready = ready.Ready });

    internal SessionView After(ShipRenamed renamed) => this with
    {
        Ships = [.. Ships.Select(ship => ship.Ship == renamed.Ship ? ship with { Name = renamed.Name } : ship)],
    };

    internal SessionView After(SessionConfigured configured) => this with
    {
        Name = configured.Name,
        CreatorId = configured.CreatorId,
        Scenario = configured.Scenario,
        Difficulty = configured.Difficulty,
        MaxShips = configured.MaxShips,
        Locked = configured.Locked,
    };

    private static PlayerView[] BySlot(IEnumerable<PlayerView> players) => [.. players.OrderBy(player => player.Slot)];

    private IEnumerable<PlayerView> Others(Guid playerId) => Players.Where(player => player.PlayerId != playerId);

    private SessionView Change(Guid playerId, Func<PlayerView, PlayerView> change) => this with
    {
        Players = [.. Players.Select(player => player.PlayerId == playerId ? change(player) : player)],
    };

    // Captains stay captains as long as they are aboard; an empty chair goes to the crew's lowest slot.
    private SessionView WithCaptains() => this with
    {
        Ships = [.. Ships.Select(ship =>
        {
            var crew = Players.Where(player => player.Ship == ship.Ship);
            return crew.Any(player => player.PlayerId == ship.Captain) ? ship : ship with { Captain = crew.FirstOrDefault()?.PlayerId };
        })],
    };
}
