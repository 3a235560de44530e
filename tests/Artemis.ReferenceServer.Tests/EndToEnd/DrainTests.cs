using System.Net;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class DrainTests
{
    [Fact]
    public async Task A_server_that_is_emptied_lets_games_end_and_nobody_new_in()
    {
        await using var server = await ServerProcess.StartAsync(settings: OperatorClient.Settings);
        using var client = new OperatorClient(server);
        await using var playing = await Crew.CreateAsync(server, "Kirk");
        await playing.StartAsync();
        await using var waiting = await Crew.CreateAsync(server, "Picard");
        await using var newcomer = await Crew.SignInAsync(server, "Wesley");

        Assert.Equal(HttpStatusCode.OK, await client.PostAsync("drain", new { message = "We stop at ten." }));

        var told = await playing.Game.ExpectAsync<ChatMessage>(ChatMessage.PacketType, ChatMessage.TryDecode);
        Assert.Equal("We stop at ten.", told.Message);
        var closing = await waiting.Game.ExpectAsync<SessionClosing>(SessionClosing.PacketType, SessionClosing.TryDecode);
        Assert.Equal("We stop at ten.", closing.Reason);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await client.GetAsync("/health/ready"));
        Assert.Equal(HttpStatusCode.OK, await client.GetAsync("/health/live"));
        await newcomer.Gateway.SendAsync(
            new CreateSession { Name = "New", Scenario = "siege", MaxShips = 1 }.EncodeFrame);
        Assert.Equal(ErrorCode.ShuttingDown, await ExpectRefusalAsync(newcomer));
        await newcomer.Gateway.SendAsync(new JoinSession { SessionId = playing.State.SessionId }.EncodeFrame);
        Assert.Equal(ErrorCode.ShuttingDown, await ExpectRefusalAsync(newcomer));

        // One who plays may lose the connection and come back.
        playing.Game.Abort();
        await playing.Game.DisposeAsync();
        await playing.RejoinAsync();
        Assert.Equal(GameState.Running, playing.State.GameState);

        Assert.Equal(HttpStatusCode.NoContent, await client.DeleteAsync("drain"));
        Assert.Equal(HttpStatusCode.OK, await client.GetAsync("/health/ready"));
        await newcomer.JoinAsync(playing.State.SessionId);
    }

    [Fact]
    public async Task At_the_deadline_games_are_closed_kept_and_the_server_stops_by_itself()
    {
        using var data = new TemporaryDirectory();
        await using (var server = await ServerProcess.StartAsync(data.Path, OperatorClient.Settings))
        {
            using var client = new OperatorClient(server);
            await using var crew = await Crew.CreateAsync(server, "Kirk");
            await crew.StartAsync();

            Assert.Equal(HttpStatusCode.OK, await client.PostAsync("drain", new { withinSeconds = 0.1, stop = true }));

            await crew.Game.ExpectAsync<SessionClosing>(SessionClosing.PacketType, SessionClosing.TryDecode);
            Assert.Equal(1001, await crew.Gateway.ExpectCloseAsync());
            Assert.Equal(0, await server.StopAsync());
        }

        await using var next = await ServerProcess.StartAsync(data.Path);
        var result = Assert.Single(await next.GetAsync<System.Text.Json.JsonElement[]>("/api/results"));
        Assert.Equal("Abandoned", result.GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task Told_to_end_by_a_signal_the_server_keeps_how_far_games_came()
    {
        using var data = new TemporaryDirectory();
        await using (var server = await ServerProcess.StartAsync(data.Path))
        {
            await using var crew = await Crew.CreateAsync(server, "Kirk");
            await crew.StartAsync();
            Assert.Equal(0, await server.StopAsync());
            await crew.Game.ExpectAsync<SessionClosing>(SessionClosing.PacketType, SessionClosing.TryDecode);
        }

        await using var next = await ServerProcess.StartAsync(data.Path);
        Assert.Single(await next.GetAsync<System.Text.Json.JsonElement[]>("/api/results"));
    }

    [Fact]
    public async Task With_time_to_drain_a_signal_lets_games_go_on_and_a_second_one_ends_them()
    {
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__Hosting__DrainSeconds"] = "3600",
        });
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await crew.StartAsync();

        ServerProcess.Signal(server.Pid, ServerProcess.SigTerm);
        await crew.Game.ExpectAsync<ChatMessage>(ChatMessage.PacketType, ChatMessage.TryDecode);
        await crew.CommandAsync(HelmSetImpulse.CommandId, new HelmSetImpulse { Impulse = 1 }.Encode);
        await crew.Game.ExpectAsync(ObjectUpdate.PacketType);

        Assert.Equal(0, await server.StopAsync());
        await crew.Game.ExpectAsync<SessionClosing>(SessionClosing.PacketType, SessionClosing.TryDecode);
    }

    private static async Task<ErrorCode> ExpectRefusalAsync(Crew crew) =>
        (await crew.Gateway.ExpectAsync<GatewayError>(GatewayError.PacketType, GatewayError.TryDecode)).Code;
}
