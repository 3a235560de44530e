namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>Clients that mean ill or are broken: each is closed with a reason, and nobody else notices.</summary>
public sealed class HostileClientTests
{
    [Fact]
    public async Task A_thousand_connections_that_say_nothing_are_closed_and_others_play_on()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await crew.StartAsync();
        var silent = new List<TestClient>();
        try
        {
            foreach (var batch in Enumerable.Range(0, 1000).Chunk(50))
                silent.AddRange(await Task.WhenAll(batch.Select(_ => TestClient.ConnectAsync(server.Gateway))));

            await crew.CommandAsync(HelmSetImpulse.CommandId, new HelmSetImpulse { Impulse = 1 }.Encode);
            await crew.Game.ExpectAsync(ObjectUpdate.PacketType);
            await using var other = await Crew.SignInAsync(server, "Spock");
            foreach (var client in silent)
                Assert.Equal(4001, await client.ExpectCloseAsync());
            await crew.Game.ExpectAsync(ObjectUpdate.PacketType);
            await crew.Gateway.SendAsync(new ListSessions().EncodeFrame);
            Assert.Single((await crew.Gateway.ExpectAsync<SessionList>(SessionList.PacketType, SessionList.TryDecode)).Sessions);
        }
        finally
        {
            foreach (var client in silent)
                await client.DisposeAsync();
        }
    }

    [Fact]
    public async Task Garbage_in_a_game_closes_the_one_who_sent_it_and_the_crew_flies_on()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await using var vandal = await Crew.JoinAsync(server, "Klingon", crew.State.SessionId);
        await crew.StartAsync();

        await vandal.Game.SendBytesAsync(Enumerable.Range(0, 300).Select(i => (byte)(i * 37)).ToArray());

        Assert.Equal(4000, await vandal.Game.ExpectCloseAsync());
        await crew.CommandAsync(HelmSetImpulse.CommandId, new HelmSetImpulse { Impulse = 1 }.Encode);
        await crew.Game.ExpectAsync(ObjectUpdate.PacketType);
        var left = await crew.Game.ExpectAsync<PlayerLeft>(PlayerLeft.PacketType, PlayerLeft.TryDecode);
        Assert.Equal((vandal.Identity.PlayerId, LeaveReason.Disconnected), (left.PlayerId, left.Reason));
    }

    [Fact]
    public async Task A_strangers_page_may_not_connect_to_a_game()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var crew = await Crew.CreateAsync(server, "Kirk");

        await Assert.ThrowsAsync<System.Net.WebSockets.WebSocketException>(
            () => TestClient.ConnectAsync(new Uri(crew.Redirect.WsUrl), origin: "https://evil.example"));
    }

    [Fact]
    public async Task Who_sends_too_much_is_closed_at_the_gateway_and_in_a_game()
    {
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__Transport__InboundFramesPerSecond"] = "0.001",
            ["ARTEMIS__Transport__InboundBurst"] = "20",
        });
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await using var talker = await Crew.JoinAsync(server, "Harry", crew.State.SessionId);

        await FloodAsync(talker.Game, new Chat { Message = "!" }.EncodeFrame);
        await FloodAsync(talker.Gateway, new ListSessions().EncodeFrame);

        Assert.Equal(4006, await talker.Game.ExpectCloseAsync());
        Assert.Equal(4006, await talker.Gateway.ExpectCloseAsync());
        await crew.SelectAsync(0, Console.Helm);
    }

    [Fact]
    public async Task Who_asks_for_too_many_seats_at_once_is_told_to_wait()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var crew = await Crew.SignInAsync(server, "Harry");

        for (var i = 0; i < 60; i++)
            await crew.Gateway.SendAsync(new JoinSession { SessionId = Guid.NewGuid() }.EncodeFrame);

        GatewayError error;
        do
        {
            error = await crew.Gateway.ExpectAsync<GatewayError>(GatewayError.PacketType, GatewayError.TryDecode);
        }
        while (error.Code == ErrorCode.UnknownSession);
        Assert.Equal(ErrorCode.RateLimited, error.Code);
    }

    private static async Task FloodAsync(TestClient client, Action<Artemis.Protocol.Runtime.FrameBuffer> encode)
    {
        try
        {
            for (var i = 0; i < 60; i++)
                await client.SendAsync(encode);
        }
        catch (System.Net.WebSockets.WebSocketException)
        {
            // It was closed meanwhile.
        }
    }
}
