using Artemis.Protocol.Generator.Diagnostics;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Incremental;

public class ProtocolGeneratorTests
{
    [Fact]
    public void The_real_schema_becomes_source_without_a_word()
    {
        var host = new GeneratorHost(RealSchema.Files);

        Assert.Empty(host.Result.Diagnostics);
        Assert.NotEmpty(host.Sources);
        Assert.All(host.Sources.Keys, name => Assert.Matches(@"^Artemis\.[A-Za-z0-9.]+\.g\.cs$", name));
    }

    [Fact]
    public void Diagnostics_are_where_and_what_the_command_line_says()
    {
        const string Text = """
            protocol Test 1.0

            object A = 1 mask 1 { 0 x : u8, 0 y : u9000 }
            struct a_b { x : u8 in 5..1 }
            """;
        var expected = SchemaCompiler.Compile([new SchemaFile("folder/test.artemis", Text)])[0].Diagnostics;

        var actual = new GeneratorHost([new SchemaFile("folder/test.artemis", Text)]).Result.Diagnostics;

        Assert.Equal(4, actual.Length);
        Assert.Equal(
            expected.Select(item => $"{item.Path}({item.Start}): {item.Severity} {item.Id}: {DiagnosticText.MessageWithAdvice(item)}").Order(),
            actual.Select(Print).Order());
        Assert.Equal("u9000", Text.Substring(actual.First(item => item.Id == Rules.UnknownName.Id).Location.SourceSpan.Start, 5));
    }

    [Fact]
    public void Several_protocols_of_a_project_keep_out_of_each_others_way()
    {
        var host = new GeneratorHost(
        [
            new SchemaFile("one.artemis", "protocol One 1.0\nobject Thing = 1 mask 1 { 0 x : u8 }"),
            new SchemaFile("two.artemis", "protocol Two 1.0\nobject Thing = 1 mask 1 { 0 x : u8 }"),
            new SchemaFile("notes.txt", "no schema at all"),
        ]);

        Assert.Empty(host.Result.Diagnostics);
        Assert.Contains(host.Sources.Keys, name => name.StartsWith("One.", StringComparison.Ordinal));
        Assert.Contains(host.Sources.Keys, name => name.StartsWith("Two.", StringComparison.Ordinal));
    }

    [Fact]
    public void Two_versions_of_a_protocol_live_in_one_project_by_their_namespaces()
    {
        const string Old = "protocol Radio 1.0 { namespace csharp \"Radio.Old\" }\nobject Thing = 1 mask 1 { 0 x : u8 }";
        var host = new GeneratorHost([new SchemaFile("new.artemis", "protocol Radio 2.0\nobject Thing = 1 mask 1 { 0 x : u8 }"), new SchemaFile("old.artemis", Old)]);

        Assert.Empty(host.Result.Diagnostics);
        Assert.Contains("Radio.Thing.g.cs", host.Sources.Keys);
        Assert.Contains("Radio.Old.Thing.g.cs", host.Sources.Keys);

        host.EditSchema("old.artemis", text => text.Replace("Radio.Old", "Radio", StringComparison.Ordinal));

        Assert.Equal(Rules.NamespaceTaken.Id, Assert.Single(host.Result.Diagnostics).Id);
        Assert.Contains("Radio.Thing.g.cs", host.Sources.Keys);
    }

    [Fact]
    public void An_error_in_a_file_that_two_protocols_share_is_one_error()
    {
        var host = new GeneratorHost(
        [
            new SchemaFile("one.artemis", "protocol One 1.0\nimport \"shared.artemis\""),
            new SchemaFile("two.artemis", "protocol Two 1.0\nimport \"shared.artemis\""),
            new SchemaFile("shared.artemis", "struct Shared { x : Nope }"),
        ]);

        Assert.Single(host.Result.Diagnostics);
    }

    [Fact]
    public void A_project_without_schemas_gets_nothing()
    {
        var host = new GeneratorHost([]);

        Assert.Empty(host.Sources);
        Assert.Empty(host.Result.Diagnostics);
    }

    private static string Print(Diagnostic item)
    {
        var place = item.Location.GetLineSpan();
        return $"{place.Path}({place.StartLinePosition.Line + 1},{place.StartLinePosition.Character + 1}): {item.Severity} {item.Id}: {item.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}";
    }
}
