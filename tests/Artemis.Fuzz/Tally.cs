using Artemis.Fuzz.Targets;

namespace Artemis.Fuzz;

/// <summary>Counts what was fed to which decoder and what it made of it.</summary>
internal sealed class Tally(IReadOnlyList<Target> targets)
{
    private readonly ulong[] fed = new ulong[targets.Count];
    private readonly ulong[] accepted = new ulong[targets.Count];
    private long mostAllocated;

    public ulong Runs { get; private set; }

    public void Count(int target, bool isAccepted, long allocated)
    {
        Runs++;
        fed[target]++;
        if (isAccepted)
            accepted[target]++;
        mostAllocated = Math.Max(mostAllocated, allocated);
    }

    public void Print()
    {
        var all = accepted.Aggregate(0UL, (sum, count) => sum + count);
        Console.WriteLine($"  csharp: {Runs:n0} inputs to {targets.Count} decoders, each at least {fed.Min():n0}; {all:n0} accepted, {Runs - all:n0} refused");
        Console.WriteLine($"  csharp: no crash, no over-read, no hang; at most {mostAllocated:n0} bytes allocated by one input");
    }
}
