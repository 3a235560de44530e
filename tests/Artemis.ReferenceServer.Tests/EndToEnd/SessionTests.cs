namespace Artemis.ReferenceServer.Tests.EndToEnd;

public sealed class SessionTests(ServerFixture fixture) : IClassFixture<ServerFixture>
{
    private ServerProcess Server => fixture.Server;

    [Fact]
    public async Task A_session_is_made_listed_and_joined()
    {
        await using var creator = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));
        Assert.Equal(GameState.Lobby, creator.State.GameState);
        Assert.Equal(creator.Identity.PlayerId, creator.State.CreatorId);
        Assert.Single(creator.State.Players);

        await using var guest = await Crew.SignInAsync(Server, fixture.NewName("Spock"));
        await guest.Gateway.SendAsync(new ListSessions().EncodeFrame);
        var list = await guest.Gateway.ExpectAsync<SessionList>(SessionList.PacketType, SessionList.TryDecode);
        var listed = Assert.Single(list.Sessions, session => session.Id == creator.State.SessionId);
        Assert.Equal("border-patrol", listed.Scenario);
        Assert.False(listed.Locked);

        await guest.JoinAsync(listed.Id);
        Assert.Equal(2, guest.State.Players.Length);
        var joined = await creator.Game.ExpectAsync<PlayerJoined>(PlayerJoined.PacketType, PlayerJoined.TryDecode);
        Assert.Equal(guest.Identity.PlayerId, joined.PlayerId);
    }

    [Fact]
    public async Task A_retry_with_the_same_key_gives_the_same_session()
    {
        var name = fixture.NewName("Kirk");
        await using var crew = await Crew.SignInAsync(Server, name);
        await using var retry = await TestClient.ConnectAsync(Server.Gateway);
        await retry.SendAsync(new Auth { Name = name, Token = crew.Identity.Token }.EncodeFrame);
        await retry.ExpectAsync<AuthOk>(AuthOk.PacketType, AuthOk.TryDecode);
        var request = new CreateSession { Name = "Once", Scenario = "siege", MaxShips = 1, ClientKey = "abc" };

        await crew.Gateway.SendAsync(request.EncodeFrame);
        await retry.SendAsync(request.EncodeFrame);
        var first = await crew.Gateway.ExpectAsync<SessionCreated>(SessionCreated.PacketType, SessionCreated.TryDecode);
        var second = await retry.ExpectAsync<SessionCreated>(SessionCreated.PacketType, SessionCreated.TryDecode);

        Assert.Equal(first.SessionId, second.SessionId);
    }

    [Fact]
    public async Task A_password_lets_in_only_those_who_know_it()
    {
        await using var creator = await Crew.CreateAsync(Server, fixture.NewName("Kirk"), password: "tribbles");
        await using var guest = await Crew.SignInAsync(Server, fixture.NewName("Klingon"));

        foreach (var password in new[] { null, "", "wrong" })
        {
            await guest.Gateway.SendAsync(new JoinSession { SessionId = creator.State.SessionId, Password = password }.EncodeFrame);
            Assert.Equal(ErrorCode.WrongPassword, (await ExpectErrorAsync(guest)).Code);
        }

        await guest.JoinAsync(creator.State.SessionId, "tribbles");
        Assert.Equal(2, guest.State.Players.Length);
    }

    [Fact]
    public async Task What_does_not_exist_cannot_be_joined_or_played()
    {
        await using var crew = await Crew.SignInAsync(Server, fixture.NewName("Kirk"));

        await crew.Gateway.SendAsync(new JoinSession { SessionId = Guid.NewGuid() }.EncodeFrame);
        Assert.Equal(ErrorCode.UnknownSession, (await ExpectErrorAsync(crew)).Code);

        await crew.Gateway.SendAsync(new CreateSession { Name = "X", Scenario = "picnic", MaxShips = 1 }.EncodeFrame);
        Assert.Equal(ErrorCode.NotFound, (await ExpectErrorAsync(crew)).Code);
    }

    [Fact]
    public async Task Players_talk_and_see_who_is_ready()
    {
        await using var creator = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));
        await using var guest = await Crew.JoinAsync(Server, fixture.NewName("Spock"), creator.State.SessionId);

        await guest.Game.SendAsync(new Chat { Message = "Fascinating." }.EncodeFrame);
        var heard = await creator.Game.ExpectAsync<ChatMessage>(ChatMessage.PacketType, ChatMessage.TryDecode);
        Assert.Equal((guest.Identity.PlayerId, "Fascinating."), (heard.From, heard.Message));

        await guest.SelectAsync(0, Console.Science);
        await guest.Game.SendAsync(new SetReady { Ready = true }.EncodeFrame);
        var ready = await creator.Game.ExpectAsync<PlayerReady>(PlayerReady.PacketType, PlayerReady.TryDecode);
        Assert.Equal((guest.Identity.PlayerId, true), (ready.PlayerId, ready.Ready));
    }

    [Fact]
    public async Task An_emoji_of_several_parts_is_something_to_be_seen()
    {
        const string Shrug = "\U0001F937\u200D\u2642\uFE0F";
        await using var creator = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));

        await creator.Game.SendAsync(new Chat { Message = Shrug }.EncodeFrame);

        Assert.Equal(Shrug, (await creator.Game.ExpectAsync<ChatMessage>(ChatMessage.PacketType, ChatMessage.TryDecode)).Message);
    }

    [Fact]
    public async Task A_console_that_is_taken_is_refused()
    {
        await using var creator = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));
        await using var guest = await Crew.JoinAsync(Server, fixture.NewName("Spock"), creator.State.SessionId);
        await creator.SelectAsync(0, Console.Helm);

        await guest.Game.SendAsync(new SelectConsole { Ship = 0, Console = Console.Helm }.EncodeFrame);
        var error = await guest.Game.ExpectAsync<GameError>(GameError.PacketType, GameError.TryDecode);

        Assert.Equal(ErrorCode.SeatTaken, error.Code);
    }

    [Fact]
    public async Task The_http_api_lists_sessions()
    {
        await using var creator = await Crew.CreateAsync(Server, fixture.NewName("Kirk"));

        var sessions = await Server.GetAsync<System.Text.Json.JsonElement[]>("/api/sessions");

        Assert.Contains(sessions, session => session.GetProperty("id").GetGuid() == creator.State.SessionId);
    }

    [Fact]
    public async Task The_http_api_tells_what_instruments_must_know_of_each_class()
    {
        var classes = await Server.GetAsync<System.Text.Json.JsonElement[]>("/api/ship-classes");

        Assert.Equal(
            Simulation.Balance.Default.Ships.Keys.Select(kind => (int)kind),
            classes.Select(entry => entry.GetProperty("shipClass").GetInt32()));
        Assert.All(classes, entry => Assert.NotEqual(0, entry.GetProperty("beamBearingsDegrees").GetArrayLength()));
    }

    private static Task<GatewayError> ExpectErrorAsync(Crew crew) =>
        crew.Gateway.ExpectAsync<GatewayError>(GatewayError.PacketType, GatewayError.TryDecode);
}
