using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game.Session;

/// <summary>Whether a player is there.</summary>
public enum Presence
{
    /// <summary>Was redirected here and has not come yet.</summary>
    Reserved,

    /// <summary>Is connected.</summary>
    Connected,

    /// <summary>Lost the connection; the seat is kept.</summary>
    Disconnected,

    /// <summary>Has no seat any more. The token still readmits.</summary>
    Released,
}

/// <summary>A player of a session. Changed by <see cref="Roster"/> only.</summary>
public sealed class Player
{
    internal Player(Guid id, string name, SecretToken token)
    {
        Id = id;
        Name = name;
        Token = token;
    }

    /// <summary>The player's id in the registry.</summary>
    public Guid Id { get; }

    /// <summary>What others see.</summary>
    public string Name { get; internal set; }

    /// <summary>What proves that a connection is this player's.</summary>
    public SecretToken Token { get; }

    /// <summary>Place in the list of players, 0 to 47.</summary>
    public byte Slot { get; internal set; }

    /// <summary>Whether the player is there.</summary>
    public Presence Presence { get; internal set; }

    /// <summary>When that last changed.</summary>
    public TimeSpan PresenceSince { get; internal set; }

    /// <summary>Whether the player was ever there since the seat was given; others see them from then on.</summary>
    public bool HasEntered { get; internal set; }

    /// <summary>
    /// Whether the gateway sent the player anew since the last coming. A slow word of leaving is then that of the former stay, and must not
    /// take the seat that is kept for the next.
    /// </summary>
    public bool IsSentAnew { get; internal set; }

    /// <summary>The ship, 0 to 7, or null.</summary>
    public byte? Ship { get; internal set; }

    /// <summary>All consoles held on it.</summary>
    public ConsoleSet Consoles { get; internal set; }

    /// <summary>The console worked first.</summary>
    public Console? PrimaryConsole { get; internal set; }

    /// <summary>Whether the player said so.</summary>
    public bool Ready { get; internal set; }

    /// <summary>Rises with each player who comes: the lowest has been here longest.</summary>
    internal long ArrivalOrder { get; set; }
}
