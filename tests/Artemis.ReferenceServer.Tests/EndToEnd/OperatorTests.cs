using System.Net;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>The operator's part of the HTTP API, on a server that the tests share.</summary>
public sealed class OperatorTests(OperatedServer fixture) : IClassFixture<OperatedServer>
{
    private ServerProcess Server => fixture.Server;

    [Fact]
    public async Task The_operator_sees_every_session_with_its_crew_and_process()
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));
        using var client = new OperatorClient(Server);

        await Eventually.TrueAsync(async () => await client.SessionAsync(crew.State.SessionId) is { } session
            && session.GetProperty("crew").GetArrayLength() == 1);

        var seen = (await client.SessionAsync(crew.State.SessionId))!.Value;
        Assert.Equal(crew.Identity.PlayerId, seen.GetProperty("crew")[0].GetProperty("playerId").GetGuid());
        Assert.Equal("Lobby", seen.GetProperty("session").GetProperty("state").GetString());
        Assert.Contains(seen.GetProperty("processId").GetInt32(), Server.GamePids());
        Assert.True(seen.GetProperty("connected").GetBoolean());
    }

    [Fact]
    public async Task Without_the_secret_nothing_of_it_can_be_had()
    {
        foreach (var secret in new[] { null, "", "wrong", OperatorClient.Secret + "x", OperatorClient.Secret[1..] })
        {
            using var stranger = new OperatorClient(Server, secret);
            Assert.Equal(HttpStatusCode.Unauthorized, await stranger.GetAsync("/api/operator/status"));
            Assert.Equal(HttpStatusCode.Unauthorized, await stranger.PostAsync("drain", new { }));
        }

        // Not even whether a request would have made sense.
        using var curious = new OperatorClient(Server, secret: null);
        Assert.Equal(HttpStatusCode.Unauthorized, await curious.PostAsync("drain", "nonsense"));
        using var client = new OperatorClient(Server);
        Assert.Equal(HttpStatusCode.OK, await client.GetAsync("/api/operator/status"));
        Assert.DoesNotContain(OperatorClient.Secret, Server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_reach_the_players_of_one_session_or_of_all()
    {
        await using var one = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));
        await using var other = await Crew.CreateAsync(Server, fixture.NewName("Picard"));
        using var client = new OperatorClient(Server);

        Assert.Equal(HttpStatusCode.OK, await client.PostAsync("message", new { text = "Supper is ready." }));
        foreach (var crew in new[] { one, other })
        {
            var heard = await crew.Game.ExpectAsync<ChatMessage>(ChatMessage.PacketType, ChatMessage.TryDecode);
            Assert.Equal((null, "Supper is ready."), (heard.From, heard.Message));
        }

        var path = $"sessions/{one.State.SessionId}/message";
        Assert.Equal(HttpStatusCode.OK, await client.PostAsync(path, new { text = "Only you." }));
        var alone = await one.Game.ExpectAsync<ChatMessage>(ChatMessage.PacketType, ChatMessage.TryDecode);
        Assert.Equal("Only you.", alone.Message);

        Assert.Equal(HttpStatusCode.BadRequest, await client.PostAsync(path, new { text = "  " }));
        Assert.Equal(HttpStatusCode.BadRequest, await client.PostAsync(path, new { text = new string('x', 241) }));
        Assert.Equal(HttpStatusCode.NotFound, await client.PostAsync($"sessions/{Guid.NewGuid()}/message", new { text = "Hello?" }));
    }

    [Fact]
    public async Task A_player_who_is_kicked_is_told_why_and_cannot_come_back()
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));
        await using var guest = await Crew.JoinAsync(Server, fixture.NewName("Klingon"), crew.State.SessionId);
        using var client = new OperatorClient(Server);
        var path = $"sessions/{crew.State.SessionId}/kick";

        Assert.Equal(HttpStatusCode.NotFound, await client.PostAsync(path, new { playerId = Guid.NewGuid() }));
        Assert.Equal(HttpStatusCode.NoContent, await client.PostAsync(path, new { playerId = guest.Identity.PlayerId, reason = "Be kind." }));

        Assert.Equal(4004, await guest.Game.ExpectCloseAsync());
        var left = await crew.Game.ExpectAsync<PlayerLeft>(PlayerLeft.PacketType, PlayerLeft.TryDecode);
        Assert.Equal((guest.Identity.PlayerId, LeaveReason.Kicked), (left.PlayerId, left.Reason));
        await guest.Gateway.SendAsync(new JoinSession { SessionId = crew.State.SessionId }.EncodeFrame);
        var refused = await guest.Gateway.ExpectAsync<GatewayError>(GatewayError.PacketType, GatewayError.TryDecode);
        Assert.Equal(ErrorCode.NotAllowed, refused.Code);
    }

    [Fact]
    public async Task A_session_that_is_closed_tells_why_and_its_game_is_kept_as_abandoned()
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));
        await crew.StartAsync();
        using var client = new OperatorClient(Server);

        Assert.Equal(
            HttpStatusCode.Accepted,
            await client.PostAsync($"sessions/{crew.State.SessionId}/close", new { reason = "Past bedtime." }));

        var closing = await crew.Game.ExpectAsync<SessionClosing>(SessionClosing.PacketType, SessionClosing.TryDecode);
        Assert.Equal("Past bedtime.", closing.Reason);
        Assert.Equal(1000, await crew.Game.ExpectCloseAsync());
        await Eventually.TrueAsync(async () => await client.SessionAsync(crew.State.SessionId) is null);
        var results = await Server.GetAsync<System.Text.Json.JsonElement[]>("/api/results");
        var kept = Assert.Single(results, result => result.GetProperty("sessionId").GetGuid() == crew.State.SessionId);
        Assert.Equal("Abandoned", kept.GetProperty("outcome").GetString());
        Assert.Equal("Past bedtime.", kept.GetProperty("text").GetString());
        Assert.Equal(2, kept.GetProperty("ships").GetArrayLength());
    }

    [Fact]
    public async Task What_games_measure_can_be_had_from_the_gateway()
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));
        await crew.StartAsync();
        using var client = new OperatorClient(Server, secret: null);
        var session = $"session=\"{crew.State.SessionId}\"";

        await Eventually.TrueAsync(async () =>
        {
            var lines = (await client.ReadAsync("/metrics/games")).Split('\n');
            return lines.Any(line => line.StartsWith($"artemis_bytes_out_bytes_total{{{session},kind=\"state\"}} ", StringComparison.Ordinal))
                && lines.Any(line => line.StartsWith($"artemis_tick_duration_seconds_count{{{session}}} ", StringComparison.Ordinal))
                && lines.Count(line => line == "# TYPE artemis_tick_duration_seconds histogram") == 1;
        });
        Assert.Contains("artemis_sessions ", await client.ReadAsync("/metrics"), StringComparison.Ordinal);
    }
}

/// <summary>A server whose operator's secret is known.</summary>
public sealed class OperatedServer : IAsyncLifetime
{
    private int _names;

    internal ServerProcess Server { get; private set; } = null!;

    /// <summary>A name that nobody has.</summary>
    public string NewName(string about) => $"{about} {Interlocked.Increment(ref _names)}";

    public async ValueTask InitializeAsync() => Server = await ServerProcess.StartAsync(settings: OperatorClient.Settings);

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
