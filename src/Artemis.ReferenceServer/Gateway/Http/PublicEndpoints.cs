using Artemis.ReferenceServer.Gateway.Catalog;
using Artemis.ReferenceServer.Gateway.Http.Contracts;
using Artemis.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>What everybody may ask.</summary>
internal static class PublicEndpoints
{
    private const int MaxListed = 500;

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("/api").WithTags("Public");
        group.MapGet("/server", GetServer).WithName("GetServer")
            .WithSummary("What a page must know to connect, and what the server has to offer.");
        group.MapGet("/sessions", ListSessions).WithName("ListSessions")
            .WithSummary("The sessions that live, newest first, at most 500.");
        group.MapGet("/sessions/{id}", GetSession).WithName("GetSession").Produces<SessionDetail>().ProducesProblem(404)
            .WithSummary("A session and who is in it.");
        group.MapGet("/players", ListPlayers).WithName("ListPlayers").WithSummary("Who is online, by name.");
        group.MapGet("/hosts", (HttpApiContext server) => server.Hosts()).WithName("ListHosts")
            .WithSummary("The machines that run games.");
        group.MapGet("/scenarios", () => Game.Scenarios.All.Select(ScenarioInfo.From)).WithName("ListScenarios")
            .WithSummary("The scenarios that a session may be made with.");
        group.MapGet("/ship-classes", () => Balance.Default.Ships.Select(entry => ShipClassInfo.From(entry.Key, entry.Value, Balance.Default)))
            .WithName("ListShipClasses").WithSummary("What instruments must know of each class of ship.");
        group.MapGet("/results", ListResultsAsync).WithName("ListResults").Produces<PastResult[]>().ProducesProblem(503)
            .WithSummary("How past games ended, newest first.");
    }

    private static ServerInfo GetServer(HttpApiContext server, HttpRequest request) => new(
        HttpApi.Version,
        Transport.Versions.Server.ToString(),
        server.GatewayUrl(request.Host.Host),
        server.Players.Count,
        server.Catalog.Count,
        server.Drain.Status is not null);

    private static IEnumerable<SessionListing> ListSessions(
        HttpApiContext server, string? name, GameState? state, bool? open, bool? free)
    {
        var filter = new SessionFilter(name, state, open, free);
        return server.Catalog.ReadAll(session => filter.Includes(session) ? SessionListing.From(session) : null)
            .OfType<SessionListing>().Take(MaxListed);
    }

    private static IResult GetSession(HttpApiContext server, Guid id)
    {
        var session = server.Catalog.Read(id, session => new SessionDetail(
            SessionListing.From(session),
            [.. session.Roster.Select(member => new CrewMember(member.Name, member.Connected))]));
        return session is null ? Problems.NoSession() : Results.Ok(session);
    }

    private static IEnumerable<OnlinePlayer> ListPlayers(HttpApiContext server) =>
        server.Players.List().Select(player => new OnlinePlayer(player.Name, player.SessionId));

    private static async Task<IResult> ListResultsAsync(HttpApiContext server, int? count, CancellationToken cancel)
    {
        try
        {
            var results = await server.Results.ListAsync(Math.Clamp(count ?? 50, 1, MaxListed), cancel);
            return Results.Ok(results.Select(PastResult.From));
        }
        catch (System.Data.Common.DbException)
        {
            return Problems.Unavailable("The database cannot be reached. Try again later.");
        }
    }
}
