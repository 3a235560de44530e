using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Syntax;
using Artemis.Protocol.Generator.Text;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Syntax;

public class RoundTripTests
{
    private static readonly string[] Fragments =
    [
        "{", "}", "(", ")", "[", "]", "..", ".", ",", ";", ":", "=", "?", "\"", "//", "///", "\r", "\n", "\t", " ", "π", "0x", "_", "é", "🚀",
        "\uFEFF", "\0", "-", "/", "*", "12", "1.5e9", "import \"objects.artemis\"", "protocol", "object", "struct A {", "since 1.1", "as f32", "view", "reserved 1..2",
    ];

    [Fact]
    public void The_real_schema_comes_back_from_its_tree()
    {
        foreach (var file in RealSchema.Files)
            Assert.Equal(file.Text, FullText(file.Text));
    }

    [Fact]
    public void Any_text_comes_back_from_its_tree() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string?>(), text => FullText(text ?? "") == (text ?? "")).QuickCheckThrowOnFailure();

    [Fact]
    public void A_damaged_schema_comes_back_from_its_tree() =>
        Prop.ForAll(Damaged(), text => FullText(text) == text).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    [Fact]
    public void A_damaged_schema_compiles_or_says_why_not() =>
        Prop.ForAll(Damaged(), text =>
        {
            var result = SchemaCompiler.Compile(new SchemaFile("damaged.artemis", "protocol Damaged 1.0\n" + text), path => RealSchema.Files.FirstOrDefault(file => file.Path == path)?.Text);
            return result.Model is not null || result.Diagnostics.Any(item => item.Severity == SchemaSeverity.Error && item.Message.Length > 0);
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    [Fact]
    public void Positions_of_tokens_are_where_their_text_is() =>
        Prop.ForAll(Damaged(), text => TokensOf(Parse(text).Root)
            .All(token => token.IsMissing || text.Substring(token.Span.Start, token.Span.Length) == token.Text))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(50));

    private static Arbitrary<string> Damaged() => Arb.From(
        from file in Gen.Elements(RealSchema.Files.Select(file => file.Text))
        from edits in Gen.NonEmptyListOf(Edit())
        select edits.Take(12).Aggregate(file, (text, edit) => edit(text)));

    private static Gen<Func<string, string>> Edit() =>
        from kind in Gen.Choose(0, 3)
        from at in Gen.Choose(0, int.MaxValue)
        from length in Gen.Choose(1, 60)
        from fragment in Gen.Elements(Fragments)
        select (Func<string, string>)(text =>
        {
            var start = at % (text.Length + 1);
            var end = Math.Min(text.Length, start + length);
            return kind switch
            {
                0 => text.Insert(start, fragment),
                1 => text.Remove(start, end - start),
                2 => text.Insert((at / 7) % (text.Length + 1), text[start..end]),
                _ => text[..start] + fragment + text[end..],
            };
        });

    private static IEnumerable<SyntaxToken> TokensOf(SyntaxNode node) => node.Children.SelectMany(child =>
        child is SyntaxToken token ? [token] : TokensOf((SyntaxNode)child));

    private static SyntaxTree Parse(string text) => SyntaxTree.Parse(new SourceText("test.artemis", text), new DiagnosticBag());

    private static string FullText(string text) => Parse(text).Root.ToFullString();
}
