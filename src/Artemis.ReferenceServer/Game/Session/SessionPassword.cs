using System.Security.Cryptography;

namespace Artemis.ReferenceServer.Game.Session;

/// <summary>A session's password, kept as a salted hash that is slow to compute (PBKDF2 with SHA-512).</summary>
public sealed class SessionPassword
{
    // What OWASP advises for PBKDF2-HMAC-SHA512.
    private const int Iterations = 210_000;
    private const int HashLength = 32;
    private readonly byte[] _salt = RandomNumberGenerator.GetBytes(16);
    private readonly byte[] _hash;

    /// <summary>Hashes a password. Takes a noticeable part of a second; not for a game's own thread.</summary>
    public SessionPassword(string password) => _hash = Hash(password, _salt);

    /// <summary>Whether the text is the password. Takes as long as making one.</summary>
    public bool Matches(string? password) =>
        password is not null && CryptographicOperations.FixedTimeEquals(Hash(password, _salt), _hash);

    private static byte[] Hash(string password, byte[] salt) =>
        Rfc2898DeriveBytes.Pbkdf2(password, salt, Iterations, HashAlgorithmName.SHA512, HashLength);
}
