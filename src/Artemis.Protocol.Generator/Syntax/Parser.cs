using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>
/// Recursive descent over the tokens of one file. Tokens and finished nodes lie on a stack; a node that is finished takes all that was
/// pushed since its mark as its children, so that nothing can get lost. This part holds the cursor and the recovery from errors.
/// </summary>
internal sealed partial class Parser(SourceText source, IReadOnlyList<SyntaxToken> tokens, DiagnosticBag diagnostics)
{
    // Far beyond any sensible schema, and far below what the stack of a compiler's thread holds.
    private const int DepthLimit = 100;

    private readonly List<SyntaxElement> stack = [];
    private readonly bool lacksBrace =
        tokens.Count(token => token.Kind == SyntaxKind.OpenBrace) > tokens.Count(token => token.Kind == SyntaxKind.CloseBrace);
    private int position;
    private int lastError = -1;
    private int documented = -1;

    private SyntaxToken Current => tokens[position];

    private bool AtEnd => Current.Kind == SyntaxKind.EndOfFile;

    private int Mark => stack.Count;

    private SyntaxToken Peek(int offset) => tokens[Math.Min(position + offset, tokens.Count - 1)];

    private bool At(SyntaxKind kind) => Current.Kind == kind;

    /// <summary>Whether the current word cannot be the name of a field: then it may be a keyword.</summary>
    private bool AtWord(string word) =>
        Current.Is(word) && Peek(1).Kind is not (SyntaxKind.Colon or SyntaxKind.Question);

    private T Finish<T>(int mark, T node)
        where T : SyntaxNode
    {
        node.Adopt(source, EndOfPrevious, stack.GetRange(mark, stack.Count - mark));
        stack.RemoveRange(mark, stack.Count - mark);
        stack.Add(node);
        return node;
    }

    private SyntaxToken Take()
    {
        var token = Current;
        if (token.HasDocumentation && documented != position)
        {
            var stray = token.Leading.First(trivia => trivia.Kind == TriviaKind.Documentation);
            diagnostics.Report(source, stray.Span, Rules.StrayDocumentation);
        }

        stack.Add(token);
        if (!AtEnd)
            position++;
        return token;
    }

    /// <summary>The documentation of the member or declaration that begins here.</summary>
    private string TakeDocumentation()
    {
        documented = position;
        return Current.Documentation;
    }

    private SyntaxToken Expect(SyntaxKind kind, string? what = null, string advice = "")
    {
        if (At(kind))
            return Take();
        ReportExpected(what ?? kind.Display(), advice);
        return Missing(kind);
    }

    private SyntaxToken Missing(SyntaxKind kind) => new(source, kind, new TextSpan(EndOfPrevious, 0), [], isMissing: true);

    private int EndOfPrevious => position == 0 ? 0 : tokens[position - 1].Span.End;

    /// <summary>Reports once at each token, so that one mistake is one error.</summary>
    private void ReportExpected(string what, string advice = "") =>
        Report(ErrorSpan, Rules.Expected, what, Describe(Current), advice.Length > 0 ? advice : $"write {what} here");

    private void Report(TextSpan span, Rule rule, params object[] arguments)
    {
        if (lastError == position)
            return;
        lastError = position;
        diagnostics.Report(source, span, rule, arguments);
    }

    /// <summary>What is missing at the end of a line is missing there, not on the next.</summary>
    private TextSpan ErrorSpan => position > 0 && (Current.StartsLine || AtEnd) ? new TextSpan(EndOfPrevious, 0) : Current.Span;

    private static string Describe(SyntaxToken token) => token.Kind switch
    {
        SyntaxKind.EndOfFile => token.Kind.Display(),
        _ when token.Text.Length > 24 => $"'{token.Text.Substring(0, 24)}…'",
        _ => $"'{token.Text}'",
    };

    /// <summary>Steps over tokens up to one that is wanted or the end; braces are stepped over as a whole.</summary>
    private void SkipUntil(Func<bool> wanted)
    {
        var mark = Mark;
        var depth = 0;
        while (!AtEnd && (depth > 0 || !wanted()))
        {
            if (At(SyntaxKind.OpenBrace))
                depth++;
            else if (At(SyntaxKind.CloseBrace) && depth > 0)
                depth--;
            if (depth > 0 && AtDeclarationHead && lacksBrace)
                depth = 0;
            else
                stack.Add(tokens[position++]);
        }

        if (Mark > mark)
            Finish(mark, new SkippedSyntax());
    }

    private bool AtDeclarationHead => Keywords.IsDeclarationHead(Current, Peek(1), Peek(2));

    private bool AtSeparator => Current.Kind is SyntaxKind.Comma or SyntaxKind.Semicolon;

    /// <summary>Parses <c>{ members }</c>, going on with the next member after an error.</summary>
    /// <param name="owner">What the braces belong to, for messages.</param>
    /// <param name="begins">Whether a member may begin here.</param>
    /// <param name="strictHeads">Whether three words in a row can be members, so that only a brace count tells that one is missing.</param>
    private List<T> ParseBody<T>(string owner, string member, bool strictHeads, Func<bool> begins, Func<T> parse)
    {
        var members = new List<T>();
        if (!At(SyntaxKind.OpenBrace))
        {
            ReportExpected(SyntaxKind.OpenBrace.Display());
            SkipUntil(() => Current.StartsLine || At(SyntaxKind.OpenBrace) || At(SyntaxKind.CloseBrace));
            if (!At(SyntaxKind.OpenBrace))
                return members;
        }

        var open = Take();
        bool AtListEnd() => AtEnd || At(SyntaxKind.CloseBrace) || (AtDeclarationHead && (lacksBrace || !strictHeads));
        while (!AtListEnd())
        {
            if (AtSeparator)
            {
                Take();
                continue;
            }

            var before = position;
            if (begins())
                members.Add(parse());
            else
                ReportExpected(member);
            if (lastError >= before)
                SkipUntil(() => AtListEnd() || AtSeparator || (position > before && Current.StartsLine && begins()));
        }

        if (At(SyntaxKind.CloseBrace))
            Take();
        else
            Report(ErrorSpan, Rules.NotClosed, owner, source.PositionOf(open.Span.Start).Line);
        return members;
    }
}
