using System.Security.Cryptography;
using System.Text;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Gateway.Operation;

/// <summary>
/// What proves that somebody operates the server. It comes from the settings or from a file; if there is neither, it is made up and written
/// beside the database for nobody but the server's own user to read, so that the commands on the same machine just work.
/// </summary>
public sealed class OperatorSecret
{
    /// <summary>Shortest secret that is taken, in characters.</summary>
    public const int MinLength = 16;

    /// <summary>Name of the file in the data folder.</summary>
    public const string FileName = "operator-secret";

    private readonly byte[] _hash;

    private OperatorSecret(string text) => _hash = SHA256.HashData(Encoding.UTF8.GetBytes(text));

    /// <summary>Where the secret lies that belongs to a data folder.</summary>
    public static string PathIn(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        return options.Operator.SecretFile.Length > 0
            ? options.Operator.SecretFile
            : Path.Combine(options.DataDirectory, FileName);
    }

    /// <summary>Finds the secret, or makes one.</summary>
    /// <returns>Null if the operator's part is switched off.</returns>
    /// <exception cref="StartupException">The secret cannot be read, or is too short.</exception>
    public static OperatorSecret? Load(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (!options.Operator.Enabled)
            return null;
        var text = Find(options);
        if (text is null)
        {
            text = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
            Write(PathIn(options), text);
        }

        return text.Length >= MinLength
            ? new OperatorSecret(text)
            : throw new StartupException(
                $"The operator's secret has {text.Length} characters; it must have at least {MinLength}.");
    }

    /// <summary>The secret as its owner sends it, or null if it is nowhere.</summary>
    /// <exception cref="StartupException">The file cannot be read.</exception>
    public static string? Find(ServerOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.Operator.Secret.Length > 0)
            return options.Operator.Secret;
        var path = PathIn(options);
        try
        {
            return File.Exists(path) ? File.ReadAllText(path).Trim() : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The operator's secret in {path} cannot be read: {exception.Message}");
        }
    }

    /// <summary>Whether the text is the secret. Takes the same time wherever they differ, and however long it is.</summary>
    public bool Matches(string? text) =>
        text is not null && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(text)), _hash);

    /// <summary>Says nothing: a secret has no place in messages for people.</summary>
    public override string ToString() => "(secret)";

    private static void Write(string path, string text)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        try
        {
            // With a database elsewhere nobody else makes the folder.
            if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
                Directory.CreateDirectory(folder);
            using var writer = new StreamWriter(path, options);
            writer.WriteLine(text);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartupException($"The operator's secret cannot be written to {path}: {exception.Message}");
        }
    }
}
