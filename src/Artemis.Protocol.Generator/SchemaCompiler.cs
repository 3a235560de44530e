using Artemis.Protocol.Generator.Binding;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator;

/// <summary>Turns schema files into protocol models.</summary>
public static class SchemaCompiler
{
    /// <summary>Compiles every root file (one that begins with <c>protocol</c>) among some files.</summary>
    /// <param name="files">Root files and all that they import; imports are relative to the importing file's path.</param>
    /// <returns>
    /// One result for each root file, in the order of <paramref name="files"/>, then one without a model for each file that no root
    /// imports, so that a misspelled <c>protocol</c> does not go unnoticed.
    /// </returns>
    public static EquatableArray<CompilationResult> Compile(IReadOnlyList<SchemaFile> files)
    {
        var byPath = new Dictionary<string, SchemaFile>(StringComparer.Ordinal);
        foreach (var file in files)
            byPath[SchemaPath.Normalize(file.Path)] = file;

        var used = new HashSet<string>(StringComparer.Ordinal);
        var results = new List<CompilationResult>();
        foreach (var root in files.Where(file => SyntaxTree.BeginsProtocol(file.Text)))
        {
            used.Add(SchemaPath.Normalize(root.Path));
            results.Add(WithNamespaceOfItsOwn(Compile(root, path => Read(path)), root, results));
        }

        foreach (var orphan in files.Where(file => !used.Contains(SchemaPath.Normalize(file.Path))))
            results.Add(CheckOrphan(orphan));
        return results.ToEquatableArray();

        SchemaFile? Read(string path)
        {
            used.Add(path);
            return byPath.TryGetValue(path, out var file) ? file : null;
        }
    }

    /// <summary>Compiles one root file.</summary>
    /// <param name="root">The file that begins with <c>protocol</c>.</param>
    /// <param name="readFile">Gives the text of an imported file by its path, or null if there is none.</param>
    public static CompilationResult Compile(SchemaFile root, Func<string, string?> readFile) =>
        Compile(root, path => readFile(path) is { } text ? new SchemaFile(path, text) : null);

    private static CompilationResult Compile(SchemaFile root, Func<string, SchemaFile?> readFile)
    {
        var diagnostics = new DiagnosticBag();
        var loader = new SchemaLoader(readFile, diagnostics);
        var tree = loader.Load(root);
        ProtocolModel? model = null;
        if (tree.Root.Protocol is { } protocol)
            model = ProtocolBinder.Bind(protocol, loader.Trees, loader.IsComplete, diagnostics);
        else
            diagnostics.Report(tree.Source, default, Rules.NotARoot);

        var ordered = diagnostics.Ordered([.. loader.Trees.Select(item => item.Source.Path)]).ToEquatableArray();
        return new CompilationResult(root.Path, diagnostics.HasErrors ? null : model, ordered);
    }

    /// <summary>Two protocols in one namespace would have types of the same names.</summary>
    private static CompilationResult WithNamespaceOfItsOwn(CompilationResult result, SchemaFile root, List<CompilationResult> before)
    {
        var other = before.Find(item => item.Model is not null && item.Model.CSharpNamespace == result.Model?.CSharpNamespace)?.Model;
        if (other is null)
            return result;
        var diagnostics = new DiagnosticBag();
        var source = new SourceText(root.Path, root.Text);
        var name = SyntaxTree.Parse(source, new DiagnosticBag()).Root.Protocol!.Name;
        diagnostics.Report(source, name.Span, Rules.NamespaceTaken, other.Name, other.CSharpNamespace);
        return result with { Model = null, Diagnostics = result.Diagnostics.Concat(diagnostics.Ordered([root.Path])).ToEquatableArray() };
    }

    private static CompilationResult CheckOrphan(SchemaFile file)
    {
        var diagnostics = new DiagnosticBag();
        var source = new SourceText(file.Path, file.Text);
        SyntaxTree.Parse(source, diagnostics);
        if (!diagnostics.HasErrors)
            diagnostics.Report(source, default, Rules.NotImported);
        return new CompilationResult(file.Path, null, diagnostics.Ordered([file.Path]).ToEquatableArray());
    }
}
