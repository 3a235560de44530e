using System.Collections.Immutable;
using Artemis.Protocol.Generator.CSharp;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using TextSpan = Microsoft.CodeAnalysis.Text.TextSpan;

namespace Artemis.Protocol.Generator;

/// <summary>
/// Compiles the <c>.artemis</c> files among a project's additional files into C#. Only equatable values pass from step to step, so that
/// an edit runs no further than it changes something; diagnostics go a way of their own, since they move with every line.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed class ProtocolGenerator : IIncrementalGenerator
{
    /// <summary>Names of the steps, for tests that look at what an edit runs again.</summary>
    public static class Steps
    {
        public const string Files = nameof(Files);
        public const string Compilations = nameof(Compilations);
        public const string Models = nameof(Models);
        public const string Outputs = nameof(Outputs);
        public const string Diagnostics = nameof(Diagnostics);
    }

    private static readonly IReadOnlyDictionary<string, DiagnosticDescriptor> Descriptors = Rules.All.ToDictionary(
        rule => rule.Id,
        rule => new DiagnosticDescriptor(
            rule.Id,
            rule.Title,
            "{0}",
            "Artemis.Schema",
            rule.Severity == SchemaSeverity.Error ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning,
            isEnabledByDefault: true));

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var compilations = context.AdditionalTextsProvider
            .Where(file => file.Path.EndsWith(".artemis", StringComparison.OrdinalIgnoreCase))
            .Select((file, cancel) => new SchemaFile(file.Path, file.GetText(cancel)?.ToString() ?? ""))
            .WithTrackingName(Steps.Files)
            .Collect()
            .SelectMany((files, _) => Compile(files))
            .WithTrackingName(Steps.Compilations);

        var outputs = compilations
            .SelectMany((result, _) => result.Model is null ? [] : new[] { result.Model })
            .WithTrackingName(Steps.Models)
            .SelectMany((model, _) => Emit(model))
            .WithTrackingName(Steps.Outputs);
        context.RegisterSourceOutput(outputs, (production, file) => production.AddSource(file.Path, file.Text));

        // A file that two protocols share is wrong once.
        var diagnostics = compilations
            .SelectMany((result, _) => result.Diagnostics)
            .Collect()
            .SelectMany((all, _) => all.Distinct())
            .WithTrackingName(Steps.Diagnostics);
        context.RegisterSourceOutput(diagnostics, (production, item) => production.ReportDiagnostic(ToRoslyn(item)));
    }

    /// <summary>The order of a project's files is the host's; ours is by path.</summary>
    private static EquatableArray<CompilationResult> Compile(ImmutableArray<SchemaFile> files) =>
        SchemaCompiler.Compile([.. files.OrderBy(file => file.Path, StringComparer.Ordinal)]);

    /// <summary>The C# of a protocol, each file under a name that no other protocol's file has: no two share a namespace.</summary>
    private static IEnumerable<OutputFile> Emit(ProtocolModel model) =>
        CSharpEmitter.Emit(model).Select(file => file with { Path = $"{model.CSharpNamespace}.{file.Path.Replace('/', '.')}" });

    private static Diagnostic ToRoslyn(SchemaDiagnostic item)
    {
        var lines = new LinePositionSpan(ToRoslyn(item.Start), ToRoslyn(item.End));
        var location = Location.Create(item.Path, new TextSpan(item.Span.Start, item.Span.Length), lines);
        return Diagnostic.Create(Descriptors[item.Id], location, DiagnosticText.MessageWithAdvice(item));
    }

    private static Microsoft.CodeAnalysis.Text.LinePosition ToRoslyn(Text.LinePosition position) => new(position.Line - 1, position.Column - 1);
}
