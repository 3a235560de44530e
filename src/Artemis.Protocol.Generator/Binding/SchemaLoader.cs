using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Syntax;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Reads and parses a root file and all that it imports, each file once.</summary>
internal sealed class SchemaLoader(Func<string, SchemaFile?> readFile, DiagnosticBag diagnostics)
{
    private readonly List<SyntaxTree> trees = [];
    private readonly HashSet<string> paths = new(StringComparer.Ordinal);

    /// <summary>The files in the order of their first import, the root first.</summary>
    public IReadOnlyList<SyntaxTree> Trees => trees;

    /// <summary>Whether every import was found.</summary>
    public bool IsComplete { get; private set; } = true;

    public SyntaxTree Load(SchemaFile root)
    {
        var tree = Add(root.Path, root.Text);
        // A list that grows while it is walked stands for recursion, so that a long chain of imports does no harm.
        for (var i = 0; i < trees.Count; i++)
        {
            foreach (var import in trees[i].Root.Imports)
                Follow(trees[i], import);
        }

        return tree;
    }

    private void Follow(SyntaxTree importer, ImportSyntax import)
    {
        if (import.Path.IsMissing)
            return;
        var name = Literals.TextOf(import.Path.Text);
        var path = SchemaPath.Resolve(importer.Source.Path, name);
        if (!paths.Contains(path))
        {
            if (readFile(path) is not { } file)
            {
                IsComplete = false;
                diagnostics.Report(import.Source, import.Path.Span, Rules.ImportNotFound, name);
                return;
            }

            var tree = Add(file.Path, file.Text);
            if (tree.Root.Protocol is not null)
                diagnostics.Report(import.Source, import.Path.Span, Rules.ImportOfRoot, name);
        }
    }

    private SyntaxTree Add(string path, string text)
    {
        paths.Add(SchemaPath.Normalize(path));
        var tree = SyntaxTree.Parse(new SourceText(path, text), diagnostics);
        trees.Add(tree);
        return tree;
    }
}
