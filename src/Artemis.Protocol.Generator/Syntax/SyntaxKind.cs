namespace Artemis.Protocol.Generator.Syntax;

/// <summary>Kinds of token. Keywords are identifiers: only their place makes them keywords.</summary>
public enum SyntaxKind
{
    EndOfFile,
    Identifier,
    Number,
    Text,
    Pi,
    OpenBrace,
    CloseBrace,
    OpenParen,
    CloseParen,
    OpenBracket,
    CloseBracket,
    Comma,
    Semicolon,
    Colon,
    Equals,
    Question,
    Dot,
    DotDot,
    Plus,
    Minus,
    Star,
    Slash,
}

/// <summary>How token kinds look.</summary>
internal static class SyntaxKinds
{
    /// <summary>The kind's text in quotes, or words for it.</summary>
    public static string Display(this SyntaxKind kind) => kind switch
    {
        SyntaxKind.EndOfFile => "the end of the file",
        SyntaxKind.Identifier => "a name",
        SyntaxKind.Number => "a number",
        SyntaxKind.Text => "a text in quotes",
        SyntaxKind.Pi => "'π'",
        SyntaxKind.OpenBrace => "'{'",
        SyntaxKind.CloseBrace => "'}'",
        SyntaxKind.OpenParen => "'('",
        SyntaxKind.CloseParen => "')'",
        SyntaxKind.OpenBracket => "'['",
        SyntaxKind.CloseBracket => "']'",
        SyntaxKind.Comma => "','",
        SyntaxKind.Semicolon => "';'",
        SyntaxKind.Colon => "':'",
        SyntaxKind.Equals => "'='",
        SyntaxKind.Question => "'?'",
        SyntaxKind.Dot => "'.'",
        SyntaxKind.DotDot => "'..'",
        SyntaxKind.Plus => "'+'",
        SyntaxKind.Minus => "'-'",
        SyntaxKind.Star => "'*'",
        _ => "'/'",
    };
}
