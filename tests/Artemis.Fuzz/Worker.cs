using System.Diagnostics;
using Artemis.Fuzz.Targets;

namespace Artemis.Fuzz;

/// <summary>Feeds inputs to decoders, one after another, until the time is up or something is found.</summary>
internal sealed class Worker
{
    /// <summary>Exit code for a finding that was reported already.</summary>
    public const int Found = 3;

    private const int InputsBetweenLooks = 256;

    private readonly IReadOnlyList<Target> targets = TargetList.All();
    private readonly GuardedMemory input = new();
    private readonly Tally tally;
    private readonly Random random;
    private readonly Mutator[] mutators;

    private Worker(int seed)
    {
        tally = new Tally(targets);
        random = new Random(seed);
        mutators = [.. targets.Select(target => new Mutator(target.Corpus, random))];
    }

    public static int Run(Options options)
    {
        using var blackbox = Blackbox.Open(options.SharedFile!);
        return new Worker(options.Seed).Run(TimeSpan.FromSeconds(options.Seconds), blackbox);
    }

    private int Run(TimeSpan duration, Blackbox blackbox)
    {
        var golden = targets.Sum(target => target.Corpus.Count);
        Console.WriteLine($"  {targets.Count} decoders, {golden:n0} golden inputs{(GuardedMemory.IsGuarded ? ", forbidden pages around each input" : "")}");
        if (!FeedGolden(blackbox))
            return Found;

        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < duration)
        {
            for (var i = 0; i < InputsBetweenLooks; i++)
            {
                var index = random.Next(targets.Count);
                if (!Feed(index, mutators[index].Next(), blackbox))
                    return Found;
            }
        }

        tally.Print();
        return 0;
    }

    /// <summary>Feeds the golden inputs as they are: this also makes the tables that decoders keep, whose room is not an input's doing.</summary>
    private bool FeedGolden(Blackbox blackbox)
    {
        for (var index = 0; index < targets.Count; index++)
        {
            foreach (var golden in targets[index].Corpus.DefaultIfEmpty([]))
            {
                if (!Feed(index, golden, blackbox, mayAllocate: true))
                    return false;
            }
        }

        return true;
    }

    private bool Feed(int index, ReadOnlySpan<byte> made, Blackbox blackbox, bool mayAllocate = false)
    {
        var target = targets[index];
        blackbox.Note(made, index);

        // Half of the inputs end where memory ends, the others begin where it begins.
        var bytes = (blackbox.Runs & 1) == 0 ? input.AtEnd(made.Length) : input.AtStart(made.Length);
        made.CopyTo(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var isAccepted = target.Feed(bytes);
            var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
            tally.Count(index, isAccepted, mayAllocate ? 0 : allocated);
            if (mayAllocate || allocated <= target.AllocationLimit(made.Length))
                return true;
            Findings.Print(target.Name, $"allocated {allocated:n0} bytes", made, tally.Runs);
        }
#pragma warning disable CA1031 // Whatever is thrown is what we look for.
        catch (Exception error)
#pragma warning restore CA1031
        {
            Findings.Print(target.Name, error.ToString(), made, tally.Runs);
        }

        return false;
    }
}
