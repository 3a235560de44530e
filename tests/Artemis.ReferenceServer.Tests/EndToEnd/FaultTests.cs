using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>Processes that die or freeze, and a machine that has no room left.</summary>
public sealed class FaultTests
{
    [Fact]
    public async Task A_frozen_game_is_suspect_and_listed_and_goes_on_when_it_thaws()
    {
        await using var server = await ServerProcess.StartAsync(settings: new Dictionary<string, string>
        {
            ["ARTEMIS__WarmSpares"] = "0",
            ["ARTEMIS__Hosting__SuspectSeconds"] = "2",
            ["ARTEMIS__Hosting__RequestSeconds"] = "2",
            ["ARTEMIS__Hosting__ReconnectGraceSeconds"] = "1",
        });
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await crew.StartAsync();
        await using var guest = await Crew.SignInAsync(server, "Spock");
        var game = Assert.Single(server.GamePids());

        ServerProcess.Signal(game, ServerProcess.SigStop);
        try
        {
            await Eventually.TrueAsync(() => SuspectsAsync(server, 1));
            Assert.Equal([crew.State.SessionId], (await guest.ListAsync()).Select(session => session.Id));
            Assert.Equal(ErrorCode.Timeout, await guest.JoinInVainAsync(crew.State.SessionId));
        }
        finally
        {
            ServerProcess.Signal(game, ServerProcess.SigCont);
        }

        await Eventually.TrueAsync(() => SuspectsAsync(server, 0));
        await guest.JoinAsync(crew.State.SessionId);
        Assert.Equal(GameState.Running, guest.State.GameState);
        Assert.Null(crew.Game.CloseCode);
        Assert.Equal([game], server.GamePids());
    }

    [Fact]
    public async Task With_every_port_in_use_one_is_told_so_and_gets_the_next_that_is_free()
    {
        await using var server = await ServerProcess.StartAsync(gamePorts: FreePorts.TakeRange(2));
        await using var first = await Crew.CreateAsync(server, "Kirk");
        await using var second = await Crew.CreateAsync(server, "Picard");
        await using var third = await Crew.SignInAsync(server, "Janeway");

        Assert.Equal(ErrorCode.NoCapacity, await third.CreateInVainAsync());
        Assert.Equal(2, server.GamePids().Count);

        ServerProcess.Signal(Sockets.Listener(new Uri(first.Redirect.WsUrl).Port, server.GamePids()), ServerProcess.SigKill);
        await first.Gateway.ExpectAsync<SessionLost>(SessionLost.PacketType, SessionLost.TryDecode);
        await third.JoinAsync(await third.CreateAsync());
        Assert.Equal(first.Redirect.WsUrl, third.Redirect.WsUrl);
    }

    [Fact]
    public async Task A_port_that_a_stranger_uses_costs_a_moment_and_no_session()
    {
        var port = FreePorts.Take(2);
        using var stranger = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, port);
        stranger.Start();
        await using var server = await ServerProcess.StartAsync(gamePorts: $"{port}-{port + 1}", settings: new Dictionary<string, string>
        {
            ["ARTEMIS__WarmSpares"] = "0",
            ["ARTEMIS__Hosting__StartSeconds"] = "60",
        });

        await using var crew = await Crew.CreateAsync(server, "Kirk");

        Assert.Equal(port + 1, new Uri(crew.Redirect.WsUrl).Port);
    }

    [Theory]
    [InlineData(Stage.Lobby)]
    [InlineData(Stage.Running)]
    [InlineData(Stage.Results)]
    public async Task A_game_that_is_killed_takes_its_own_session_only(Stage stage)
    {
        await using var server = await ServerProcess.StartAsync(settings: SettingsFor(stage));
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await using var other = await Crew.CreateAsync(server, "Picard");
        await ReachAsync(crew, stage);

        ServerProcess.Signal(Sockets.Listener(new Uri(crew.Redirect.WsUrl).Port, server.GamePids()), ServerProcess.SigKill);

        var lost = await crew.Gateway.ExpectAsync<SessionLost>(SessionLost.PacketType, SessionLost.TryDecode);
        Assert.Equal(crew.State.SessionId, lost.SessionId);
        Assert.Equal([other.State.SessionId], (await crew.ListAsync()).Select(session => session.Id));
        Assert.Equal(ErrorCode.UnknownSession, await other.JoinInVainAsync(crew.State.SessionId));
        Assert.Null(other.Game.CloseCode);
        // The one who lost a game gets another.
        await crew.JoinAsync(await crew.CreateAsync());
    }

    [Theory]
    [InlineData(Stage.Lobby, GameState.Lobby)]
    [InlineData(Stage.Running, GameState.Running)]
    [InlineData(Stage.Results, GameState.Results)]
    public async Task A_gateway_that_is_killed_finds_its_games_as_they_were(Stage stage, GameState state)
    {
        using var data = new TemporaryDirectory();
        var port = FreePorts.Take();
        await using var first = await ServerProcess.StartAsync(data.Path, SettingsFor(stage), port);
        await using var crew = await Crew.CreateAsync(first, "Kirk");
        await ReachAsync(crew, stage);
        await first.KillAsync();

        await using var second = await ServerProcess.StartAsync(data.Path, SettingsFor(stage), port);
        await using var guest = await Crew.SignInAsync(second, "Spock");
        await guest.SeesAsync(crew.State.SessionId);
        Assert.Equal(state, Assert.Single(await guest.ListAsync()).State);
        await guest.JoinAsync(crew.State.SessionId);
        Assert.Equal(state, guest.State.GameState);
        Assert.Null(crew.Game.CloseCode);
        if (stage == Stage.Results)
            await Eventually.TrueAsync(async () => await ResultsOfAsync(second, crew) == 1);
    }

    [Fact]
    public async Task Results_of_a_game_that_ended_without_a_gateway_are_told_to_the_next_one()
    {
        using var data = new TemporaryDirectory();
        var port = FreePorts.Take();
        var settings = SettingsFor(Stage.Results);
        settings["ARTEMIS__WarmSpares"] = "0";
        settings["ARTEMIS__Session__EmptySeconds"] = "1";
        await using var first = await ServerProcess.StartAsync(data.Path, settings, port);
        await using var crew = await Crew.CreateAsync(first, "Kirk");
        await crew.StartAsync();
        await first.KillAsync();
        await crew.Game.ExpectAsync<SessionResults>(SessionResults.PacketType, SessionResults.TryDecode);
        // Left by all, the game is over, but for its results.
        await crew.Game.SendAsync(new Leave().EncodeFrame);
        Assert.Equal(1000, await crew.Game.ExpectCloseAsync());

        await using var second = await ServerProcess.StartAsync(data.Path, settings, port);

        await Eventually.TrueAsync(async () => await ResultsOfAsync(second, crew) == 1, () => second.Output);
        await Eventually.TrueAsync(() => second.GamePids().Count == 0, () => second.Output);
        Assert.Equal(1, await ResultsOfAsync(second, crew));
    }

    /// <summary>How far a session has come when something happens to it.</summary>
    public enum Stage
    {
        Lobby,
        Running,
        Results,
    }

    // Games that reach their results by themselves, if that is wanted. No spares: one that is on its way when its gateway is killed looks for the
    // next one longer than a test lasts.
    private static Dictionary<string, string> SettingsFor(Stage stage) => new()
    {
        ["ARTEMIS__WarmSpares"] = "0",
        ["ARTEMIS__Session__GameSeconds"] = stage == Stage.Results ? "1" : "0",
    };

    private static async Task ReachAsync(Crew crew, Stage stage)
    {
        if (stage == Stage.Lobby)
            return;
        await crew.StartAsync();
        if (stage == Stage.Results)
            await crew.Game.ExpectAsync<SessionResults>(SessionResults.PacketType, SessionResults.TryDecode);
    }

    private static async Task<bool> SuspectsAsync(ServerProcess server, int count)
    {
        using var http = new HttpClient { BaseAddress = server.Http };
        var metrics = await http.GetStringAsync(new Uri("/metrics", UriKind.Relative), TestContext.Current.CancellationToken);
        return metrics.Split('\n').Any(line => line.StartsWith("artemis_games_suspect", StringComparison.Ordinal)
            && line.EndsWith($" {count}", StringComparison.Ordinal));
    }

    private static async Task<int> ResultsOfAsync(ServerProcess server, Crew crew) =>
        (await server.GetAsync<System.Text.Json.JsonElement[]>("/api/results"))
            .Count(result => result.GetProperty("sessionId").GetGuid() == crew.State.SessionId);
}
