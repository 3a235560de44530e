using System.Runtime.CompilerServices;
using Artemis.Protocol.Generator;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tests;

/// <summary>The schemas of the repository, compiled.</summary>
internal static class Schemas
{
    /// <summary>The Artemis protocol as it is now.</summary>
    public static ProtocolModel Artemis { get; } = Compile("protocol-schema/artemis.artemis");

    /// <summary>The little protocol that has one of everything and never changes.</summary>
    public static ProtocolModel Frozen { get; } = Compile("protocol-schema/frozen/frozen.artemis");

    /// <summary>A file of the repository.</summary>
    public static string PathOf(string file) => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(ThisFile())!, "..", "..", file));

    private static string ThisFile([CallerFilePath] string path = "") => path;

    private static ProtocolModel Compile(string file)
    {
        var path = PathOf(file);
        var result = SchemaCompiler.Compile(new SchemaFile(path, File.ReadAllText(path)), import => File.Exists(import) ? File.ReadAllText(import) : null);
        return result.Model ?? throw new InvalidOperationException($"{file} does not compile: {string.Join("; ", result.Diagnostics)}");
    }
}
