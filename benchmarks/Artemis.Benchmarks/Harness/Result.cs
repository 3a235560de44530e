namespace Artemis.Benchmarks.Harness;

/// <summary>What one benchmark came to.</summary>
/// <param name="Nanoseconds">Time of one operation.</param>
/// <param name="Bytes">Size of what is encoded or decoded; 0 where that means nothing.</param>
/// <param name="Allocated">Bytes allocated by one operation.</param>
/// <param name="Peers">The same operation by other libraries, in nanoseconds.</param>
internal sealed record Result(string Name, double Nanoseconds, int Bytes, long Allocated, IReadOnlyDictionary<string, double> Peers);

/// <summary>The same operation by another library.</summary>
/// <param name="Run">Does it a number of times.</param>
internal sealed record Peer(string Name, Action<int> Run);
