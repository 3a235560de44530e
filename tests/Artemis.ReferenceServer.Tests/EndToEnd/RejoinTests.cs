namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class RejoinTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private ServerProcess Server => fixture.Server;

    [Fact]
    public async Task A_lost_connection_keeps_the_console_and_gets_a_whole_snapshot()
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Sulu"));
        var start = await crew.StartAsync();
        crew.Game.Abort();
        await crew.Game.DisposeAsync();

        await crew.RejoinAsync();

        var self = Assert.Single(crew.State.Players);
        Assert.Equal([Console.Helm], self.Consoles);
        Assert.Equal(GameState.Running, crew.State.GameState);
        Assert.NotEmpty(crew.State.FullSnapshot);
        Assert.Equal(start.ShipId, (await crew.ExpectStartAsync()).ShipId);
    }

    [Theory]
    [InlineData("00112233445566778899aabbccddeeff")]
    [InlineData("nonsense")]
    [InlineData("")]
    public async Task A_wrong_token_is_refused(string token)
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Sulu"));
        await using var thief = await TestClient.ConnectAsync(new Uri(crew.Redirect.WsUrl));

        await thief.SendAsync(new Rejoin { PlayerId = crew.Identity.PlayerId, ReconnectToken = token }.EncodeFrame);

        var error = await thief.ExpectAsync<GameError>(GameError.PacketType, GameError.TryDecode);
        Assert.Equal(ErrorCode.BadToken, error.Code);
        Assert.Equal(4002, await thief.ExpectCloseAsync());
    }

    [Fact]
    public async Task A_second_connection_supersedes_the_first()
    {
        await using var crew = await Crew.CreateAsync(Server, fixture.NewName("Sulu"));
        var first = crew.Game;

        await crew.RejoinAsync();

        Assert.Equal(4003, await first.ExpectCloseAsync());
        Assert.True(Assert.Single(crew.State.Players).Connected);
        await first.DisposeAsync();
    }

    [Fact]
    public async Task One_who_left_cannot_come_back_by_the_old_token()
    {
        await using var creator = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));
        await using var guest = await Crew.JoinAsync(Server, fixture.NewName("Sulu"), creator.State.SessionId);
        await guest.Game.SendAsync(new Leave().EncodeFrame);
        Assert.Equal(1000, await guest.Game.ExpectCloseAsync());
        var left = await creator.Game.ExpectAsync<PlayerLeft>(PlayerLeft.PacketType, PlayerLeft.TryDecode);
        Assert.Equal(LeaveReason.Left, left.Reason);

        await using var again = await TestClient.ConnectAsync(new Uri(guest.Redirect.WsUrl));
        await again.SendAsync(new Rejoin
        {
            PlayerId = guest.Identity.PlayerId,
            ReconnectToken = guest.Redirect.ReconnectToken,
        }.EncodeFrame);

        Assert.Equal(4002, await again.ExpectCloseAsync());
    }
}
