namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class ProcessTests
{
    [Fact]
    public async Task Told_to_stop_the_gateway_tells_players_and_leaves_no_process()
    {
        await using var server = await ServerProcess.StartAsync();
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await crew.StartAsync();

        Assert.Equal(0, await server.StopAsync());

        await crew.Game.ExpectAsync<SessionClosing>(SessionClosing.PacketType, SessionClosing.TryDecode);
        Assert.Equal(1000, await crew.Game.ExpectCloseAsync());
        Assert.Equal(1001, await crew.Gateway.ExpectCloseAsync());
        Assert.Empty(server.GamePids());
    }

    [Fact]
    public async Task A_killed_game_is_noticed_and_its_players_are_told()
    {
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__WarmSpares"] = "0",
        });
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await using var other = await Crew.SignInAsync(server, "Spock");
        ServerProcess.Signal(Assert.Single(server.GamePids()), ServerProcess.SigKill);

        var lost = await crew.Gateway.ExpectAsync<SessionLost>(SessionLost.PacketType, SessionLost.TryDecode);

        Assert.Equal(crew.State.SessionId, lost.SessionId);
        await other.Gateway.SendAsync(new ListSessions().EncodeFrame);
        var list = await other.Gateway.ExpectAsync<SessionList>(SessionList.PacketType, SessionList.TryDecode);
        Assert.Empty(list.Sessions);
    }
}
