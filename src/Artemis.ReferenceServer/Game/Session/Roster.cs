using System.Diagnostics.CodeAnalysis;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game.Session;

/// <summary>
/// Who is in a session and where they sit. Pure: it is told the time, and tells nobody anything but by its results.
/// </summary>
/// <param name="options">How long seats are kept.</param>
public sealed class Roster(SessionOptions options)
{
    // More tokens of players long gone are not kept; the oldest lose theirs.
    private const int MaxReleased = 192;
    private const int MaxShips = 8;

    private readonly List<Player> _players = [];
    private readonly List<Player> _released = [];
    private readonly HashSet<Guid> _banned = [];
    private readonly Player?[] _captains = new Player?[MaxShips];
    private long _order;

    /// <summary>Everybody who has a seat or is kept one, by slot.</summary>
    public IReadOnlyList<Player> Players => _players;

    /// <summary>Finds one who has a seat.</summary>
    public bool TryFind(Guid playerId, [NotNullWhen(true)] out Player? player)
    {
        player = null;
        foreach (var candidate in _players)
        {
            if (candidate.Id == playerId)
                player = candidate;
        }

        return player is not null;
    }

    /// <summary>Keeps a seat for a player who is on the way. Asked twice, the same seat and token are given.</summary>
    /// <param name="playerId">Who.</param>
    /// <param name="name">What others will see.</param>
    /// <param name="capacity">Seats in all.</param>
    /// <param name="now">The time.</param>
    /// <param name="player">The one who has the seat.</param>
    public Refusal? Reserve(Guid playerId, string name, int capacity, TimeSpan now, out Player? player)
    {
        if (_banned.Contains(playerId))
        {
            player = null;
            return new Refusal(ErrorCode.NotAllowed, "You were sent away from this session.");
        }

        if (TryFind(playerId, out player))
        {
            if (player.Presence == Presence.Reserved)
                player.PresenceSince = now;
            else
                player.IsSentAnew = true;
            return null;
        }

        if (_players.Count >= capacity)
            return new Refusal(ErrorCode.SessionFull, "The session has no free seat.");

        player = _released.Find(candidate => candidate.Id == playerId) ?? new Player(playerId, name, SecretToken.Create());
        _released.Remove(player);
        player.Name = name;
        Seat(player, Presence.Reserved, now);
        return null;
    }

    /// <summary>Lets a player in by token: the first time, or back.</summary>
    /// <param name="playerId">Who they say they are.</param>
    /// <param name="token">What proves it.</param>
    /// <param name="capacity">Seats in all.</param>
    /// <param name="now">The time.</param>
    /// <param name="player">Who came.</param>
    /// <param name="superseded">Whether they were connected already; the other connection ends.</param>
    public Refusal? Enter(
        Guid playerId, string? token, int capacity, TimeSpan now, out Player? player, out bool superseded)
    {
        superseded = false;
        if (!TryFind(playerId, out player))
            player = _released.Find(candidate => candidate.Id == playerId);
        if (player is null || !player.Token.Matches(token))
        {
            player = null;
            return new Refusal(ErrorCode.BadToken, "The token is not valid, or not any more. Join the session again.");
        }

        if (player.Presence == Presence.Released)
        {
            if (_players.Count >= capacity)
                return new Refusal(ErrorCode.SessionFull, "The session has no free seat any more.");
            _released.Remove(player);
            Seat(player, Presence.Connected, now);
        }

        superseded = player.Presence == Presence.Connected && player.HasEntered;
        player.HasEntered = true;
        player.IsSentAnew = false;
        SetPresence(player, Presence.Connected, now);
        return null;
    }

    /// <summary>Notes that a player's connection is lost. The seat is kept.</summary>
    public static void Disconnect(Player player, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(player);
        SetPresence(player, Presence.Disconnected, now);
    }

    /// <summary>Gives up a player's seat and revokes the token.</summary>
    /// <param name="player">Who goes.</param>
    /// <param name="ban">Whether they may not come back.</param>
    public void Remove(Player player, bool ban)
    {
        ArgumentNullException.ThrowIfNull(player);
        Unseat(player);
        if (ban)
            _banned.Add(player.Id);
    }

    /// <summary>Gives up what a player held, but keeps a seat for one who is on the way again.</summary>
    public void Expect(Player player, TimeSpan now)
    {
        ArgumentNullException.ThrowIfNull(player);
        Clear(player);
        SetPresence(player, Presence.Reserved, now);
    }

    /// <summary>Takes the seat of the first player whose time is over.</summary>
    /// <returns>False if nobody's is.</returns>
    public bool TryLapse(TimeSpan now, [NotNullWhen(true)] out Player? lapsed)
    {
        foreach (var player in _players)
        {
            var limit = player.Presence switch
            {
                Presence.Reserved => options.ReservationSeconds,
                Presence.Disconnected => options.RejoinWindowSeconds,
                _ => double.PositiveInfinity,
            };
            if ((now - player.PresenceSince).TotalSeconds < limit)
                continue;
            var wasHere = player.HasEntered;
            Unseat(player);
            // One who never came has to ask again; one who was here comes back with the token.
            if (wasHere)
            {
                player.Presence = Presence.Released;
                _released.Add(player);
                if (_released.Count > MaxReleased)
                    _released.RemoveAt(0);
            }

            lapsed = player;
            return true;
        }

        lapsed = null;
        return false;
    }

    /// <summary>Puts a player at a console.</summary>
    /// <param name="player">Who.</param>
    /// <param name="ship">Which ship.</param>
    /// <param name="console">Which console.</param>
    /// <param name="keep">Whether consoles held on the same ship are kept.</param>
    public Refusal? Select(Player player, byte ship, Console console, bool keep)
    {
        ArgumentNullException.ThrowIfNull(player);
        if (HolderOf(ship, console) is { } holder && holder != player)
            return new Refusal(ErrorCode.SeatTaken, $"{holder.Name} sits there.");

        if (player.Ship != ship)
        {
            player.Consoles = ConsoleSet.None;
            player.Ready = false;
        }
        else if (!keep)
        {
            player.Consoles = ConsoleSet.None;
        }

        if (player.Consoles.IsEmpty)
            player.PrimaryConsole = console;
        player.Ship = ship;
        player.Consoles = player.Consoles.With(console);
        AppointCaptains();
        return null;
    }

    /// <summary>Who sits at a console, or null.</summary>
    public Player? HolderOf(byte ship, Console console)
    {
        foreach (var player in _players)
        {
            if (player.Ship == ship && player.Consoles.Contains(console))
                return player;
        }

        return null;
    }

    /// <summary>
    /// A ship's captain: whoever boarded her empty, for as long as they are aboard, connected or not; after that the lowest slot of those
    /// aboard. Clients go by the same rule. Null if the ship has no crew.
    /// </summary>
    public Player? CaptainOf(byte ship) => _captains[ship];

    /// <summary>The one who takes over when the creator is gone: of those connected, or else of all, who has been here longest.</summary>
    public Player? Successor()
    {
        Player? successor = null;
        foreach (var player in _players)
        {
            if (!player.HasEntered)
                continue;
            if (successor is null
                || (player.Presence == Presence.Connected && successor.Presence != Presence.Connected)
                || (player.Presence == successor.Presence && player.ArrivalOrder < successor.ArrivalOrder))
            {
                successor = player;
            }
        }

        return successor;
    }

    private void Seat(Player player, Presence presence, TimeSpan now)
    {
        byte slot = 0;
        while (_players.Exists(candidate => candidate.Slot == slot))
            slot++;
        player.Slot = slot;
        player.HasEntered = false;
        player.ArrivalOrder = ++_order;
        SetPresence(player, presence, now);
        _players.Add(player);
        _players.Sort((left, right) => left.Slot.CompareTo(right.Slot));
    }

    private void Unseat(Player player)
    {
        _players.Remove(player);
        Clear(player);
    }

    private void Clear(Player player)
    {
        player.HasEntered = false;
        player.IsSentAnew = false;
        player.Ship = null;
        player.Consoles = ConsoleSet.None;
        player.PrimaryConsole = null;
        player.Ready = false;
        AppointCaptains();
    }

    private void AppointCaptains()
    {
        for (var ship = 0; ship < MaxShips; ship++)
        {
            if (_captains[ship]?.Ship != ship)
                _captains[ship] = _players.Find(player => player.Ship == ship);
        }
    }

    private static void SetPresence(Player player, Presence presence, TimeSpan now)
    {
        player.Presence = presence;
        player.PresenceSince = now;
    }
}
