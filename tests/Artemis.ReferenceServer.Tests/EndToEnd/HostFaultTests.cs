using System.Text.Json;
using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>A host dies, alone or with its machine, at each stage of a session that runs there.</summary>
public sealed class HostFaultTests
{
    [Theory]
    [InlineData(GameState.Lobby)]
    [InlineData(GameState.Running)]
    [InlineData(GameState.Results)]
    public async Task A_host_that_is_killed_leaves_its_games_to_their_players(GameState stage)
    {
        // A game on a machine that is too busy to answer for a while must not be taken for lost.
        var settings = HostProcess.GatewaySettings();
        settings["ARTEMIS__Hosting__ReconnectGraceSeconds"] = "3600";
        await using var gateway = await ServerProcess.StartAsync(settings: settings);
        await using var host = await JoinAsync(gateway, $"killed-in-{stage}", stage);
        await using var crew = await Crew.CreateAsync(gateway, "Kirk");
        await ReachAsync(crew, stage);

        await host.KillAsync();

        // Found and joined as before, as it was.
        await gateway.SaysAsync("is lost. Its games go on");
        await using var guest = await Crew.JoinAsync(gateway, "Spock", crew.State.SessionId);
        Assert.Equal(stage, guest.State.GameState);
        Assert.Null(crew.Game.CloseCode);
        if (stage != GameState.Results)
            return;
        await Eventually.TrueAsync(async () => await ResultsOfAsync(gateway, crew) == 1);
        // And it goes on from there.
        await crew.Game.SendAsync(new ReturnToLobby().EncodeFrame);
        await using var third = await Crew.SignInAsync(gateway, "McCoy");
        await Eventually.TrueAsync(async () => Assert.Single(await third.ListAsync()).State == GameState.Lobby);
    }

    [Theory]
    [InlineData(GameState.Lobby)]
    [InlineData(GameState.Running)]
    [InlineData(GameState.Results)]
    public async Task A_machine_that_is_lost_takes_its_games_and_leaves_their_results(GameState stage)
    {
        await using var gateway = await ServerProcess.StartAsync(settings: HostProcess.GatewaySettings());
        await using var host = await JoinAsync(gateway, $"lost-in-{stage}", stage);
        await using var crew = await Crew.CreateAsync(gateway, "Kirk");
        await ReachAsync(crew, stage);
        var results = stage == GameState.Results ? 1 : 0;
        await Eventually.TrueAsync(async () => await ResultsOfAsync(gateway, crew) == results);

        var games = host.GamePids();
        await host.KillAsync();
        foreach (var pid in games)
            ServerProcess.Signal(pid, ServerProcess.SigKill);

        var lost = await crew.Gateway.ExpectAsync<SessionLost>(SessionLost.PacketType, SessionLost.TryDecode);
        Assert.Equal(crew.State.SessionId, lost.SessionId);
        Assert.Empty(await crew.ListAsync());
        Assert.Equal(ErrorCode.UnknownSession, await crew.JoinInVainAsync(crew.State.SessionId));
        Assert.Equal(results, await ResultsOfAsync(gateway, crew));
        await Eventually.TrueAsync(async () => (await gateway.GetAsync<JsonElement[]>("/api/hosts")).Length == 1);
    }

    private static async Task<HostProcess> JoinAsync(ServerProcess gateway, string name, GameState stage)
    {
        // Games that reach their results by themselves, if that is wanted.
        var settings = new Dictionary<string, string> { ["ARTEMIS__Session__GameSeconds"] = stage == GameState.Results ? "1" : "0" };
        var host = HostProcess.Start(gateway.Gateway, name, settings: settings);
        await host.SaysAsync("takes the offer");
        return host;
    }

    private static async Task ReachAsync(Crew crew, GameState stage)
    {
        if (stage == GameState.Lobby)
            return;
        await crew.StartAsync();
        if (stage == GameState.Results)
            await crew.Game.ExpectAsync<SessionResults>(SessionResults.PacketType, SessionResults.TryDecode);
    }

    private static async Task<int> ResultsOfAsync(ServerProcess server, Crew crew) =>
        (await server.GetAsync<JsonElement[]>("/api/results"))
            .Count(result => result.GetProperty("sessionId").GetGuid() == crew.State.SessionId);
}
