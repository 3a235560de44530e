using System.Collections.Concurrent;
using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Gateway_and_games_send_metrics_traces_and_logs_to_a_collector()
    {
        var received = new ConcurrentDictionary<(string Path, string Service), string>();
        await using var collector = await StartCollectorAsync(received);
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__Telemetry__OtlpEndpoint"] = collector.Urls.Single(),
            ["ARTEMIS__Telemetry__IntervalSeconds"] = "0.2",
        });
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await crew.StartAsync();

        await Eventually.TrueAsync(
            () => Has("/v1/metrics", "artemis-gateway", "artemis.sessions")
                && Has("/v1/metrics", "artemis-game", "artemis.tick.duration")
                && Has("/v1/metrics", "artemis-game", "artemis.bytes.out")
                && Has("/v1/traces", "artemis-gateway", "artemis.session.create")
                && Has("/v1/traces", "artemis-gateway", crew.Identity.PlayerId.ToString())
                && Has("/v1/traces", "artemis-game", "artemis.rejoin")
                && Has("/v1/logs", "artemis-gateway", crew.State.SessionId.ToString())
                && Has("/v1/logs", "artemis-game", crew.State.SessionId.ToString()),
            () => string.Join('\n', received.Keys));

        bool Has(string path, string service, string text) =>
            received.TryGetValue((path, service), out var all) && all.Contains(text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logs_can_be_one_json_object_a_line_with_the_sessions_id()
    {
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string> { ["ARTEMIS__LogFormat"] = "json" });
        await using var crew = await Crew.CreateAsync(server, "Kirk");

        await Eventually.TrueAsync(() => server.Output.Split('\n').Any(line => line.StartsWith('{')
            && JsonDocument.Parse(line).RootElement.GetProperty("State").TryGetProperty("SessionId", out var id)
            && id.GetString() == crew.State.SessionId.ToString()));
    }

    [Fact]
    public async Task Every_line_about_a_connection_carries_the_ids_of_whom_it_concerns()
    {
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string> { ["ARTEMIS__LogFormat"] = "json" });
        await using var crew = await Crew.CreateAsync(server, "Kirk");

        // Neither place knows more of it than that a connection sent garbage.
        await crew.Game.SendBytesAsync(new byte[30]);
        await crew.Gateway.SendBytesAsync(new byte[30]);

        await Eventually.TrueAsync(() => LinesOf(server, "A connection was closed, Malformed").Count == 2, () => server.Output);
        var ids = LinesOf(server, "A connection was closed, Malformed").Select(line => line.GetProperty("Scopes").EnumerateArray()
            .SelectMany(scope => scope.EnumerateObject()).ToLookup(part => part.Name, part => part.Value.ToString())).ToArray();
        Assert.All(ids, scopes => Assert.Equal([crew.Identity.PlayerId.ToString()], scopes["PlayerId"]));
        Assert.Equal([crew.State.SessionId.ToString()], ids.SelectMany(scopes => scopes["SessionId"]));
    }

    private static IReadOnlyList<JsonElement> LinesOf(ServerProcess server, string words) =>
    [
        .. server.Output.Split('\n').Where(line => line.StartsWith('{') && line.Contains(words, StringComparison.Ordinal))
            .Select(line => JsonDocument.Parse(line).RootElement),
    ];

    private static async Task<WebApplication> StartCollectorAsync(ConcurrentDictionary<(string, string), string> received)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        app.MapPost("/{**path}", async (HttpContext context) =>
        {
            using var body = new MemoryStream();
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            // Names are plain UTF-8 in a protobuf; that is all that is looked for.
            var text = Encoding.UTF8.GetString(body.ToArray());
            var service = text.Contains("artemis-game", StringComparison.Ordinal) ? "artemis-game" : "artemis-gateway";
            if (context.Request.ContentType == "application/x-protobuf" && text.Contains(service, StringComparison.Ordinal))
                received.AddOrUpdate((context.Request.Path.Value!, service), text, (_, before) => before + text);
        });
        await app.StartAsync(TestContext.Current.CancellationToken);
        return app;
    }
}
