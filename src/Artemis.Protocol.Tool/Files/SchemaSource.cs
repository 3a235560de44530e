using System.Reflection;
using Artemis.Protocol.Generator;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Tool.Files;

/// <summary>A schema's root file and the way to the files that it imports.</summary>
internal sealed class SchemaSource
{
    private readonly Func<string, string?> read;
    private readonly HashSet<string> imported = [];

    private SchemaSource(SchemaFile root, Func<string, string?> read)
    {
        Root = root;
        this.read = read;
    }

    public SchemaFile Root { get; }

    /// <summary>A schema on disk.</summary>
    /// <param name="path">Path of the file that begins with <c>protocol</c>.</param>
    /// <exception cref="ToolException">The file cannot be read.</exception>
    public static SchemaSource FromFile(string path)
    {
        try
        {
            return new SchemaSource(new SchemaFile(path, File.ReadAllText(path)), ReadIfThere);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new ToolException($"cannot read the schema '{path}': {error.Message}");
        }
    }

    /// <summary>The Artemis protocol, which comes with the tool.</summary>
    public static SchemaSource Artemis() =>
        new(new SchemaFile("artemis.artemis", ReadResource("artemis.artemis")!), ReadResource);

    /// <summary>The file at <paramref name="path"/> if given, else the Artemis protocol.</summary>
    public static SchemaSource FromFileOrArtemis(string? path) => path is null ? Artemis() : FromFile(path);

    /// <summary>The text of the root file or of one that it imports, or null if there is none.</summary>
    public string? Read(string path)
    {
        if (path == Root.Path)
            return Root.Text;
        imported.Add(Path.GetFullPath(path));
        return read(path);
    }

    /// <summary>Whether the file was imported when this schema was compiled.</summary>
    public bool Imports(SchemaSource other) => imported.Contains(Path.GetFullPath(other.Root.Path));

    /// <summary>Whether the file begins with <c>protocol</c>.</summary>
    public bool IsRoot => SyntaxTree.BeginsProtocol(Root.Text);

    public CompilationResult Compile() => SchemaCompiler.Compile(Root, Read);

    private static string? ReadIfThere(string path) => File.Exists(path) ? File.ReadAllText(path) : null;

    private static string? ReadResource(string path)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(path);
        if (stream is null)
            return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
