using System.Text;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>A token, or a node made of tokens and other nodes.</summary>
public abstract class SyntaxElement
{
    public abstract SourceText Source { get; }

    /// <summary>From the first token to the last, without the trivia before.</summary>
    public abstract TextSpan Span { get; }

    /// <summary>Appends the text with all of its trivia.</summary>
    public abstract void WriteTo(StringBuilder output);

    /// <summary>The text with all of its trivia; of a whole file, exactly the file.</summary>
    public string ToFullString()
    {
        var output = new StringBuilder();
        WriteTo(output);
        return output.ToString();
    }

    public override string ToString() => Source.Slice(Span);
}
