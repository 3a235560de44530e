using System.Globalization;

namespace Artemis.Benchmarks.Harness;

/// <summary>Runs benchmarks one after another, says so, and collects what they came to.</summary>
internal sealed class Suite
{
    private readonly List<Result> results = [];

    public IReadOnlyList<Result> Results => results;

    /// <param name="name">Name in the report.</param>
    /// <param name="bytes">Size of what is encoded or decoded; 0 where that means nothing.</param>
    /// <param name="run">Does the operation a number of times.</param>
    public void Run(string name, int bytes, Action<int> run, params Peer[] peers)
    {
        var times = Stopclock.Measure([run, .. peers.Select(peer => peer.Run)]);
        var (nanoseconds, allocated) = (times[0], Stopclock.Allocated(run));
        var others = peers.Select((peer, i) => (peer.Name, Time: times[i + 1])).ToDictionary(item => item.Name, item => item.Time);
        results.Add(new Result(name, nanoseconds, bytes, allocated, others));

        var beside = string.Concat(others.Select(other =>
            string.Create(CultureInfo.InvariantCulture, $"  {other.Key} {other.Value / nanoseconds:0.#}x")));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  csharp  {name,-36} {nanoseconds,9:0.0} ns {allocated,6} B{beside}"));
    }
}
