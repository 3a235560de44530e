using System.Text.RegularExpressions;
using Artemis.Protocol.Generator.Reference;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Reference;

public partial class ReferenceEmitterTests
{
    public static TheoryData<string> Pages =>
        ["README.md", "packets.md", "objects.md", "events.md", "commands.md", "messages.md", "structs.md", "quantities.md", "enums.md"];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Pages_of_the_frozen_protocol_are_as_approved(string page) =>
        Approved.Verify($"reference/{page}", ReferenceEmitter.Emit(FrozenSchema.Model).Single(file => file.Path == page).Text);

    [Fact]
    public void Every_link_leads_to_a_heading()
    {
        var result = SchemaCompiler.Compile(RealSchema.Files).Single();
        var pages = ReferenceEmitter.Emit(result.Model!).ToDictionary(file => file.Path, file => file.Text);
        pages["../wire-format.md"] = File.ReadAllText(Path.Combine(RealSchema.RepositoryRoot(), "docs", "wire-format.md"));

        var broken = from page in pages
                     where page.Key != "../wire-format.md"
                     from Match link in Link().Matches(page.Value)
                     let target = link.Groups["page"].Value is { Length: > 0 } other ? other : page.Key
                     let anchor = link.Groups["anchor"].Value
                     where !pages.TryGetValue(target, out var text) || (anchor.Length > 0 && !Anchors(text).Contains(anchor))
                     select $"{page.Key}: {link.Value}";

        Assert.Empty(broken.Distinct());
    }

    [Fact]
    public void Comments_cannot_break_a_table()
    {
        var model = Compile.Model("/// Either a | b,\n/// or c.\nenum Choice : u8 { /// This | that.\n A }\nevent Chosen = 1 { /// Of | all.\n choice : Choice }");
        var text = string.Concat(ReferenceEmitter.Emit(model).Select(file => file.Text));

        Assert.Contains("| 0 | A | This \\| that. |", text, StringComparison.Ordinal);
        Assert.Contains("| Of \\| all. |", text, StringComparison.Ordinal);
    }

    private static IEnumerable<string> Anchors(string text) =>
        Heading().Matches(text).Select(match => match.Groups[1].Value.ToLowerInvariant().Replace(' ', '-').Replace(",", ""));

    [GeneratedRegex(@"\]\((?<page>[^)#]*)(#(?<anchor>[^)]*))?\)")]
    private static partial Regex Link();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();
}
