namespace Artemis.Fuzz.Targets;

/// <summary>Something that is fed.</summary>
/// <param name="name">For people.</param>
/// <param name="corpus">Golden inputs to spoil.</param>
internal abstract class Target(string name, IReadOnlyList<byte[]> corpus)
{
    public string Name => name;

    public IReadOnlyList<byte[]> Corpus => corpus;

    /// <summary>Most bytes that decoding an input may allocate.</summary>
    public virtual long AllocationLimit(int inputLength) => 0;

    /// <summary>Decodes an input. Throwing, reading where it may not, and never coming back are findings.</summary>
    /// <returns>Whether the input was accepted.</returns>
    public abstract bool Feed(ReadOnlySpan<byte> input);
}
