namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>Processes are killed in an order that a seed decides.</summary>
public sealed class ChaosTests
{
    private const int GatewayPorts = 4;
    private const int HostPorts = 3;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_dies_in_whatever_order_no_process_and_no_port_is_left(int seed)
    {
        var random = new Random(seed);
        var firstPort = FreePorts.Take(GatewayPorts);
        var settings = HostProcess.GatewaySettings();
        settings.Remove("ARTEMIS__Hosting__LocalGames");
        settings["ARTEMIS__WarmSpares"] = "1";
        settings["ARTEMIS__Session__EmptySeconds"] = "1";
        settings["ARTEMIS__Session__RejoinWindowSeconds"] = "1";
        settings["ARTEMIS__Hosting__ResultWaitSeconds"] = "1";
        await using var server = await ServerProcess.StartAsync(
            settings: settings, gamePorts: $"{firstPort}-{firstPort + GatewayPorts - 1}");
        await using var host = HostProcess.Start(server.Gateway, $"chaos-{seed}", HostPorts, settings: settings);
        await host.SaysAsync("takes the offer");
        var crews = new List<Crew>();
        for (var i = 0; i < 4; i++)
        {
            crews.Add(await Crew.CreateAsync(server, $"Ensign {i}"));
            if (random.Next(2) == 0)
                await crews[i].StartAsync();
        }

        var games = server.GamePids().Concat(host.GamePids()).ToArray();
        random.Shuffle(games);
        // Some are frozen when the others die, and some are left to end by themselves.
        var frozen = games.Take(1).ToArray();
        int[] killed = [.. games.Skip(1).Take(games.Length / 2), server.Pid, host.Pid];
        random.Shuffle(killed);
        foreach (var pid in frozen)
            ServerProcess.Signal(pid, ServerProcess.SigStop);
        foreach (var pid in killed)
            ServerProcess.TrySignal(pid, ServerProcess.SigKill);
        foreach (var pid in frozen)
            ServerProcess.TrySignal(pid, ServerProcess.SigCont);
        foreach (var crew in crews)
            await crew.DisposeAsync();

        await Eventually.TrueAsync(
            () => server.GamePids().Count + host.GamePids().Count == 0,
            () => $"Left: {string.Join(", ", server.GamePids().Concat(host.GamePids()))}\n{server.Output}\n{host.Output}");
        Assert.DoesNotContain(Enumerable.Range(firstPort, GatewayPorts), Sockets.IsListening);
        Assert.DoesNotContain(Enumerable.Range(host.FirstPort, HostPorts), Sockets.IsListening);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_gateway_whose_games_are_killed_again_and_again_has_all_its_ports_in_the_end(int seed)
    {
        var random = new Random(seed);
        await using var server = await ServerProcess.StartAsync(
            gamePorts: FreePorts.TakeRange(GatewayPorts),
            settings: new Dictionary<string, string>
            {
                ["ARTEMIS__WarmSpares"] = "2",
                ["ARTEMIS__Hosting__StartSeconds"] = "60",
            });
        for (var round = 0; round < 3; round++)
        {
            await using var crew = await Crew.CreateAsync(server, $"Cadet {round}");
            // Spares that have just been started among them.
            foreach (var pid in server.GamePids().Where(_ => random.Next(3) > 0))
                ServerProcess.TrySignal(pid, ServerProcess.SigKill);
        }

        foreach (var pid in server.GamePids())
            ServerProcess.TrySignal(pid, ServerProcess.SigKill);
        await using var watcher = await Crew.SignInAsync(server, "Watcher");
        await Eventually.TrueAsync(async () => (await watcher.ListAsync()).Length == 0);

        for (var i = 0; i < GatewayPorts; i++)
            await Crew.MakeAsync(server, $"Captain {i}");
        Assert.Equal(ErrorCode.NoCapacity, await watcher.CreateInVainAsync());
        Assert.Equal(GatewayPorts, (await watcher.ListAsync()).Length);
        Assert.Equal(GatewayPorts, server.GamePids().Count);
    }
}
