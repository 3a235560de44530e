using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>Cuts a text into tokens. Every character ends up in a token or in the trivia before one.</summary>
internal sealed class Lexer(SourceText source, DiagnosticBag diagnostics)
{
    private readonly string text = source.Content;
    private int position;

    public IReadOnlyList<SyntaxToken> ReadAll()
    {
        var tokens = new List<SyntaxToken>();
        do
            tokens.Add(Read());
        while (tokens[tokens.Count - 1].Kind != SyntaxKind.EndOfFile);
        return tokens;
    }

    public SyntaxToken ReadFirst() => Read();

    private char Current => Peek(0);

    private char Peek(int offset) => position + offset < text.Length ? text[position + offset] : '\0';

    private bool AtEnd => position >= text.Length;

    private SyntaxToken Read()
    {
        var trivia = ReadTrivia();
        var start = position;
        var kind = ReadKind();
        return new SyntaxToken(source, kind, TextSpan.FromBounds(start, position), trivia);
    }

    private IReadOnlyList<SyntaxTrivia> ReadTrivia()
    {
        List<SyntaxTrivia>? trivia = null;
        while (!AtEnd && ReadTriviaKind(out var start) is { } kind)
            (trivia ??= []).Add(new SyntaxTrivia(kind, text.Substring(start, position - start), start));
        return (IReadOnlyList<SyntaxTrivia>?)trivia ?? [];
    }

    private TriviaKind? ReadTriviaKind(out int start)
    {
        start = position;
        if (Current is '\r' or '\n')
        {
            position += Current == '\r' && Peek(1) == '\n' ? 2 : 1;
            return TriviaKind.LineBreak;
        }

        if (IsSpace(Current))
        {
            SkipWhile(IsSpace);
            return TriviaKind.Whitespace;
        }

        if (Current == '/' && Peek(1) == '/')
        {
            // Four slashes are a comment again, so that documentation can be commented out and rules can be drawn.
            var documents = Peek(2) == '/' && Peek(3) != '/';
            SkipWhile(c => c is not ('\r' or '\n'));
            return documents ? TriviaKind.Documentation : TriviaKind.Comment;
        }

        if (BeginsToken(Current))
            return null;
        SkipWhile(c => !IsSpace(c) && c is not ('\r' or '\n') && !BeginsToken(c));
        var span = TextSpan.FromBounds(start, position);
        diagnostics.Report(source, span, Rules.UnexpectedCharacter, Quote(source.Slice(span)));
        return TriviaKind.Bad;
    }

    private SyntaxKind ReadKind()
    {
        if (AtEnd)
            return SyntaxKind.EndOfFile;
        var c = Current;
        if (IsNameStart(c))
        {
            SkipWhile(IsNamePart);
            return SyntaxKind.Identifier;
        }

        if (IsDigit(c))
            return ReadNumber();
        if (c == '"')
            return ReadText();
        position++;
        switch (c)
        {
            case '.' when Current == '.':
                position++;
                return SyntaxKind.DotDot;
            case '.': return SyntaxKind.Dot;
            case '{': return SyntaxKind.OpenBrace;
            case '}': return SyntaxKind.CloseBrace;
            case '(': return SyntaxKind.OpenParen;
            case ')': return SyntaxKind.CloseParen;
            case '[': return SyntaxKind.OpenBracket;
            case ']': return SyntaxKind.CloseBracket;
            case ',': return SyntaxKind.Comma;
            case ';': return SyntaxKind.Semicolon;
            case ':': return SyntaxKind.Colon;
            case '=': return SyntaxKind.Equals;
            case '?': return SyntaxKind.Question;
            case '+': return SyntaxKind.Plus;
            case '-': return SyntaxKind.Minus;
            case '*': return SyntaxKind.Star;
            case '/': return SyntaxKind.Slash;
            default: return SyntaxKind.Pi;
        }
    }

    private SyntaxKind ReadNumber()
    {
        var start = position;
        if (Current == '0' && Peek(1) is 'x' or 'X')
        {
            position += 2;
            SkipWhile(IsNamePart);
        }
        else
        {
            SkipWhile(IsDigitOrGap);
            // In 0..1 the points are a range, not a decimal point.
            if (Current == '.' && IsDigit(Peek(1)))
            {
                position++;
                SkipWhile(IsDigitOrGap);
            }

            var exponent = Peek(1) is '+' or '-' ? 2 : 1;
            if (Current is 'e' or 'E' && IsDigit(Peek(exponent)))
            {
                position += exponent;
                SkipWhile(IsDigit);
            }

            if (!IsPiWord())
                SkipWhile(IsNamePart);
        }

        var span = TextSpan.FromBounds(start, position);
        if (!Literals.IsNumber(source.Slice(span)))
            diagnostics.Report(source, span, Rules.MalformedNumber, source.Slice(span));
        return SyntaxKind.Number;
    }

    private SyntaxKind ReadText()
    {
        var start = position++;
        while (!AtEnd && Current is not ('"' or '\r' or '\n'))
        {
            if (Current == '\\' && Peek(1) is not ('\r' or '\n' or '\0'))
            {
                if (Peek(1) is not ('\\' or '"' or 'n' or 't'))
                    diagnostics.Report(source, new TextSpan(position, 2), Rules.UnknownEscape, text.Substring(position, 2));
                position++;
            }

            position++;
        }

        if (Current == '"' && !AtEnd)
            position++;
        else
            diagnostics.Report(source, TextSpan.FromBounds(start, position), Rules.TextNotClosed);
        return SyntaxKind.Text;
    }

    /// <summary>Whether <c>pi</c> comes right here, as in <c>2pi</c>.</summary>
    private bool IsPiWord() => Current == 'p' && Peek(1) == 'i' && !IsNamePart(Peek(2));

    private void SkipWhile(Func<char, bool> wanted)
    {
        while (!AtEnd && wanted(Current))
            position++;
    }

    private static string Quote(string characters) => characters.Any(char.IsControl)
        ? "character " + string.Join(" ", characters.Select(c => $"U+{(int)c:X4}"))
        : $"'{characters}'";

    private static bool IsSpace(char c) => c is ' ' or '\t' or '\uFEFF';

    private static bool IsDigit(char c) => c is >= '0' and <= '9';

    private static bool IsDigitOrGap(char c) => IsDigit(c) || c == '_';

    private static bool IsNameStart(char c) => c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z');

    private static bool IsNamePart(char c) => IsNameStart(c) || IsDigitOrGap(c);

    private static bool BeginsToken(char c) => IsNamePart(c) && c != '_' || "\"{}()[],;:=?.+-*/π".IndexOf(c) >= 0;
}
