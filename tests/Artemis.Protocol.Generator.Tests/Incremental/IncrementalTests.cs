using Artemis.Protocol.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Incremental;

/// <summary>An edit runs no further than it changes something.</summary>
public class IncrementalTests
{
    private static readonly string[] AllSteps =
    [
        ProtocolGenerator.Steps.Files, ProtocolGenerator.Steps.Compilations, ProtocolGenerator.Steps.Models, ProtocolGenerator.Steps.Outputs,
    ];

    private readonly GeneratorHost host = new(RealSchema.Files);

    [Fact]
    public void An_edit_of_unrelated_code_runs_nothing_again()
    {
        host.EditCode("class Unrelated { int added; }");

        foreach (var step in AllSteps)
            AssertNothingNew(host.Reasons(step));
        Assert.All(host.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
    }

    [Fact]
    public void A_comment_in_a_schema_emits_nothing_again()
    {
        var before = host.Sources;

        host.EditSchema("objects.artemis", text => "// A new first line.\n" + text.Replace("{\n", "{ // and more\n", StringComparison.Ordinal));

        Assert.Contains(IncrementalStepRunReason.Modified, host.Reasons(ProtocolGenerator.Steps.Files));
        AssertNothingNew(host.Reasons(ProtocolGenerator.Steps.Compilations));
        AssertNothingNew(host.Reasons(ProtocolGenerator.Steps.Outputs));
        Assert.All(host.OutputReasons(), reason => Assert.Equal(IncrementalStepRunReason.Cached, reason));
        Assert.Equal(before, host.Sources);
    }

    [Fact]
    public void A_comment_moves_a_warning_and_still_emits_nothing_again()
    {
        var warned = new GeneratorHost([new SchemaFile("a.artemis", "protocol A 1.0\nobject thing = 1 mask 1 { 0 x : u8 }")]);

        warned.EditSchema("a.artemis", text => "// Moves all down.\n" + text);

        Assert.Equal("a.artemis: (2,7)-(2,12)", Assert.Single(warned.Result.Diagnostics).Location.GetLineSpan().ToString());
        Assert.Equal([IncrementalStepRunReason.Modified], warned.Reasons(ProtocolGenerator.Steps.Diagnostics));
        Assert.Equal([IncrementalStepRunReason.Unchanged], warned.Reasons(ProtocolGenerator.Steps.Models));
        AssertNothingNew(warned.Reasons(ProtocolGenerator.Steps.Outputs));
    }

    [Fact]
    public void Documentation_in_a_schema_changes_comments_only()
    {
        var before = host.Sources;

        host.EditSchema("objects.artemis", text => text.Replace("/// A mine that was laid.", "/// A mine that lies and waits.", StringComparison.Ordinal));

        var after = host.Sources;
        Assert.Equal(before.Keys, after.Keys);
        var changed = after.Where(source => before[source.Key] != source.Value).ToList();
        Assert.NotEmpty(changed);
        Assert.All(changed, source => Assert.Contains("A mine that lies and waits.", source.Value, StringComparison.Ordinal));
        Assert.All(changed, source => Assert.Equal(CodeOf(before[source.Key]), CodeOf(source.Value)));
        Assert.Equal(changed.Count, host.Reasons(ProtocolGenerator.Steps.Outputs).Count(reason => reason == IncrementalStepRunReason.Modified));
    }

    [Fact]
    public void A_changed_field_emits_again_what_it_touches()
    {
        var before = host.Sources;

        host.EditSchema("objects.artemis", text => text.Replace("3 armed : bool", "3 armed : u8", StringComparison.Ordinal));

        var changed = host.Sources.Where(source => before[source.Key] != source.Value).Select(source => source.Key).ToList();
        Assert.Contains(changed, name => name.Contains("Mine", StringComparison.Ordinal));
        Assert.DoesNotContain(changed, name => name.Contains("Nebula", StringComparison.Ordinal));
    }

    [Fact]
    public void An_error_takes_the_output_away_and_its_repair_brings_it_back()
    {
        var before = host.Sources;

        host.EditSchema("objects.artemis", text => text.Replace("3 armed : bool", "3 armed : bolo", StringComparison.Ordinal));
        Assert.Empty(host.Sources);
        Assert.Equal(Rules.UnknownName.Id, Assert.Single(host.Result.Diagnostics).Id);

        host.EditSchema("objects.artemis", text => text.Replace("bolo", "bool", StringComparison.Ordinal));
        Assert.Empty(host.Result.Diagnostics);
        Assert.Equal(before, host.Sources);
    }

    /// <summary>The tokens of a C# text: all of it but comments and layout.</summary>
    private static IEnumerable<string> CodeOf(string source) =>
        CSharpSyntaxTree.ParseText(source).GetRoot().DescendantTokens().Select(token => token.Text);

    private static void AssertNothingNew(IReadOnlyList<IncrementalStepRunReason> reasons)
    {
        Assert.NotEmpty(reasons);
        Assert.All(reasons, reason => Assert.True(reason is IncrementalStepRunReason.Cached or IncrementalStepRunReason.Unchanged, $"{reason}"));
    }
}
