using System.Security.Cryptography;

namespace Artemis.ReferenceServer.Transport;

/// <summary>128 random bits that prove who somebody is. Compared in constant time, and never part of a log line.</summary>
public sealed class SecretToken
{
    /// <summary>Length of a token in bytes; as text it has twice as many characters.</summary>
    public const int Length = 16;

    private readonly byte[] _bytes;

    private SecretToken(byte[] bytes) => _bytes = bytes;

    /// <summary>Makes a new token.</summary>
    public static SecretToken Create() => new(RandomNumberGenerator.GetBytes(Length));

    /// <summary>Reads a token as its owner sends it; null for what is none.</summary>
    public static SecretToken? Parse(string? text)
    {
        var bytes = new byte[Length];
        return TryParse(text, bytes) ? new(bytes) : null;
    }

    /// <summary>The token as its owner sends it: 32 hexadecimal digits.</summary>
    public string Reveal() => Convert.ToHexStringLower(_bytes);

    /// <summary>Whether the text is this token. Takes the same time wherever they differ.</summary>
    public bool Matches(string? text)
    {
        Span<byte> other = stackalloc byte[Length];
        return TryParse(text, other) && CryptographicOperations.FixedTimeEquals(_bytes, other);
    }

    /// <summary>What may be stored in the token's stead. The token is random, so a plain hash needs no salt.</summary>
    public byte[] Hash() => SHA256.HashData(_bytes);

    /// <summary>Whether the text is the token of which this is the hash.</summary>
    public static bool MatchesHash(string? text, ReadOnlySpan<byte> hash)
    {
        Span<byte> token = stackalloc byte[Length];
        Span<byte> actual = stackalloc byte[SHA256.HashSizeInBytes];
        if (!TryParse(text, token))
            return false;
        SHA256.HashData(token, actual);
        return CryptographicOperations.FixedTimeEquals(actual, hash);
    }

    /// <summary>Says nothing: a token has no place in messages for people.</summary>
    public override string ToString() => "(secret)";

    private static bool TryParse(string? text, Span<byte> bytes) =>
        text is { Length: Length * 2 }
        && Convert.FromHexString(text, bytes, out _, out var written) == System.Buffers.OperationStatus.Done
        && written == Length;
}
