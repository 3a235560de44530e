namespace Artemis.Protocol.Generator;

/// <summary>Turns schema files into protocol models.</summary>
public static class SchemaCompiler
{
    /// <summary>Compiles every root file (one that begins with <c>protocol</c>) among some files.</summary>
    /// <param name="files">Root files and all that they import; imports are relative to the importing file's path.</param>
    /// <returns>One result for each root file, in the order of <paramref name="files"/>.</returns>
    public static IReadOnlyList<CompilationResult> Compile(IReadOnlyList<SchemaFile> files) =>
        throw new NotSupportedException();

    /// <summary>Compiles one root file.</summary>
    /// <param name="root">The file that begins with <c>protocol</c>.</param>
    /// <param name="readFile">Gives the text of an imported file by its path, or null if there is none.</param>
    public static CompilationResult Compile(SchemaFile root, Func<string, string?> readFile) =>
        throw new NotSupportedException();
}
