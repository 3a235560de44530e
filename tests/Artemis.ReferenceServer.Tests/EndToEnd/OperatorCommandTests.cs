using System.Diagnostics;
using System.Text.Json;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>The operator's commands, as they are typed on the server's machine.</summary>
public sealed class OperatorCommandTests
{
    [Fact]
    public async Task A_machine_is_drained_and_called_back_by_its_name()
    {
        using var data = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(data.Path, HostProcess.GatewaySettings());
        await using var host = await HostProcess.JoinAsync(server, "deep-space");
        await using var crew = await Crew.CreateAsync(server, "Kirk");

        var nobody = await RunAsync(server, data, "drain", "--host", "nowhere");
        Assert.Equal((1, ""), (nobody.ExitCode, nobody.Output));
        Assert.Contains("There is no", nobody.Error, StringComparison.Ordinal);
        var both = await RunAsync(server, data, "drain", "--host", "deep-space", "--stop");
        Assert.Equal(1, both.ExitCode);
        Assert.Contains("are for a whole server", both.Error, StringComparison.Ordinal);

        Assert.Equal((0, "deep-space takes no new games."), await SayAsync(server, data, "drain", "--host", "deep-space"));
        Assert.Equal((true, true), await HostAsync(server, data));
        Assert.Equal(ErrorCode.NoCapacity, await crew.CreateInVainAsync());

        Assert.Equal((0, "deep-space takes new games again."), await SayAsync(server, data, "drain", "--host", "deep-space", "--cancel"));
        await host.KillAsync();
        await server.SaysAsync("The connection to host deep-space is lost");
        Assert.Equal((false, false), await HostAsync(server, data));
        Assert.Contains("away since", (await RunAsync(server, data, "status")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sessions_and_players_are_named_by_their_names()
    {
        using var data = new TemporaryDirectory();
        await using var server = await ServerProcess.StartAsync(data.Path);
        await using var crew = await Crew.CreateAsync(server, "Kirk");
        await using var guest = await Crew.JoinAsync(server, "Khan", crew.State.SessionId);
        await Eventually.TrueAsync(async () => (await RunAsync(server, data, "status")).Output.Contains("Khan", StringComparison.Ordinal));

        Assert.Equal((0, "Told 1 session(s)."), await SayAsync(server, data, "message", "Red alert.", "--session", "Tuesday crew"));
        Assert.Equal((0, "Khan was sent away from Tuesday crew."), await SayAsync(server, data, "kick", "Tuesday crew", "Khan"));
        Assert.Equal(4004, await guest.Game.ExpectCloseAsync());
        Assert.Equal((0, "Tuesday crew closes."), await SayAsync(server, data, "close", "Tuesday crew", "--reason", "Enough."));
        var closing = await crew.Game.ExpectAsync<SessionClosing>(SessionClosing.PacketType, SessionClosing.TryDecode);
        Assert.Equal("Enough.", closing.Reason);
    }

    private static async Task<(bool Draining, bool Connected)> HostAsync(ServerProcess server, TemporaryDirectory data)
    {
        var status = JsonDocument.Parse((await RunAsync(server, data, "status", "--json")).Output).RootElement;
        var host = status.GetProperty("hosts").EnumerateArray().Single(host => host.GetProperty("name").GetString() == "deep-space");
        return (host.GetProperty("draining").GetBoolean(), host.GetProperty("connected").GetBoolean());
    }

    private static async Task<(int ExitCode, string Output)> SayAsync(ServerProcess server, TemporaryDirectory data, params string[] words)
    {
        var (code, output, error) = await RunAsync(server, data, words);
        return (code, output + error);
    }

    private static async Task<(int ExitCode, string Output, string Error)> RunAsync(
        ServerProcess server, TemporaryDirectory data, params string[] words)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "artemis-server"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var word in words.Concat(["--server", server.Http.ToString(), "--data", data.Path]))
            start.ArgumentList.Add(word);
        using var process = Process.Start(start)!;
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Limits.Patience, TestContext.Current.CancellationToken);
            return (process.ExitCode, (await output).Trim(), (await error).Trim());
        }
        finally
        {
            if (!process.HasExited)
                process.Kill();
        }
    }
}
