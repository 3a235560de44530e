using System.Text;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>
/// A part of the tree that the grammar knows. Its children are all of its tokens and nodes in order, those that the parser had to
/// skip included, so that nothing of the text is lost.
/// </summary>
public abstract class SyntaxNode : SyntaxElement
{
    private SourceText? source;

    public IReadOnlyList<SyntaxElement> Children { get; private set; } = [];

    public override SourceText Source => source!;

    public override TextSpan Span => Children.Count == 0
        ? new TextSpan(start, 0)
        : TextSpan.FromBounds(Children[0].Span.Start, Children[Children.Count - 1].Span.End);

    private int start;

    public override void WriteTo(StringBuilder output)
    {
        foreach (var child in Children)
            child.WriteTo(output);
    }

    /// <summary>Called once by the parser, when it has all the children.</summary>
    internal void Adopt(SourceText text, int position, IReadOnlyList<SyntaxElement> children)
    {
        source = text;
        start = position;
        Children = children;
    }
}

/// <summary>Tokens that the parser could make nothing of.</summary>
public sealed class SkippedSyntax : SyntaxNode;
