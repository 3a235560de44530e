using System.Text;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>What stands between tokens.</summary>
public enum TriviaKind
{
    Whitespace,
    LineBreak,

    /// <summary><c>//</c> to the end of the line.</summary>
    Comment,

    /// <summary><c>///</c> to the end of the line.</summary>
    Documentation,

    /// <summary>Characters that the language does not know.</summary>
    Bad,
}

/// <summary>A piece of text that means nothing to the grammar, kept so that the tree is the whole file.</summary>
public readonly record struct SyntaxTrivia(TriviaKind Kind, string Text, int Start)
{
    public TextSpan Span => new(Start, Text.Length);
}

/// <summary>A word or sign, with the trivia before it.</summary>
public sealed class SyntaxToken(
    SourceText source, SyntaxKind kind, TextSpan span, IReadOnlyList<SyntaxTrivia> leading, bool isMissing = false)
    : SyntaxElement
{
    public override SourceText Source { get; } = source;

    public SyntaxKind Kind { get; } = kind;

    public override TextSpan Span { get; } = span;

    /// <summary>The token as it is written; empty for a token that is missing.</summary>
    public string Text { get; } = source.Slice(span);

    public IReadOnlyList<SyntaxTrivia> Leading { get; } = leading;

    /// <summary>Whether the parser had to make it up; then it has no text and was reported.</summary>
    public bool IsMissing { get; } = isMissing;

    /// <summary>Whether it is the first of its line.</summary>
    public bool StartsLine { get; } =
        leading.Count == 0 ? span.Start == 0 : leading[0].Start == 0 || leading.Any(trivia => trivia.Kind == TriviaKind.LineBreak);

    public bool HasDocumentation => Leading.Any(trivia => trivia.Kind == TriviaKind.Documentation);

    /// <summary>The <c>///</c> lines before the token, without their signs; empty if there are none.</summary>
    public string Documentation => string.Join("\n", Leading.Where(trivia => trivia.Kind == TriviaKind.Documentation).Select(Words)).Trim('\n');

    public bool Is(string word) => Kind == SyntaxKind.Identifier && Text == word;

    public override void WriteTo(StringBuilder output)
    {
        foreach (var trivia in Leading)
            output.Append(trivia.Text);
        output.Append(Text);
    }

    private static string Words(SyntaxTrivia trivia)
    {
        var words = trivia.Text.Substring(3).TrimEnd();
        return words.StartsWith(" ", StringComparison.Ordinal) ? words.Substring(1) : words;
    }
}
