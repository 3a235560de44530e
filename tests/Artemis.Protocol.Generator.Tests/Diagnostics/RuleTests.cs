using System.Globalization;
using System.Text;
using Artemis.Protocol.Generator.Diagnostics;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Diagnostics;

public class RuleTests
{
    public static TheoryData<string> Sources => [.. RuleExamples.All.Select(example => example.Text)];

    [Theory]
    [MemberData(nameof(Sources))]
    public void A_mistake_breaks_its_rule_and_no_other_in_the_place_where_it_is(string text)
    {
        var example = RuleExamples.All.First(item => item.Text == text);

        var diagnostic = Assert.Single(CompileExample(example).Diagnostics);
        Assert.Equal(example.Rule.Id, diagnostic.Id);
        Assert.Equal((example.MarkedPart, example.MarkedStart), (example.Source.Substring(diagnostic.Span.Start, diagnostic.Span.Length), diagnostic.Span.Start));
        Assert.Equal(example.Rule.Severity, diagnostic.Severity);
        Assert.DoesNotContain("{", diagnostic.Message.Replace("'{'", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.NotEmpty(diagnostic.Advice);
    }

    [Fact]
    public void Every_rule_has_an_example_or_a_test_of_its_own()
    {
        // They take several files to break; see ImportTests and ProtocolGeneratorTests.
        string[] elsewhere = [Rules.NotImported.Id, Rules.NamespaceTaken.Id];

        Assert.Equal(Rules.All.Select(rule => rule.Id), RuleExamples.All.Select(example => example.Rule.Id).Concat(elsewhere).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Rules_have_ids_of_their_own_in_the_order_of_the_table()
    {
        var ids = typeof(Rules).GetFields().Select(field => ((Rule)field.GetValue(null)!).Id).ToList();

        Assert.All(ids, id => Assert.Matches("^ART[1-5][0-9]{3}$", id));
        Assert.Equal(ids.Order(StringComparer.Ordinal).Distinct(), ids);
    }

    [Fact]
    public void What_is_printed_is_approved() => Approved.Verify(
        "rules.txt", string.Join("\n", RuleExamples.All.Select(example => Compile.Print(CompileExample(example), example.Source))));

    [Fact]
    public void The_documentation_lists_every_rule()
    {
        var page = new StringBuilder("# Diagnostics of the schema compiler\n\n| Code | Severity | What is wrong |\n| --- | --- | --- |\n");
        foreach (var rule in Rules.All)
            page.Append(CultureInfo.InvariantCulture, $"| {rule.Id} | {rule.Severity} | {rule.Title} |\n");
        page.Append("\nAn example of each, as the command line shows it:\n");
        foreach (var example in RuleExamples.All.DistinctBy(example => example.Rule))
            page.Append(CultureInfo.InvariantCulture, $"\n```\n{Compile.Print(CompileExample(example), example.Source)}```\n");

        Approved.Verify("../../../docs/diagnostics.md", page.ToString());
    }

    private static CompilationResult CompileExample(RuleExample example) => Compile.File(example.Source, RuleExamples.Imports);
}
