using Artemis.ReferenceServer.Gateway.Catalog;

namespace Artemis.ReferenceServer.Gateway.Http.Contracts;

/// <summary>A session as the list shows it.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">Its name.</param>
/// <param name="Scenario">The scenario's id.</param>
/// <param name="Difficulty">1 (easy) to 11 (hopeless).</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Ships">Ships that have a crew.</param>
/// <param name="MaxShips">Ships that it has.</param>
/// <param name="Players">Seats that are taken or kept.</param>
/// <param name="MaxPlayers">Seats in all.</param>
/// <param name="Locked">Whether it asks for a password.</param>
/// <param name="Creator">The name of who is in charge.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record SessionListing(
    Guid Id,
    string Name,
    string Scenario,
    int Difficulty,
    GameState State,
    int Ships,
    int MaxShips,
    int Players,
    int MaxPlayers,
    bool Locked,
    string Creator,
    DateTimeOffset CreatedAt)
{
    /// <summary>Describes a session.</summary>
    public static SessionListing From(SessionEntry session) => new(
        session.Id,
        session.Name,
        session.Scenario,
        session.Difficulty,
        session.State,
        session.Ships,
        session.MaxShips,
        session.Players,
        session.MaxPlayers,
        session.Locked,
        session.CreatorName,
        session.CreatedAt);
}

/// <summary>A session and who is in it.</summary>
/// <param name="Session">The session.</param>
/// <param name="Crew">Names of those who have a seat.</param>
internal sealed record SessionDetail(SessionListing Session, IReadOnlyList<CrewMember> Crew);

/// <summary>One who has a seat.</summary>
/// <param name="Name">The player's name.</param>
/// <param name="Connected">False while the connection is lost and the seat is kept.</param>
internal sealed record CrewMember(string Name, bool Connected);
