using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace Artemis.Lifecycle;

/// <summary>A server of one's own: the executable that lies beside this one, on ports and with a folder that nobody else uses.</summary>
internal sealed partial class Server : IAsyncDisposable
{
    private const int SigTerm = 15;

    private readonly Process _process;
    private readonly string _folder;

    private Server(Process process, string folder, int firstPort, int games)
    {
        _process = process;
        _folder = folder;
        FirstPort = firstPort;
        LastPort = firstPort + games - 1;
    }

    /// <summary>Processes that stand ready when nothing is played.</summary>
    public const int Spares = 1;

    public Uri Gateway { get; private set; } = null!;

    public int Pid => _process.Id;

    public int FirstPort { get; }

    public int LastPort { get; }

    /// <summary>Game processes that run.</summary>
    public IReadOnlyList<int> Games => SystemView.PidsOf(Gateway.Authority + "/control");

    /// <summary>Starts a server with room for so many games.</summary>
    public static async Task<Server> StartAsync(int games)
    {
        var folder = Directory.CreateTempSubdirectory("artemis-lifecycle-").FullName;
        int first;
        do
            first = Random.Shared.Next(10_000, 32_000 - games);
        while (SystemView.Listening(first, first + games - 1).Count > 0);

        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "artemis-server"))
        {
            RedirectStandardOutput = true,
            Environment =
            {
                ["ARTEMIS__WarmSpares"] = $"{Spares}",
                // One that is left shall close soon, so that it can be seen what of it is left.
                ["ARTEMIS__Session__EmptySeconds"] = "1",
                // The drill itself keeps the machine busy; patience is not what it measures.
                ["ARTEMIS__Hosting__StartSeconds"] = "120",
                ["ARTEMIS__Hosting__RequestSeconds"] = "60",
                ["ARTEMIS__Transport__HandshakeSeconds"] = "60",
                ["ARTEMIS__Transport__PongSeconds"] = "60",
            },
        };
        string[] flags = ["--http-port", "0", "--ws-port", "0", "--game-ports", $"{first}-{first + games - 1}", "--data", folder];
        foreach (var flag in flags)
            start.ArgumentList.Add(flag);
        var server = new Server(Process.Start(start)!, folder, first, games);
        while (await server._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (Announcement().Match(line) is { Success: true } match)
            {
                server.Gateway = new Uri(match.Groups[1].Value);
                // Nobody reads what it says from now on, and it must not wait for that.
                _ = server._process.StandardOutput.BaseStream.CopyToAsync(Stream.Null);
                return server;
            }
        }

        throw new InvalidOperationException("The server ended before it was ready.");
    }

    /// <summary>Ends the server politely.</summary>
    public async Task StopAsync()
    {
        if (!_process.HasExited && Signal(Pid, SigTerm) != 0)
            _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    [GeneratedRegex(@"\(gateway (ws://[^\s)]+)\)")]
    private static partial Regex Announcement();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Signal(int pid, int signal);
}
