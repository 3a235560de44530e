namespace Artemis.Protocol.Generator.Syntax;

/// <summary>The words of the language. Each is a keyword only where the grammar looks for it.</summary>
internal static class Keywords
{
    public static IReadOnlyList<string> Declarations { get; } =
    [
        "protocol", "import", "const", "enum", "flags", "quantity", "struct", "record", "object", "event", "command", "packet", "message",
    ];

    public static bool BeginsDeclaration(SyntaxToken token) =>
        token.Kind == SyntaxKind.Identifier && Declarations.Contains(token.Text);

    /// <summary>
    /// Whether three tokens are surely the head of a declaration, so that a body which meets them must lack its <c>}</c>.
    /// </summary>
    public static bool IsDeclarationHead(SyntaxToken keyword, SyntaxToken name, SyntaxToken next) => keyword.StartsLine && keyword.Text switch
    {
        "import" => name.Kind == SyntaxKind.Text,
        "struct" or "record" => IsNamed(name) && next.Kind == SyntaxKind.OpenBrace,
        "enum" or "flags" => IsNamed(name) && next.Kind == SyntaxKind.Colon,
        "const" or "quantity" or "object" or "event" or "command" => IsNamed(name) && next.Kind == SyntaxKind.Equals,
        "packet" or "message" => IsNamed(name) && next.Is("from"),
        _ => false,
    };

    private static bool IsNamed(SyntaxToken token) => token.Kind == SyntaxKind.Identifier;
}
