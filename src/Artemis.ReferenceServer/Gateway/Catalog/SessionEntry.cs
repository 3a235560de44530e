using Artemis.ReferenceServer.Gateway.Hosting;

namespace Artemis.ReferenceServer.Gateway.Catalog;

/// <summary>A session as the gateway knows it: what its game last said. Changed by <see cref="SessionCatalog"/> only.</summary>
/// <param name="id">Its id.</param>
/// <param name="game">The process that runs it.</param>
/// <param name="createdAt">When it was made.</param>
public sealed class SessionEntry(Guid id, GameHandle game, DateTimeOffset createdAt)
{
    /// <summary>Its id.</summary>
    public Guid Id { get; } = id;

    /// <summary>The process that runs it.</summary>
    public GameHandle Game { get; internal set; } = game;

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; } = createdAt;

    /// <summary>Its name.</summary>
    public string Name { get; internal set; } = "";

    /// <summary>The scenario's id.</summary>
    public string Scenario { get; internal set; } = "";

    /// <summary>1 to 11.</summary>
    public byte Difficulty { get; internal set; } = 1;

    /// <summary>Where it is in its life.</summary>
    public GameState State { get; internal set; }

    /// <summary>Ships that have a crew.</summary>
    public byte Ships { get; internal set; }

    /// <summary>Ships that it has.</summary>
    public byte MaxShips { get; internal set; } = 1;

    /// <summary>Seats that are taken or kept.</summary>
    public byte Players { get; internal set; }

    /// <summary>Seats in all.</summary>
    public byte MaxPlayers => (byte)(MaxShips * 6);

    /// <summary>Whether it asks for a password.</summary>
    public bool Locked { get; internal set; }

    /// <summary>Who is in charge.</summary>
    public Guid CreatorId { get; internal set; }

    /// <summary>That player's name.</summary>
    public string CreatorName { get; internal set; } = "";

    /// <summary>Who has a seat, whether connected or not.</summary>
    public IReadOnlyList<RosterEntry> Roster { get; internal set; } = [];

    /// <summary>Who has, or may have, a seat; they are told if the session is lost.</summary>
    internal HashSet<Guid> Members { get; } = [];
}
