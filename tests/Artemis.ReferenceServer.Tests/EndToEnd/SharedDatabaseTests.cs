namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>Several gateways with one database.</summary>
public sealed class SharedDatabaseTests
{
    [Fact]
    public async Task Two_gateways_share_players_and_results_but_not_their_games()
    {
        using var data = new TemporaryDirectory();
        // No spares: one that is on its way when its gateway is killed looks for the next one longer than a test lasts.
        var north = new Dictionary<string, string> { ["ARTEMIS__GatewayName"] = "north", ["ARTEMIS__WarmSpares"] = "0" };
        var south = new Dictionary<string, string> { ["ARTEMIS__GatewayName"] = "south", ["ARTEMIS__WarmSpares"] = "0" };
        var (northPort, northGames) = (FreePorts.Take(), FreePorts.TakeRange(3));
        await using var first = await ServerProcess.StartAsync(data.Path, north, northPort, northGames);
        await using var crew = await Crew.CreateAsync(first, "Kirk");
        await using var other = await ServerProcess.StartAsync(data.Path, south);

        // Known at both.
        await using var again = await Crew.SignInAsync(other, "Kirk", crew.Identity.Token);
        Assert.Equal(crew.Identity.PlayerId, again.Identity.PlayerId);
        Assert.Empty(await again.ListAsync());
        await again.JoinAsync(await again.CreateAsync());

        // What the other noted meanwhile makes nobody forget whose games are whose.
        await first.KillAsync();
        await using var back = await ServerProcess.StartAsync(data.Path, north, northPort, northGames);
        await using var guest = await Crew.SignInAsync(back, "Spock");
        await guest.SeesAsync(crew.State.SessionId);
        await guest.JoinAsync(crew.State.SessionId);
        Assert.Equal([again.State.SessionId], (await again.ListAsync()).Select(session => session.Id));
    }

    [Fact]
    public async Task A_second_gateway_of_a_name_is_told_so()
    {
        using var data = new TemporaryDirectory();
        await using var first = await ServerProcess.StartAsync(data.Path);

        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(data.Path));

        Assert.Contains("A gateway 'main' runs on this database already.", failure.Message, StringComparison.Ordinal);
        await using var crew = await Crew.CreateAsync(first, "Kirk");
    }
}
