using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>A parsed file. Its full text is the file's, whatever errors it has.</summary>
public sealed class SyntaxTree
{
    private SyntaxTree(SourceText source, FileSyntax root)
    {
        Source = source;
        Root = root;
    }

    public SourceText Source { get; }

    public FileSyntax Root { get; }

    /// <summary>Whether a file begins with the word <c>protocol</c>, which makes it a root.</summary>
    public static bool BeginsProtocol(string text) =>
        new Lexer(new SourceText("", text), new DiagnosticBag()).ReadFirst().Is("protocol");

    /// <summary>Parses a file. Errors go to the bag, and parsing goes on after them.</summary>
    public static SyntaxTree Parse(SourceText source, DiagnosticBag diagnostics)
    {
        var tokens = new Lexer(source, diagnostics).ReadAll();
        return new SyntaxTree(source, new Parser(source, tokens, diagnostics).ParseFile());
    }
}
