using System.Collections.Concurrent;
using Artemis.Client;
using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>The gateway dies as in a power cut, and perhaps comes back; its games do not care.</summary>
public sealed class GatewayRestartTests
{
    [Fact]
    public async Task Games_outlive_their_gateway_and_a_new_one_finds_them()
    {
        using var data = new TemporaryDirectory();
        var port = FreePorts.Take();
        await using var first = await ServerProcess.StartAsync(data.Path, NoSpares, port);
        await using var crew = await Crew.CreateAsync(first, "Kirk", password: "tribbles", clientKey: "five-year mission");
        await crew.StartAsync();
        await first.KillAsync();

        await ExpectPlayAsync(crew);
        await using var second = await ServerProcess.StartAsync(data.Path, wsPort: port);
        await using var guest = await Crew.SignInAsync(second, "Spock");
        await guest.SeesAsync(crew.State.SessionId);
        var listed = Assert.Single(await guest.ListAsync());
        Assert.Equal("Kirk", listed.Creator);
        Assert.Equal(GameState.Running, listed.State);
        Assert.True(listed.Locked);

        Assert.Equal(ErrorCode.WrongPassword, await guest.JoinInVainAsync(listed.Id, "klingons"));
        await guest.JoinAsync(listed.Id, "tribbles");
        Assert.Equal(2, guest.State.Players.Length);

        // The player noticed nothing but the newcomer, and can come back by the token of old.
        await crew.Game.ExpectAsync<PlayerJoined>(PlayerJoined.PacketType, PlayerJoined.TryDecode);
        Assert.Null(crew.Game.CloseCode);
        await ExpectPlayAsync(crew);
        crew.Game.Abort();
        await crew.Game.DisposeAsync();
        await crew.RejoinAsync();
        Assert.Equal(GameState.Running, crew.State.GameState);

        // Asked again by the one who asked before, it makes no second session.
        await using var again = await Crew.SignInAsync(second, "Kirk", crew.Identity.Token);
        Assert.Equal(listed.Id, await again.CreateAsync("tribbles", "five-year mission"));
    }

    [Fact]
    public async Task The_csharp_client_comes_back_to_a_gateway_that_was_away_and_is_who_it_was()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var data = new TemporaryDirectory();
        var port = FreePorts.Take();
        await using var first = await ServerProcess.StartAsync(data.Path, NoSpares, port);
        await using var client = await GatewayClient.ConnectAsync(first.Gateway, "Ada", cancellationToken: cancel);
        var states = new ConcurrentQueue<GatewayState>();
        client.StateChanged += states.Enqueue;
        var (playerId, token) = (client.PlayerId, client.Token);
        await first.KillAsync();
        await Eventually.TrueAsync(() => client.State == GatewayState.Lost);

        await using var second = await ServerProcess.StartAsync(data.Path, NoSpares, port);
        await Eventually.TrueAsync(() => client.State == GatewayState.Ready);
        Assert.Empty(await client.ListSessionsAsync(cancellationToken: cancel));
        Assert.Equal((playerId, token), (client.PlayerId, client.Token));

        await client.DisposeAsync();
        await Assert.ThrowsAsync<ArtemisException>(() => client.ListSessionsAsync(cancellationToken: cancel));
        Assert.Equal([GatewayState.Lost, GatewayState.Ready, GatewayState.Closed], states);
    }

    [Fact]
    public async Task A_gateway_that_died_twice_gives_out_no_port_before_its_games_have_said_which_are_theirs()
    {
        using var data = new TemporaryDirectory();
        var port = FreePorts.Take();
        var gamePorts = FreePorts.TakeRange(3);
        // Without spares, of which one could outlive the gateway and be handed out.
        var settings = new Dictionary<string, string>
        {
            ["ARTEMIS__WarmSpares"] = "0",
            ["ARTEMIS__Hosting__PortQuarantineSeconds"] = "3600",
        };
        await using var first = await ServerProcess.StartAsync(data.Path, settings, port, gamePorts);
        await using var crew = await Crew.CreateAsync(first, "Kirk");
        await first.KillAsync();
        var second = await ServerProcess.StartAsync(data.Path, settings, port, gamePorts);
        await second.KillAsync();

        settings["ARTEMIS__Hosting__StartSeconds"] = "1";
        await using var third = await ServerProcess.StartAsync(data.Path, settings, port, gamePorts);
        await using var guest = await Crew.SignInAsync(third, "Spock");

        Assert.Equal(ErrorCode.Timeout, await guest.CreateInVainAsync());
        await guest.SeesAsync(crew.State.SessionId);
        await guest.JoinAsync(crew.State.SessionId);
    }

    [Fact]
    public async Task A_restarted_gateway_gives_new_sessions_other_ports_than_those_in_use()
    {
        using var data = new TemporaryDirectory();
        var port = FreePorts.Take();
        var gamePorts = FreePorts.TakeRange(3);
        await using var first = await ServerProcess.StartAsync(data.Path, NoSpares, port, gamePorts);
        await using var crew = await Crew.CreateAsync(first, "Kirk");
        await first.KillAsync();

        var soon = new Dictionary<string, string> { ["ARTEMIS__Hosting__PortQuarantineSeconds"] = "0.1" };
        await using var second = await ServerProcess.StartAsync(data.Path, soon, port, gamePorts);
        await using var other = await Crew.SignInAsync(second, "Spock");
        await other.SeesAsync(crew.State.SessionId);
        await other.JoinAsync(await other.CreateAsync());

        Assert.NotEqual(new Uri(crew.Redirect.WsUrl).Port, new Uri(other.Redirect.WsUrl).Port);
    }

    [Fact]
    public async Task A_spare_without_a_gateway_ends_and_a_game_with_players_does_not()
    {
        var settings = new Dictionary<string, string>
        {
            ["ARTEMIS__Hosting__ReconnectGraceSeconds"] = "1",
            ["ARTEMIS__Session__EmptySeconds"] = "1",
        };
        await using var server = await ServerProcess.StartAsync(settings: settings);
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        var game = await OnlyGameThatListensAsync(server, crew);
        await Eventually.TrueAsync(() => server.GamePids().Count == 2, () => server.Output);
        await server.KillAsync();

        await Eventually.TrueAsync(() => server.GamePids().Count == 1, () => server.Output);

        Assert.Equal([game], server.GamePids());
        // Left by its last player, it has nothing to wait for.
        await crew.Game.SendAsync(new Leave().EncodeFrame);
        await Eventually.TrueAsync(() => server.GamePids().Count == 0, () => server.Output);
    }

    // One that is on its way when its gateway is killed looks for the next one longer than a test lasts.
    private static Dictionary<string, string> NoSpares => new() { ["ARTEMIS__WarmSpares"] = "0" };

    private static async Task ExpectPlayAsync(Crew crew)
    {
        // What was queued before says nothing; several updates in a row do.
        for (var i = 0; i < 10; i++)
            Assert.Equal(DecodeStatus.Ok, StatusOf(await crew.Game.ExpectAsync(ObjectUpdate.PacketType)));

        static DecodeStatus StatusOf(Artemis.ReferenceServer.Transport.Frame frame) =>
            frame.Body.Length > 0 ? DecodeStatus.Ok : DecodeStatus.Truncated;
    }

    // The process behind the player's connection.
    private static async Task<int> OnlyGameThatListensAsync(ServerProcess server, Crew crew)
    {
        var port = new Uri(crew.Redirect.WsUrl).Port;
        var pid = 0;
        await Eventually.TrueAsync(() => (pid = server.GamePids().FirstOrDefault(candidate => Sockets.Listens(candidate, port))) != 0);
        return pid;
    }
}
