using System.Diagnostics;
using System.Net.Http.Json;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>The real executable on free ports, with a data folder of its own. Nothing of it is left afterwards, or the test fails.</summary>
internal sealed partial class ServerProcess : IAsyncDisposable
{
    public const int SigKill = 9;
    public const int SigTerm = 15;
    public const int SigCont = 18;
    public const int SigStop = 19;

    private readonly Process _process;
    private readonly TemporaryDirectory? _ownData;
    private readonly List<string> _output = [];
    private readonly TaskCompletionSource<Match> _announced = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ServerProcess(Process process, TemporaryDirectory? ownData)
    {
        _process = process;
        _ownData = ownData;
    }

    public Uri Http { get; private set; } = null!;

    public Uri Gateway { get; private set; } = null!;

    public int Pid => _process.Id;

    public string Output
    {
        get
        {
            lock (_output)
                return string.Join('\n', _output);
        }
    }

    /// <summary>Starts a server.</summary>
    /// <param name="data">Its data folder; null for one of its own.</param>
    /// <param name="settings">Environment variables, such as <c>ARTEMIS__Session__RejoinWindowSeconds</c>.</param>
    /// <param name="wsPort">Port of the gateway's WebSocket; 0 is any.</param>
    public static async Task<ServerProcess> StartAsync(
        string? data = null, IReadOnlyDictionary<string, string>? settings = null, int wsPort = 0, string gamePorts = "0")
    {
        var ownData = data is null ? new TemporaryDirectory() : null;
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "artemis-server"))
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = AppContext.BaseDirectory,
        };
        string[] flags =
            ["--http-port", "0", "--ws-port", $"{wsPort}", "--game-ports", gamePorts, "--data", data ?? ownData!.Path];
        foreach (var flag in flags)
            start.ArgumentList.Add(flag);
        Configure(start, settings);
        var server = new ServerProcess(new Process { StartInfo = start, EnableRaisingEvents = true }, ownData);
        server._process.Exited += (_, _) => server._ended.TrySetResult();
        Assert.True(server._process.Start());
        server._process.OutputDataReceived += server.OnOutput;
        server._process.ErrorDataReceived += server.OnOutput;
        server._process.BeginOutputReadLine();
        server._process.BeginErrorReadLine();

        var announced = await server._announced.Task.WaitAsync(Limits.Patience, TestContext.Current.CancellationToken);
        server.Http = new Uri(announced.Groups["http"].Value);
        server.Gateway = new Uri(announced.Groups["ws"].Value);
        return server;
    }

    /// <summary>Sets what a test wants, and patience where it wants nothing: the machine may be busy with other tests.</summary>
    public static void Configure(ProcessStartInfo start, IReadOnlyDictionary<string, string>? settings)
    {
        start.Environment["ARTEMIS__Hosting__StartSeconds"] = "90";
        start.Environment["ARTEMIS__Hosting__RequestSeconds"] = "60";
        start.Environment["ARTEMIS__Transport__HandshakeSeconds"] = "60";
        start.Environment["ARTEMIS__Transport__PongSeconds"] = "60";
        foreach (var (name, value) in settings ?? new Dictionary<string, string>())
            start.Environment[name] = value;
    }

    /// <summary>Waits until the server has said something.</summary>
    public Task SaysAsync(string words) =>
        Eventually.TrueAsync(() => Output.Contains(words, StringComparison.Ordinal), () => Output);

    /// <summary>Asks the HTTP API.</summary>
    public async Task<T> GetAsync<T>(string path)
    {
        using var http = new HttpClient { BaseAddress = Http };
        return (await http.GetFromJsonAsync<T>(path, TestContext.Current.CancellationToken))!;
    }

    /// <summary>Sends a signal.</summary>
    public static void Signal(int pid, int signal) => Assert.Equal(0, SendSignal(pid, signal));

    /// <summary>Ends the server politely and waits.</summary>
    /// <returns>The exit code.</returns>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
            Signal(_process.Id, SigTerm);
        await EndAsync();
        return _process.ExitCode;
    }

    /// <summary>Ends the gateway as a power cut would, and leaves its games.</summary>
    public async Task KillAsync()
    {
        Signal(_process.Id, SigKill);
        await EndAsync();
    }

    // Not WaitForExitAsync, which waits for the end of the output too: games that live on hold it open.
    private Task EndAsync() => _ended.Task.WaitAsync(Limits.Patience, TestContext.Current.CancellationToken);

    /// <summary>Game processes that run and that this gateway, or an earlier one at its address, has started.</summary>
    public IReadOnlyList<int> GamePids() => PidsOf(line => IsGameOf(Gateway, line) && !line.Contains("--host\0", StringComparison.Ordinal));

    /// <summary>Whether a command line is that of a game of the gateway at an address, whoever has started it.</summary>
    public static bool IsGameOf(Uri gateway, string commandLine) =>
        commandLine.Contains(gateway.Authority + "/control", StringComparison.Ordinal);

    /// <summary>Processes by their command line, of which a zero ends each part.</summary>
    public static IReadOnlyList<int> PidsOf(Func<string, bool> matches)
    {
        var pids = new List<int>();
        foreach (var directory in Directory.GetDirectories("/proc"))
        {
            if (!int.TryParse(Path.GetFileName(directory), out var pid))
                continue;
            try
            {
                if (matches(File.ReadAllText(Path.Combine(directory, "cmdline"))))
                    pids.Add(pid);
            }
            catch (IOException)
            {
                // It ended meanwhile.
            }
        }

        return pids;
    }

    /// <summary>A process as the system shows it.</summary>
    public static string Describe(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/stat") + File.ReadAllText($"/proc/{pid}/cmdline").Replace('\0', ' ');
        }
        catch (IOException)
        {
            return $"{pid} has ended.";
        }
    }

    /// <summary>Sends a signal to a process that may have ended.</summary>
    public static void TrySignal(int pid, int signal) => _ = SendSignal(pid, signal);

    public async ValueTask DisposeAsync()
    {
        try
        {
            await StopAsync();
            // What an earlier gateway at this address was starting when it was killed has yet to find out that it is not wanted.
            await Eventually.TrueAsync(() => GamePids().Count == 0, () => string.Join('\n', GamePids().Select(Describe)));
        }
        finally
        {
            foreach (var pid in GamePids())
                _ = SendSignal(pid, SigKill);
            if (!_process.HasExited)
                _process.Kill(entireProcessTree: true);
            _process.Dispose();
            _ownData?.Dispose();
        }
    }

    private void OnOutput(object sender, DataReceivedEventArgs line)
    {
        if (line.Data is null)
        {
            _announced.TrySetException(new InvalidOperationException("The server ended:\n" + Output));
            return;
        }

        lock (_output)
            _output.Add(line.Data);
        var match = Announcement().Match(line.Data);
        if (match.Success)
            _announced.TrySetResult(match);
    }

    [GeneratedRegex(@"open (?<http>https?://\S+) \(gateway (?<ws>wss?://[^\s)]+)\)")]
    private static partial Regex Announcement();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);
}
