using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace Artemis.Protocol.Generator.Tests.Incremental;

/// <summary>A project with schema files and one C# file, edited and generated as an editor does it.</summary>
internal sealed class GeneratorHost
{
    private readonly Dictionary<string, MemoryText> files = [];
    private CSharpCompilation compilation = CSharpCompilation.Create(
        "Host", [CSharpSyntaxTree.ParseText("class Unrelated { }", path: "Unrelated.cs")]);
    private GeneratorDriver driver;

    public GeneratorHost(IEnumerable<SchemaFile> schemas)
    {
        foreach (var schema in schemas)
            files[schema.Path] = new MemoryText(schema.Path, schema.Text);
        driver = CSharpGeneratorDriver.Create(
            [new ProtocolGenerator().AsSourceGenerator()],
            files.Values,
            driverOptions: new GeneratorDriverOptions(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
        Generate();
    }

    public GeneratorDriverRunResult Result => driver.GetRunResult();

    /// <summary>Generated files by their hint names.</summary>
    public IReadOnlyDictionary<string, string> Sources =>
        Result.Results[0].GeneratedSources.ToDictionary(source => source.HintName, source => source.SourceText.ToString());

    public string TextOf(string path) => files[path].Text;

    /// <summary>Changes a schema file and generates again.</summary>
    public void EditSchema(string path, Func<string, string> edit)
    {
        var changed = new MemoryText(path, edit(files[path].Text));
        driver = driver.ReplaceAdditionalText(files[path], changed);
        files[path] = changed;
        Generate();
    }

    /// <summary>Changes the C# file and generates again.</summary>
    public void EditCode(string text)
    {
        compilation = compilation.ReplaceSyntaxTree(compilation.SyntaxTrees[0], CSharpSyntaxTree.ParseText(text, path: "Unrelated.cs"));
        Generate();
    }

    /// <summary>What became of the results of a step in the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> Reasons(string step) =>
        [.. Result.Results[0].TrackedSteps[step].SelectMany(run => run.Outputs).Select(output => output.Reason)];

    /// <summary>What became of everything that was handed to the compiler in the last run.</summary>
    public IReadOnlyList<IncrementalStepRunReason> OutputReasons() =>
        [.. Result.Results[0].TrackedOutputSteps.SelectMany(step => step.Value).SelectMany(run => run.Outputs).Select(output => output.Reason)];

    private void Generate() => driver = driver.RunGenerators(compilation);

    private sealed class MemoryText(string path, string text) : AdditionalText
    {
        public string Text { get; } = text;

        public override string Path { get; } = path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(Text);
    }
}
