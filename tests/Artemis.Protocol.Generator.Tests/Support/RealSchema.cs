using System.Runtime.CompilerServices;

namespace Artemis.Protocol.Generator.Tests;

/// <summary>The schema of the Artemis protocol, as it is in the repository.</summary>
internal static class RealSchema
{
    public static IReadOnlyList<SchemaFile> Files { get; } =
    [
        .. Directory.GetFiles(Path.Combine(RepositoryRoot(), "protocol-schema"), "*.artemis")
            .Order(StringComparer.Ordinal)
            .Select(path => new SchemaFile(Path.GetFileName(path), File.ReadAllText(path))),
    ];

    public static string TextOf(string path) => Files.First(file => file.Path == path).Text;

    public static string RepositoryRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
