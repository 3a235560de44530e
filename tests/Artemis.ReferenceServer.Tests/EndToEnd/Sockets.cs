using System.Globalization;

namespace Artemis.ReferenceServer.Tests.EndToEnd;

/// <summary>Which process holds which socket, as the system tells.</summary>
internal static class Sockets
{
    private const string Listening = "0A";

    /// <summary>Whether anybody listens on a port of this machine.</summary>
    public static bool IsListening(int port) => Listeners(port).Any();

    /// <summary>Whether a process listens on a port of this machine.</summary>
    public static bool Listens(int pid, int port) => Listeners(port).Intersect(Handles(pid)).Any();

    /// <summary>The one of some processes that listens on a port.</summary>
    public static int Listener(int port, IEnumerable<int> pids) => pids.Single(pid => Listens(pid, port));

    /// <summary>What a process has open.</summary>
    public static IReadOnlyList<string> Handles(int pid)
    {
        try
        {
            return
            [
                .. Directory.GetFileSystemEntries($"/proc/{pid}/fd")
                    .Select(path => new FileInfo(path).LinkTarget)
                    .OfType<string>(),
            ];
        }
        catch (IOException)
        {
            return [];
        }
    }

    private static IEnumerable<string> Listeners(int port) =>
        File.ReadLines("/proc/net/tcp").Concat(File.Exists("/proc/net/tcp6") ? File.ReadLines("/proc/net/tcp6") : [])
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns.Length > 9 && columns[3] == Listening && PortOf(columns[1]) == port)
            .Select(columns => $"socket:[{columns[9]}]");

    private static int PortOf(string address) =>
        int.Parse(address.AsSpan(address.IndexOf(':') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
