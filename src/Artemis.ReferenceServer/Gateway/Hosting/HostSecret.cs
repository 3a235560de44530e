using System.Security.Cryptography;
using System.Text;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Gateway.Hosting;

/// <summary>The secret that gateway and hosts share; whoever has it may offer machines for games.</summary>
public sealed class HostSecret
{
    /// <summary>Environment variable that carries it.</summary>
    public const string Variable = "ARTEMIS__Hosting__HostSecret";

    /// <summary>Least length in characters.</summary>
    public const int MinLength = 16;

    private readonly byte[]? _hash;

    /// <summary>Takes the secret from the settings.</summary>
    /// <exception cref="StartupException">It is too short to be one.</exception>
    public HostSecret(HostingOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.HostSecret.Length == 0)
            return;
        if (options.HostSecret.Length < MinLength)
            throw new StartupException($"The setting Hosting:HostSecret ({Variable}) has fewer than {MinLength} characters; make it longer.");
        _hash = Hash(options.HostSecret);
    }

    /// <summary>Whether there is a secret; without one, no host is taken.</summary>
    public bool Exists => _hash is not null;

    /// <summary>Whether the text is the secret. Takes the same time wherever they differ.</summary>
    public bool Matches(string? text) =>
        _hash is not null && text is not null && CryptographicOperations.FixedTimeEquals(Hash(text), _hash);

    /// <summary>Whether an environment variable carries the secret; games have no business with it.</summary>
    public static bool IsVariable(string name) => name.Equals(Variable, StringComparison.OrdinalIgnoreCase);

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
