using System.Net;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>A gateway and several hosts, each a process with ports of its own.</summary>
public sealed class HostTests
{
    [Fact]
    public async Task Sessions_go_to_the_least_loaded_host_and_in_turn_where_none_is()
    {
        await using var gateway = await ServerProcess.StartAsync(settings: HostProcess.GatewaySettings());
        await using var idle = await Crew.SignInAsync(gateway, "Scotty");
        Assert.Equal(ErrorCode.NoCapacity, await idle.CreateInVainAsync());
        await using var north = await HostProcess.JoinAsync(gateway, "north", games: 2);
        await using var south = await HostProcess.JoinAsync(gateway, "south", games: 2);

        await using var first = await Crew.CreateAsync(gateway, "Kirk");
        await using var second = await Crew.CreateAsync(gateway, "Picard");
        Assert.NotEqual(north.Runs(first), north.Runs(second));
        Assert.NotEqual(south.Runs(first), south.Runs(second));

        // With one game less, it is its turn.
        var emptied = north.Runs(first) ? north : south;
        await emptied.HasGamesAsync(1);
        ServerProcess.Signal(emptied.GamePids()[0], ServerProcess.SigKill);
        await first.Gateway.ExpectAsync<SessionLost>(SessionLost.PacketType, SessionLost.TryDecode);
        await using var third = await Crew.CreateAsync(gateway, "Janeway");
        Assert.True(emptied.Runs(third));

        await using var fourth = await Crew.CreateAsync(gateway, "Sisko");
        await using var fifth = await Crew.CreateAsync(gateway, "Archer");
        Assert.NotEqual(north.Runs(fourth), north.Runs(fifth));
        Assert.Equal(ErrorCode.NoCapacity, await idle.CreateInVainAsync());
    }

    [Fact]
    public async Task A_host_that_vanishes_takes_only_its_own_games()
    {
        await using var gateway = await ServerProcess.StartAsync(settings: HostProcess.GatewaySettings());
        await using var north = await HostProcess.JoinAsync(gateway, "north-gone");
        await using var south = await HostProcess.JoinAsync(gateway, "south-stays");
        await using var first = await Crew.CreateAsync(gateway, "Kirk");
        await using var second = await Crew.CreateAsync(gateway, "Picard");
        var (gone, stays) = north.Runs(first) ? (first, second) : (second, first);

        // A machine without power loses the host and all that it started.
        var games = north.GamePids();
        await north.KillAsync();
        foreach (var pid in games)
            ServerProcess.Signal(pid, ServerProcess.SigKill);

        var lost = await gone.Gateway.ExpectAsync<SessionLost>(SessionLost.PacketType, SessionLost.TryDecode);
        Assert.Equal(gone.State.SessionId, lost.SessionId);
        Assert.Equal([stays.State.SessionId], (await stays.ListAsync()).Select(session => session.Id));
        Assert.Null(stays.Game.CloseCode);
        await using var third = await Crew.CreateAsync(gateway, "Janeway");
        Assert.True(south.Runs(third));
    }

    [Fact]
    public async Task Games_outlive_their_host_and_one_started_anew_leaves_them_their_ports()
    {
        var settings = HostProcess.GatewaySettings();
        settings["ARTEMIS__WarmSpares"] = "1";
        await using var gateway = await ServerProcess.StartAsync(settings: settings);
        await using var north = await HostProcess.JoinAsync(gateway, "north-anew", games: 3);
        await using var crew = await Crew.CreateAsync(gateway, "Kirk");
        await north.HasGamesAsync(2);
        await north.KillAsync();

        // The spare has nobody to hand it out any more; the game has players.
        await north.HasGamesAsync(1);
        await using var guest = await Crew.JoinAsync(gateway, "Spock", crew.State.SessionId);
        Assert.Equal(2, guest.State.Players.Length);
        Assert.Equal(ErrorCode.NoCapacity, await guest.CreateInVainAsync());

        await using var again = HostProcess.Start(gateway.Gateway, "north-anew", games: 3, north.FirstPort);
        await again.SaysAsync("takes the offer");
        await using var other = await Crew.CreateAsync(gateway, "Picard");
        Assert.True(again.Runs(other));
        Assert.NotEqual(new Uri(crew.Redirect.WsUrl).Port, new Uri(other.Redirect.WsUrl).Port);
        await guest.SeesAsync(crew.State.SessionId);
    }

    [Fact]
    public async Task A_draining_host_keeps_its_games_takes_no_new_ones_and_ends_with_the_last()
    {
        var settings = HostProcess.GatewaySettings();
        settings["ARTEMIS__WarmSpares"] = "1";
        await using var gateway = await ServerProcess.StartAsync(settings: settings);
        await using var north = await HostProcess.JoinAsync(gateway, "north-drains");
        await using var crew = await Crew.CreateAsync(gateway, "Kirk");
        await using var south = await HostProcess.JoinAsync(gateway, "south-takes");
        Assert.True(north.Runs(crew));

        ServerProcess.Signal(north.Pid, HostProcess.SigUsr1);
        await north.HasGamesAsync(1);

        for (var i = 0; i < 2; i++)
        {
            await using var other = await Crew.CreateAsync(gateway, $"Picard {i}");
            Assert.True(south.Runs(other));
        }

        await using var guest = await Crew.JoinAsync(gateway, "Spock", crew.State.SessionId);
        Assert.True(north.Runs(guest));
        Assert.Null(crew.Game.CloseCode);
        await north.HasGamesAsync(1);
        ServerProcess.Signal(north.GamePids()[0], ServerProcess.SigKill);
        Assert.Equal(0, await north.EndAsync());
    }

    [Fact]
    public async Task The_operator_drains_a_host_and_calls_it_back_after_the_gateway_was_restarted()
    {
        using var data = new TemporaryDirectory();
        var port = FreePorts.Take();
        var settings = HostProcess.GatewaySettings();
        foreach (var (name, value) in OperatorClient.Settings)
            settings[name] = value;
        await using var first = await ServerProcess.StartAsync(data.Path, settings, port);
        await using var north = await HostProcess.JoinAsync(first, "north-called");
        await using var crew = await Crew.CreateAsync(first, "Kirk");
        using (var before = new OperatorClient(first))
        {
            Assert.Equal(HttpStatusCode.NotFound, await before.PostAsync("hosts/nobody/drain", new { }));
            Assert.Equal(HttpStatusCode.NoContent, await before.PostAsync("hosts/north-called/drain", new { }));
        }

        Assert.Equal(ErrorCode.NoCapacity, await crew.CreateInVainAsync());
        await crew.SeesAsync(crew.State.SessionId);
        await first.KillAsync();

        // It is the host that remembers.
        await using var second = await ServerProcess.StartAsync(data.Path, settings, port);
        await using var guest = await Crew.SignInAsync(second, "Spock");
        await Eventually.TrueAsync(() => second.Output.Contains("Host north-called offers", StringComparison.Ordinal), () => second.Output);
        Assert.Equal(ErrorCode.NoCapacity, await guest.CreateInVainAsync());
        using var after = new OperatorClient(second);
        Assert.Equal(HttpStatusCode.NoContent, await after.DeleteAsync("hosts/north-called/drain"));
        await guest.JoinAsync(await guest.CreateAsync());
        Assert.True(north.Runs(guest));
    }

    [Fact]
    public async Task Hosts_and_their_games_find_a_restarted_gateway()
    {
        using var data = new TemporaryDirectory();
        var port = FreePorts.Take();
        await using var first = await ServerProcess.StartAsync(data.Path, HostProcess.GatewaySettings(), port);
        await using var north = await HostProcess.JoinAsync(first, "north-waits", games: 2);
        await using var crew = await Crew.CreateAsync(first, "Kirk");
        await crew.StartAsync();
        await first.KillAsync();

        await using var second = await ServerProcess.StartAsync(data.Path, HostProcess.GatewaySettings(), port);
        await using var guest = await Crew.SignInAsync(second, "Spock");
        await guest.SeesAsync(crew.State.SessionId);
        await guest.JoinAsync(crew.State.SessionId);
        Assert.Equal(GameState.Running, guest.State.GameState);
        Assert.Null(crew.Game.CloseCode);

        // The host may come back a moment later than its game.
        await Eventually.TrueAsync(() => second.Output.Contains("Host north-waits offers", StringComparison.Ordinal), () => second.Output);
        await using var other = await Crew.CreateAsync(second, "Picard");
        Assert.True(north.Runs(other));
        await north.HasGamesAsync(2);
    }

    [Fact]
    public async Task Told_to_stop_a_host_tells_players_and_leaves_no_process()
    {
        var settings = HostProcess.GatewaySettings();
        settings["ARTEMIS__WarmSpares"] = "1";
        await using var gateway = await ServerProcess.StartAsync(settings: settings);
        await using var north = await HostProcess.JoinAsync(gateway, "north-stops");
        await using var crew = await Crew.CreateAsync(gateway, "Kirk");
        await north.HasGamesAsync(2);

        ServerProcess.Signal(north.Pid, ServerProcess.SigTerm);

        await crew.Game.ExpectAsync<SessionClosing>(SessionClosing.PacketType, SessionClosing.TryDecode);
        Assert.Equal(0, await north.EndAsync());
        Assert.Empty(north.GamePids());
        await crew.MissesAsync(crew.State.SessionId);
        await gateway.SaysAsync("The connection to host north-stops is lost");
        Assert.DoesNotContain("before it was ready", gateway.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_without_the_secret_is_sent_away_and_a_second_one_of_a_name_waits()
    {
        await using var gateway = await ServerProcess.StartAsync(settings: HostProcess.GatewaySettings());
        await using var stranger = HostProcess.Start(gateway.Gateway, "stranger", secret: "sixteen or more characters");
        Assert.Equal(1, await stranger.EndAsync());
        await stranger.SaysAsync("The secret is wrong");

        await using var careless = HostProcess.Start(gateway.Gateway, "careless", secret: "short");
        Assert.Equal(1, await careless.EndAsync());
        await careless.SaysAsync("too short");

        await using var first = await HostProcess.JoinAsync(gateway, "twin");
        await using var second = HostProcess.Start(gateway.Gateway, "twin");
        await second.SaysAsync("is connected already");
        await first.KillAsync();
        await second.SaysAsync("takes the offer");
        Assert.DoesNotContain(HostProcess.Secret, gateway.Output + first.Output + second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_gateway_without_a_secret_takes_no_hosts()
    {
        await using var gateway = await ServerProcess.StartAsync();
        await using var host = HostProcess.Start(gateway.Gateway, "hopeful");

        Assert.Equal(1, await host.EndAsync());
        await host.SaysAsync("takes no hosts");
    }
}
