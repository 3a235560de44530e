using System.Globalization;
using System.Runtime.InteropServices;

namespace Artemis.Load.Server;

/// <summary>What Linux tells of processes.</summary>
internal static partial class Unix
{
    private const int SigTerm = 15;

    // Of /proc/PID/stat, counted from the one behind the name.
    private const int ParentField = 1;
    private const int UserField = 11;
    private const int SystemField = 12;

    // Linux counts in hundredths of a second for whoever asks.
    private const double ClockTicks = 100;

    /// <summary>Asks a process to end.</summary>
    public static void Terminate(int pid) => _ = Kill(pid, SigTerm);

    /// <summary>Processes that a process started.</summary>
    public static IReadOnlyList<int> ChildrenOf(int pid) =>
    [
        .. Directory.GetDirectories("/proc")
            .Select(directory => int.TryParse(Path.GetFileName(directory), out var candidate) ? candidate : 0)
            .Where(candidate => candidate != 0 && Stat(candidate) is { } stat
                && int.Parse(stat[ParentField], CultureInfo.InvariantCulture) == pid),
    ];

    /// <summary>Processor time of a process so far, in seconds.</summary>
    public static double CpuSeconds(int pid) => Stat(pid) is not { } stat
        ? 0
        : (double.Parse(stat[UserField], CultureInfo.InvariantCulture) + double.Parse(stat[SystemField], CultureInfo.InvariantCulture))
            / ClockTicks;

    /// <summary>Memory of a process that is in use, in MiB.</summary>
    public static double RssMiB(int pid)
    {
        try
        {
            var line = File.ReadLines($"/proc/{pid}/status").FirstOrDefault(line => line.StartsWith("VmRSS:", StringComparison.Ordinal));
            return line is null ? 0 : double.Parse(line[6..^2].Trim(), CultureInfo.InvariantCulture) / 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }

    private static string[]? Stat(int pid)
    {
        try
        {
            var text = File.ReadAllText($"/proc/{pid}/stat");
            return text[(text.LastIndexOf(')') + 2)..].Split(' ');
        }
        catch (IOException)
        {
            // It has ended.
            return null;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int pid, int signal);
}
