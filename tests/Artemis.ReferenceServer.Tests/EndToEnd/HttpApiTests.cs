using System.Net;
using System.Text.Json;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class HttpApiTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private ServerProcess Server => fixture.Server;

    [Fact]
    public async Task Anybody_can_see_what_is_played_and_by_whom()
    {
        var (kirk, spock) = (fixture.NewName("Kirk"), fixture.NewName("Spock"));
        await using var crew = await Crew.CreateAsync(Server, kirk);
        await using var choosing = await Crew.SignInAsync(Server, spock);
        var id = crew.State.SessionId;

        var sessions = await Server.GetAsync<JsonElement[]>("/api/sessions?state=Lobby&open=true&free=true&name=TUESDAY");
        var listed = Assert.Single(sessions, session => session.GetProperty("id").GetGuid() == id);
        Assert.Equal((kirk, "Lobby"), (listed.GetProperty("creator").GetString(), listed.GetProperty("state").GetString()));
        Assert.Empty(await Server.GetAsync<JsonElement[]>("/api/sessions?state=Results"));
        Assert.Empty(await Server.GetAsync<JsonElement[]>("/api/sessions?name=nobody%20calls%20it%20that"));

        await Eventually.TrueAsync(async () =>
            (await Server.GetAsync<JsonElement>($"/api/sessions/{id}")).GetProperty("crew").EnumerateArray()
            .Any(member => member.GetProperty("name").GetString() == kirk && member.GetProperty("connected").GetBoolean()));
        var players = await Server.GetAsync<JsonElement[]>("/api/players");
        Assert.Equal(id, Find(players, kirk).GetProperty("sessionId").GetGuid());
        Assert.False(Find(players, spock).TryGetProperty("sessionId", out _));
        // Ids are how players prove who they are together with a token; lists have no need of them.
        Assert.DoesNotContain(crew.Identity.PlayerId.ToString(), JsonSerializer.Serialize(players), StringComparison.OrdinalIgnoreCase);
        var server = await Server.GetAsync<JsonElement>("/api/server");
        Assert.True(server.GetProperty("playersOnline").GetInt32() >= 2);
        Assert.Equal(Server.Gateway, new Uri(server.GetProperty("gatewayUrl").GetString()!));
        Assert.NotEmpty(await Server.GetAsync<JsonElement[]>("/api/hosts"));
    }

    [Fact]
    public async Task What_does_not_exist_or_makes_no_sense_is_answered_with_a_problem_that_says_so()
    {
        using var http = new HttpClient { BaseAddress = Server.Http };
        foreach (var (path, status) in new[]
        {
            ($"/api/sessions/{Guid.NewGuid()}", HttpStatusCode.NotFound),
            ("/api/nothing", HttpStatusCode.NotFound),
            ("/api/sessions/nonsense", HttpStatusCode.BadRequest),
            ("/api/sessions?state=asleep", HttpStatusCode.BadRequest),
            ("/api/results?count=many", HttpStatusCode.BadRequest),
        })
        {
            using var answer = await http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal((path, status), (path, answer.StatusCode));
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Fact]
    public async Task A_server_without_a_secret_makes_one_that_only_its_user_can_read()
    {
        using var data = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(data.Path);
        var path = Path.Combine(data.Path, "operator-secret");
        var secret = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).Trim();

        Assert.Equal(64, secret.Length);
        if (!OperatingSystem.IsWindows())
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
        using var client = new OperatorClient(server, secret);
        Assert.Equal(HttpStatusCode.OK, await client.GetAsync("/api/operator/status"));
        Assert.DoesNotContain(secret, server.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_operators_part_can_be_switched_off()
    {
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>(OperatorClient.Settings)
        {
            ["ARTEMIS__Operator__Enabled"] = "false",
        });
        using var client = new OperatorClient(server);

        Assert.Equal(HttpStatusCode.NotFound, await client.GetAsync("/api/operator/status"));
        Assert.Equal(HttpStatusCode.NotFound, await client.PostAsync("drain", new { }));
        Assert.Equal(HttpStatusCode.OK, await client.GetAsync("/health/ready"));
    }

    private static JsonElement Find(JsonElement[] players, string name) =>
        Assert.Single(players, player => player.GetProperty("name").GetString() == name);
}
