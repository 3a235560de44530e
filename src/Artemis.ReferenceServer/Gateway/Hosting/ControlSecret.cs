using System.Security.Cryptography;

namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>
/// The secret that a game process shows its gateway: a keyed hash of the process's id. The gateway need not remember it, so one
/// that was restarted still knows its games.
/// </summary>
/// <param name="key">The gateway's key.</param>
public sealed class ControlSecret(byte[] key)
{
    /// <summary>Environment variable that carries the secret to the process: other users cannot read it, as they can a command line.</summary>
    public const string Variable = "ARTEMIS_CONTROL_SECRET";

    /// <summary>The secret of a process.</summary>
    public string For(Guid processId) => Convert.ToHexStringLower(Compute(processId));

    /// <summary>Whether the secret is the process's. Takes the same time wherever they differ.</summary>
    public bool Matches(Guid processId, string? secret)
    {
        Span<byte> given = stackalloc byte[HMACSHA256.HashSizeInBytes];
        return secret is { Length: HMACSHA256.HashSizeInBytes * 2 }
            && Convert.FromHexString(secret, given, out _, out _) == System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(given, Compute(processId));
    }

    private byte[] Compute(Guid processId) => HMACSHA256.HashData(key, processId.ToByteArray());
}
