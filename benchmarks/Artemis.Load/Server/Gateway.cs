using System.Text.RegularExpressions;

namespace Artemis.Load.Server;

/// <summary>A real gateway on free ports, with a data folder of its own and the games that it starts.</summary>
internal sealed partial class Gateway : IAsyncDisposable
{
    private readonly ChildProcess _process;
    private readonly string _data;

    private Gateway(ChildProcess process, string data, string address)
    {
        _process = process;
        _data = data;
        Address = address;
    }

    /// <summary>Its WebSocket.</summary>
    public string Address { get; }

    /// <summary>Starts one.</summary>
    /// <param name="executable">The server's executable.</param>
    /// <param name="without">Means of saving bytes that its games do without.</param>
    public static async Task<Gateway> StartAsync(string executable, string without)
    {
        var data = Directory.CreateTempSubdirectory("artemis-load-").FullName;
        var settings = new Dictionary<string, string>
        {
            ["ARTEMIS__TickLog"] = "true",
            ["ARTEMIS__DoWithout"] = without.Length == 0 ? "None" : without,
            ["Logging__LogLevel__Default"] = "Error",
        };
        string[] flags = ["--http-port", "0", "--ws-port", "0", "--game-ports", "0", "--data", data];
        var process = new ChildProcess(executable, flags, settings);
        try
        {
            var line = await process.ReadUntilAsync(line => Announcement().IsMatch(line), TimeSpan.FromMinutes(1));
            return new Gateway(process, data, Announcement().Match(line).Groups["ws"].Value);
        }
        catch
        {
            await process.DisposeAsync();
            throw;
        }
    }

    /// <summary>The gateway and its games.</summary>
    public IReadOnlyList<int> Pids() => [_process.Pid, .. Unix.ChildrenOf(_process.Pid)];

    public async ValueTask DisposeAsync()
    {
        var games = Unix.ChildrenOf(_process.Pid);
        await _process.DisposeAsync();
        foreach (var pid in games)
            Unix.Terminate(pid);
        Directory.Delete(_data, recursive: true);
    }

    [GeneratedRegex(@"\(gateway (?<ws>ws://[^\s)]+)\)")]
    private static partial Regex Announcement();
}
