using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>A game process on this machine.</summary>
internal sealed partial class LocalGameProcess : IGameProcess
{
    private const int SigTerm = 15;
    private static readonly TimeSpan PollInterval = TimeSpan.FromMilliseconds(250);

    private readonly Process _process;

    /// <summary>Watches a process.</summary>
    /// <param name="process">The process.</param>
    /// <param name="isChild">Whether this process started it; only a parent is told how and when its child ends.</param>
    public LocalGameProcess(Process process, bool isChild)
    {
        _process = process;
        Pid = process.Id;
        Exited = isChild ? WaitForChildAsync(process) : WaitForOtherAsync(process.Id);
    }

    /// <inheritdoc/>
    public int Pid { get; }

    /// <inheritdoc/>
    public Task<int> Exited { get; }

    /// <inheritdoc/>
    public bool IsSeen => true;

    /// <summary>Asks the process to end, as one does before switching a machine off.</summary>
    public void RequestEnd()
    {
        if (OperatingSystem.IsWindows() || Exited.IsCompleted || SendSignal(Pid, SigTerm) != 0)
            Kill();
    }

    /// <inheritdoc/>
    public void Kill()
    {
        try
        {
            _process.Kill(entireProcessTree: true);
        }
        catch (InvalidOperationException)
        {
            // It has ended already.
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int pid, int signal);

    private static async Task<int> WaitForChildAsync(Process process)
    {
        await process.WaitForExitAsync();
        return process.ExitCode;
    }

    private static async Task<int> WaitForOtherAsync(int pid)
    {
        while (Runs(pid))
            await Task.Delay(PollInterval);
        return -1;
    }

    private static bool Runs(int pid)
    {
        try
        {
            if (!OperatingSystem.IsLinux())
            {
                using var process = Process.GetProcessById(pid);
                return !process.HasExited;
            }

            // One that has ended and was not buried yet still has a number. Its state follows its name, which is in parentheses.
            var stat = File.ReadAllText($"/proc/{pid}/stat");
            return stat[stat.LastIndexOf(')') + 2] is not ('Z' or 'X');
        }
        catch (Exception exception) when (exception is ArgumentException or IOException or InvalidOperationException)
        {
            return false;
        }
    }
}
