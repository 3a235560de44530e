using Artemis.ReferenceServer.Gateway.Catalog;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Gateway.Http.Contracts;
using Artemis.ReferenceServer.Gateway.Operation;
using Artemis.ReferenceServer.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>What only the operator may do; <see cref="OperatorGate"/> stands before it.</summary>
internal static class OperatorEndpoints
{
    private const int MaxMessageBytes = 240;
    private const int MaxKickBytes = 120;

    /// <summary>Where the operator's part begins.</summary>
    public static PathString Root { get; } = new("/api/operator");

    /// <summary>Adds the addresses.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup(Root).WithTags("Operator").ProducesProblem(401);
        group.MapGet("/status", GetStatus).WithName("GetStatus")
            .WithSummary("How the server stands, with all sessions and who is in them.");
        group.MapPost("/message", MessageAll).WithName("MessageAll").Produces<MessageReceipt>().ProducesProblem(400)
            .WithSummary("Says something to the players of all sessions.");
        group.MapPost("/sessions/{id}/message", MessageSession).WithName("MessageSession")
            .Produces<MessageReceipt>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(503)
            .WithSummary("Says something to the players of a session.");
        group.MapPost("/sessions/{id}/kick", KickAsync).WithName("KickPlayer")
            .Produces(204).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503)
            .WithSummary("Sends a player away from a session for good.");
        group.MapPost("/sessions/{id}/close", Close).WithName("CloseSession")
            .Produces(202).ProducesProblem(400).ProducesProblem(404).ProducesProblem(503)
            .WithSummary("Closes a session; its players are told why, and how far they came is kept.");
        group.MapPost("/drain", BeginDrain).WithName("BeginDrain").Produces<DrainInfo>().ProducesProblem(400)
            .WithSummary("Empties the server: nobody new comes, lobbies close, games end in their time.");
        group.MapDelete("/drain", EndDrain).WithName("EndDrain").Produces(204)
            .WithSummary("Takes that back: the server goes on.");
        group.MapPost("/hosts/{name}/drain", (HttpApiContext server, string name) => DrainHost(server, name, draining: true))
            .WithName("BeginHostDrain").Produces(204).ProducesProblem(404)
            .WithSummary("Empties a machine: it gets no new games, its spares end, and its games go on until they are over.");
        group.MapDelete("/hosts/{name}/drain", (HttpApiContext server, string name) => DrainHost(server, name, draining: false))
            .WithName("EndHostDrain").Produces(204).ProducesProblem(404)
            .WithSummary("Takes that back: the machine gets new games again.");
    }

    private static ServerStatus GetStatus(HttpApiContext server) => new(
        HttpApi.Version,
        server.StartedAt,
        server.Players.Count,
        server.Hosts(),
        server.Catalog.ReadAll(session => Describe(server.Fleet, session)),
        server.Drain.Status is { } drain ? Describe(server.Catalog, drain) : null);

    private static IResult MessageAll(HttpApiContext server, MessageRequest request)
    {
        if (!VisibleText.TryNormalizeWords(request.Text, MaxMessageBytes, out var words))
            return Problems.BadRequest("A message has 1 to 240 bytes that can be seen.");
        var links = server.Catalog.All().Select(session => session.Game.Link).OfType<IControlLink>().ToArray();
        foreach (var link in links)
            link.Tell(words);
        return Results.Ok(new MessageReceipt(links.Length));
    }

    private static IResult MessageSession(HttpApiContext server, Guid id, MessageRequest request)
    {
        if (!VisibleText.TryNormalizeWords(request.Text, MaxMessageBytes, out var words))
            return Problems.BadRequest("A message has 1 to 240 bytes that can be seen.");
        return WithLink(server, id, link =>
        {
            link.Tell(words);
            return Results.Ok(new MessageReceipt(1));
        });
    }

    private static async Task<IResult> KickAsync(HttpApiContext server, Guid id, KickRequest request, CancellationToken cancel)
    {
        if (!TryReason(request.Reason, MaxKickBytes, "You were sent away by the server's operator.", out var reason))
            return Problems.BadRequest("A reason has 1 to 120 bytes that can be seen.");
        if (!server.Catalog.TryFind(id, out var session))
            return Problems.NoSession();
        if (session.Game.Link is not { } link)
            return Unreachable();
        try
        {
            return await link.RemoveAsync(request.PlayerId, reason, cancel) ? Results.NoContent() : Problems.NoPlayer();
        }
        catch (Exception exception) when (exception is IOException or TimeoutException)
        {
            return Unreachable();
        }
    }

    private static IResult Close(HttpApiContext server, Guid id, CloseRequest request)
    {
        if (!TryReason(request.Reason, MaxMessageBytes, "The server's operator closed the session.", out var reason))
            return Problems.BadRequest("A reason has 1 to 240 bytes that can be seen.");
        return WithLink(server, id, link =>
        {
            link.RequestClose(reason);
            return Results.Accepted();
        });
    }

    private static IResult BeginDrain(HttpApiContext server, DrainRequest request)
    {
        if (!TryReason(request.Message, MaxMessageBytes, "The server is going to stop. Games end in their time.", out var message))
            return Problems.BadRequest("A message has 1 to 240 bytes that can be seen.");
        if (request.WithinSeconds is < 0 or > 30 * 24 * 3600)
            return Problems.BadRequest("withinSeconds is 0 to 2592000, thirty days.");
        var within = request.WithinSeconds is { } seconds ? TimeSpan.FromSeconds(seconds) : (TimeSpan?)null;
        return Results.Ok(Describe(server.Catalog, server.Drain.Begin(message, within, request.Stop)));
    }

    private static IResult EndDrain(HttpApiContext server)
    {
        server.Drain.End("The server goes on after all.");
        return Results.NoContent();
    }

    private static IResult DrainHost(HttpApiContext server, string name, bool draining) =>
        server.Fleet.TryDrainHost(name, draining) ? Results.NoContent() : Problems.NoHost();

    private static IResult WithLink(HttpApiContext server, Guid id, Func<IControlLink, IResult> act)
    {
        if (!server.Catalog.TryFind(id, out var session))
            return Problems.NoSession();
        return session.Game.Link is { } link ? act(link) : Unreachable();
    }

    private static IResult Unreachable() => Problems.Unavailable("The session's process cannot be reached at the moment. Try again.");

    private static bool TryReason(string? given, int maxBytes, string otherwise, out string reason)
    {
        reason = otherwise;
        return string.IsNullOrWhiteSpace(given) || VisibleText.TryNormalizeWords(given, maxBytes, out reason!);
    }

    private static OperatedSession Describe(GameFleet fleet, SessionEntry session) => new(
        SessionListing.From(session),
        session.Game.Pid,
        session.Game.Port,
        session.Game.Link is not null,
        fleet.IsSuspect(session.Game),
        [.. session.Roster.Select(member => new OperatedPlayer(member.PlayerId, member.Name, member.Connected))]);

    private static DrainInfo Describe(SessionCatalog catalog, DrainStatus drain) =>
        new(drain.Since, drain.Deadline, drain.StopsWhenEmpty, catalog.Count);
}
