namespace Artemis.Protocol.Generator.Syntax;

/// <summary>The type of a field or quantity.</summary>
public abstract class TypeSyntax : SyntaxNode;

/// <summary>A type by its name, with what may follow: <c>string(..64)</c>, <c>f32 in 0..1 step 0.1 as u8</c>.</summary>
public sealed class NamedTypeSyntax(
    SyntaxToken name,
    BoundsSyntax? bounds,
    RangeSyntax? range,
    SyntaxToken? wraps,
    StepSyntax? step,
    WireSyntax? wire) : TypeSyntax
{
    public SyntaxToken Name { get; } = name;

    public BoundsSyntax? Bounds { get; } = bounds;

    public RangeSyntax? Range { get; } = range;

    public SyntaxToken? Wraps { get; } = wraps;

    public StepSyntax? Step { get; } = step;

    public WireSyntax? Wire { get; } = wire;
}

/// <summary><c>Element[bounds]</c>.</summary>
public sealed class ListTypeSyntax(TypeSyntax element, BoundsSyntax bounds) : TypeSyntax
{
    public TypeSyntax Element { get; } = element;

    public BoundsSyntax Bounds { get; } = bounds;
}

/// <summary><c>(..64)</c>, <c>(1..32)</c>, <c>[8]</c>: without <c>..</c> both bounds are <paramref name="upper"/>.</summary>
public sealed class BoundsSyntax(ExpressionSyntax? lower, bool hasDots, ExpressionSyntax? upper) : SyntaxNode
{
    public ExpressionSyntax? Lower { get; } = lower;

    public bool HasDots { get; } = hasDots;

    public ExpressionSyntax? Upper { get; } = upper;
}

/// <summary><c>in min..max</c>.</summary>
public sealed class RangeSyntax(ExpressionSyntax min, ExpressionSyntax max) : SyntaxNode
{
    public ExpressionSyntax Min { get; } = min;

    public ExpressionSyntax Max { get; } = max;
}

/// <summary><c>step size</c>.</summary>
public sealed class StepSyntax(ExpressionSyntax size) : SyntaxNode
{
    public ExpressionSyntax Size { get; } = size;
}

/// <summary><c>as u16</c>.</summary>
public sealed class WireSyntax(SyntaxToken type) : SyntaxNode
{
    public SyntaxToken Type { get; } = type;
}
