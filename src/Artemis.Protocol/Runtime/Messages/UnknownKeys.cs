namespace Artemis.Protocol.Runtime;

/// <summary>Keys of a message that the schema does not have, with their values as they came. An encoder writes them again, last.</summary>
public sealed class UnknownKeys : IEquatable<UnknownKeys>
{
    private readonly byte[] raw;

    /// <summary>Keeps raw pairs.</summary>
    /// <param name="count">How many pairs of key and value there are.</param>
    /// <param name="raw">The pairs as MessagePack, one behind another.</param>
    public UnknownKeys(int count, ReadOnlySpan<byte> raw)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        Count = count;
        this.raw = raw.ToArray();
    }

    /// <summary>How many pairs of key and value there are.</summary>
    public int Count { get; }

    /// <summary>The pairs as MessagePack, one behind another.</summary>
    public ReadOnlySpan<byte> Raw => raw;

    /// <inheritdoc/>
    public bool Equals(UnknownKeys? other) => other is not null && Count == other.Count && Raw.SequenceEqual(other.Raw);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnknownKeys);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.AddBytes(raw);
        return hash.ToHashCode();
    }

    /// <summary>The pairs and one more.</summary>
    public static UnknownKeys Append(UnknownKeys? before, ReadOnlySpan<byte> pair) =>
        new((before?.Count ?? 0) + 1, before is null ? pair : [.. before.raw, .. pair]);
}
