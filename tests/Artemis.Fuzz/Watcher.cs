using System.Diagnostics;
using Artemis.Fuzz.Targets;

namespace Artemis.Fuzz;

/// <summary>
/// Runs the decoders in a process of their own and watches it, since what we look for — a fault of the processor, an endless loop — takes
/// a process down or never gives it back.
/// </summary>
internal static class Watcher
{
    /// <summary>No input takes a millisecond; one that takes this long takes for ever.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan ReportInterval = TimeSpan.FromSeconds(10);

    /// <returns>0 if nothing was found.</returns>
    public static int Run(Options options)
    {
        var shared = Path.Combine(Path.GetTempPath(), $"artemis-fuzz-{Environment.ProcessId}.bin");
        try
        {
            using var blackbox = Blackbox.Create(shared);
            using var worker = Start(options, shared);
            try
            {
                return Watch(worker, blackbox);
            }
            finally
            {
                if (!worker.HasExited)
                    worker.Kill();
            }
        }
        finally
        {
            File.Delete(shared);
        }
    }

    private static Process Start(Options options, string shared)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            ArgumentList = { typeof(Watcher).Assembly.Location, "--seconds", $"{options.Seconds}", "--seed", $"{options.Seed}", "--shared", shared },
        };
        // A dump of a crash would be of no more use than the input, and large.
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        return Process.Start(start)!;
    }

    private static int Watch(Process worker, Blackbox blackbox)
    {
        var watch = Stopwatch.StartNew();
        var lastProgress = TimeSpan.Zero;
        var lastReport = TimeSpan.Zero;
        var lastRuns = 0UL;
        while (!worker.WaitForExit(TimeSpan.FromMilliseconds(250)))
        {
            var runs = blackbox.Runs;
            if (runs != lastRuns)
                (lastRuns, lastProgress) = (runs, watch.Elapsed);
            else if (runs > 0 && watch.Elapsed - lastProgress > Patience)
                return Report(blackbox, $"no end within {Patience.TotalSeconds} s");

            if (watch.Elapsed - lastReport > ReportInterval)
            {
                lastReport = watch.Elapsed;
                Console.WriteLine($"  {watch.Elapsed.TotalSeconds:0} s: {runs:n0} inputs");
            }
        }

        return worker.ExitCode switch
        {
            0 => 0,
            Worker.Found => 1,
            _ => Report(blackbox, $"the process died with {worker.ExitCode}, as it does after an access outside the input"),
        };
    }

    private static int Report(Blackbox blackbox, string what)
    {
        Findings.Print(TargetList.All()[blackbox.Decoder].Name, what, blackbox.Input, blackbox.Runs);
        return 1;
    }
}
