using Artemis.ReferenceServer.Observability;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Artemis.ReferenceServer.Gateway.Http;

/// <summary>Addresses for machines that watch over the server.</summary>
internal static class HealthEndpoints
{
    /// <summary>Adds them.</summary>
    public static void Map(IEndpointRouteBuilder app)
    {
        var group = app.MapGroup("").ExcludeFromDescription();
        group.MapGet("/health/live", () => Results.Text("live\n"));
        group.MapGet("/health/ready", (HttpApiContext server) => server.Drain.Status is null
            ? Results.Text("ready\n")
            : Results.Text("draining\n", statusCode: StatusCodes.Status503ServiceUnavailable));
        group.MapGet("/metrics", (HttpApiContext server) => Results.Text(server.Metrics.Write(), PrometheusExporter.ContentType));
        group.MapGet("/metrics/games", async (HttpApiContext server, CancellationToken cancel) =>
            Results.Text(await GameMetrics.CollectAsync(server.Catalog, cancel), PrometheusExporter.ContentType));
    }
}
