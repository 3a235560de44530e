using System.Globalization;

namespace Artemis.Lifecycle;

/// <summary>What Linux tells of processes.</summary>
internal static class SystemView
{
    /// <summary>Processes whose command line contains something.</summary>
    public static IReadOnlyList<int> PidsOf(string mark)
    {
        var pids = new List<int>();
        foreach (var folder in Directory.GetDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var pid)
                && TryRead($"/proc/{pid}/cmdline").Contains(mark, StringComparison.Ordinal))
            {
                pids.Add(pid);
            }
        }

        return pids;
    }

    /// <summary>How many handles of each kind a process has: files by their names, others by what they are.</summary>
    public static IReadOnlyDictionary<string, int> HandlesOf(int pid) =>
        Directory.GetFileSystemEntries($"/proc/{pid}/fd")
            .Select(path => new FileInfo(path).LinkTarget)
            .OfType<string>()
            .CountBy(target => target.StartsWith('/') ? Path.GetFileName(target) : target.Split(':')[0])
            .ToDictionary();

    /// <summary>Memory of a process; nothing if it has ended.</summary>
    public static Memory MemoryOf(int pid)
    {
        var lines = TryRead($"/proc/{pid}/smaps_rollup").Split('\n');
        return new Memory(Megabytes("Rss:"), Megabytes("Pss:"));

        double Megabytes(string name)
        {
            var line = lines.FirstOrDefault(candidate => candidate.StartsWith(name, StringComparison.Ordinal));
            return line is null
                ? 0
                : double.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
        }
    }

    /// <summary>Ports of a range on which somebody listens.</summary>
    public static IReadOnlySet<int> Listening(int first, int last) =>
        TryRead("/proc/net/tcp").Split('\n').Skip(1)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns.Length > 3 && columns[3] == "0A")
            .Select(columns => int.Parse(columns[1].AsSpan(columns[1].IndexOf(':') + 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .Where(port => port >= first && port <= last)
            .ToHashSet();

    private static string TryRead(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }
}
