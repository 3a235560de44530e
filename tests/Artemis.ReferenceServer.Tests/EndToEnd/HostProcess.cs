using System.Diagnostics;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>A real <c>artemis-server host</c> with ports of its own. Nothing of it is left afterwards.</summary>
internal sealed class HostProcess : IAsyncDisposable
{
    /// <summary>What hosts and gateways of these tests share.</summary>
    public const string Secret = "correct horse battery staple";

    public const int SigUsr1 = 10;

    private readonly Process _process;
    private readonly Uri _gateway;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private HostProcess(Process process, Uri gateway, string name, int firstPort, int games)
    {
        _process = process;
        _gateway = gateway;
        Name = name;
        FirstPort = firstPort;
        Games = games;
    }

    public string Name { get; }

    public int FirstPort { get; }

    public int Games { get; }

    public int Pid => _process.Id;

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Settings of a gateway that takes hosts and runs no games itself.</summary>
    public static Dictionary<string, string> GatewaySettings() => new()
    {
        ["ARTEMIS__Hosting__HostSecret"] = Secret,
        ["ARTEMIS__Hosting__LocalGames"] = "0",
        ["ARTEMIS__Hosting__ReconnectGraceSeconds"] = "1",
        ["ARTEMIS__WarmSpares"] = "0",
    };

    /// <summary>Starts a host.</summary>
    public static HostProcess Start(
        Uri gateway, string name, int games = 4, int? firstPort = null, string secret = Secret, IReadOnlyDictionary<string, string>? settings = null)
    {
        var first = firstPort ?? FreePorts.Take(games);
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "artemis-server"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        string[] flags = ["host", "--gateway", gateway.ToString(), "--name", name, "--game-ports", $"{first}-{first + games - 1}"];
        foreach (var flag in flags)
            start.ArgumentList.Add(flag);
        ServerProcess.Configure(start, settings);
        start.Environment["ARTEMIS__Hosting__HostSecret"] = secret;
        var host = new HostProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, gateway, name, first, games);
        host._process.Exited += (_, _) => host._ended.TrySetResult();
        host._process.OutputDataReceived += host.OnOutput;
        host._process.ErrorDataReceived += host.OnOutput;
        Assert.True(host._process.Start());
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    /// <summary>Starts a host and waits until the gateway has taken its offer.</summary>
    public static async Task<HostProcess> JoinAsync(ServerProcess gateway, string name, int games = 4)
    {
        var host = Start(gateway.Gateway, name, games);
        await host.SaysAsync("takes the offer");
        return host;
    }

    /// <summary>Whether a player who was redirected there plays on this host.</summary>
    public bool Runs(Crew crew)
    {
        var port = new Uri(crew.Redirect.WsUrl).Port;
        return port >= FirstPort && port < FirstPort + Games;
    }

    /// <summary>Game processes of this host that run.</summary>
    public IReadOnlyList<int> GamePids() => ServerProcess.PidsOf(line =>
        ServerProcess.IsGameOf(_gateway, line) && line.Contains($"--host\0{Name}\0", StringComparison.Ordinal));

    /// <summary>Waits until so many game processes of this host run.</summary>
    public Task HasGamesAsync(int count) => Eventually.TrueAsync(
        () => GamePids().Count == count,
        () => $"{Name} has {GamePids().Count} games.\n{string.Join('\n', GamePids().Select(ServerProcess.Describe))}\n{Output}");

    /// <summary>Waits until the host has said something.</summary>
    public Task SaysAsync(string words) =>
        Eventually.TrueAsync(() => Output.Contains(words, StringComparison.Ordinal), () => Output);

    /// <summary>Waits until the host has ended.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> EndAsync()
    {
        await _ended.Task.WaitAsync(Limits.Patience, TestContext.Current.CancellationToken);
        return _process.ExitCode;
    }

    /// <summary>Ends the host as a power cut would, and leaves its games.</summary>
    public async Task KillAsync()
    {
        ServerProcess.Signal(Pid, ServerProcess.SigKill);
        await EndAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
            ServerProcess.Signal(Pid, ServerProcess.SigKill);
        await EndAsync();
        foreach (var pid in GamePids())
            ServerProcess.TrySignal(pid, ServerProcess.SigKill);
        await Eventually.TrueAsync(() => GamePids().Count == 0);
        _process.Dispose();
    }

    private void OnOutput(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
            return;
        lock (_output)
            _output.Add(line.Data);
    }
}
