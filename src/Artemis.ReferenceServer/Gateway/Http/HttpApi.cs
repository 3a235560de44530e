using System.Reflection;
using Artemis.ReferenceServer.Gateway.Catalog;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Gateway.Registry;
using Artemis.ReferenceServer.Gateway.Routing;
using Artemis.ReferenceServer.Observability;
using Artemis.Simulation;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>What the HTTP API tells of.</summary>
/// <param name="Fleet">The processes.</param>
/// <param name="Catalog">The sessions.</param>
/// <param name="Results">Past results.</param>
/// <param name="Online">Who is signed in.</param>
/// <param name="Metrics">What is measured.</param>
/// <param name="WsPort">The port of the gateway's WebSocket.</param>
internal sealed record HttpApiContext(
    GameFleet Fleet, SessionCatalog Catalog, ResultStore Results, OnlinePlayers Online, PrometheusExporter Metrics, Func<int> WsPort);

/// <summary>A session as the HTTP API shows it.</summary>
internal sealed record SessionDto(
    Guid Id,
    string Name,
    string Scenario,
    int Difficulty,
    string State,
    int Ships,
    int MaxShips,
    int Players,
    int MaxPlayers,
    bool Locked,
    string Creator,
    DateTimeOffset CreatedAt);

/// <summary>What a page must know to connect.</summary>
internal sealed record ServerDto(string Version, string Protocol, string GatewayUrl, int PlayersOnline, int Sessions);

/// <summary>A scenario that a session may be made with.</summary>
/// <param name="Id">What the protocol calls it.</param>
/// <param name="Name">Its name for people.</param>
/// <param name="Description">What it is about.</param>
/// <param name="Crew">For how many ships, or for whom.</param>
internal sealed record ScenarioDto(string Id, string Name, string Description, string Crew);

/// <summary>What instruments must know of a class of ship.</summary>
/// <param name="ShipClass">The class, as a number of the protocol.</param>
/// <param name="ShieldsFore">Full strength of the fore half.</param>
/// <param name="ShieldsAft">Full strength of the aft half.</param>
/// <param name="BeamRange">How far the beams reach, in units.</param>
/// <param name="BeamArcDegrees">Width of each beam's arc.</param>
/// <param name="BeamBearingsDegrees">Where the middle of each beam's arc points, clockwise from the bow.</param>
internal sealed record ShipClassDto(
    int ShipClass,
    double ShieldsFore,
    double ShieldsAft,
    double BeamRange,
    double BeamArcDegrees,
    IReadOnlyList<double> BeamBearingsDegrees);

/// <summary>The HTTP API.</summary>
internal static class HttpApi
{
    private const int MaxListed = 500;

    /// <summary>Adds its addresses.</summary>
    public static void Map(IEndpointRouteBuilder app, HttpApiContext context)
    {
        app.MapGet("/health/live", () => Results.Text("live\n"));
        app.MapGet("/health/ready", () => Results.Text("ready\n"));
        app.MapGet("/metrics", () => Results.Text(context.Metrics.Write(), PrometheusExporter.ContentType));
        app.MapGet("/api/server", (HttpRequest request) => new ServerDto(
            Version,
            Transport.Versions.Server.ToString(),
            $"ws://{request.Host.Host}:{context.WsPort()}/",
            context.Online.Count,
            context.Catalog.Count));
        app.MapGet("/api/scenarios", () => Game.Scenarios.All.Select(ToDto));
        app.MapGet("/api/ship-classes", () => Balance.Default.Ships.Select(entry => ToDto(entry.Key, entry.Value)));
        app.MapGet("/api/sessions", (string? name, bool? open, bool? free) =>
            context.Catalog.List(new SessionFilter(name, null, open, free), MaxListed).Select(ToDto));
        app.MapGet("/api/results", async (int? count, CancellationToken cancel) =>
            await context.Results.ListAsync(Math.Clamp(count ?? 50, 1, 500), cancel));
    }

    private static string Version { get; } =
        typeof(HttpApi).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    private static ScenarioDto ToDto(Scenario scenario) =>
        new(scenario.Id, scenario.Name, scenario.Description, scenario.Crew);

    private static ShipClassDto ToDto(Simulation.ShipClass shipClass, ShipBalance ship) => new(
        (int)shipClass,
        ship.ShieldsFore,
        ship.ShieldsAft,
        ship.Beams.Range,
        ship.Beams.ArcDegrees,
        ship.Beams.BearingsDegrees);

    private static SessionDto ToDto(SessionSummary session) => new(
        session.Id,
        session.Name,
        session.Scenario,
        session.Difficulty,
        session.State.ToString(),
        session.Ships,
        session.MaxShips,
        session.Players,
        session.MaxPlayers,
        session.Locked,
        session.Creator,
        DateTimeOffset.FromUnixTimeSeconds(session.CreatedAt));
}
