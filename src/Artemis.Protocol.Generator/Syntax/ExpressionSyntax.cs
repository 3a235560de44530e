namespace Artemis.Protocol.Generator.Syntax;

/// <summary>A number, a text, or arithmetic over them.</summary>
public abstract class ExpressionSyntax : SyntaxNode;

/// <summary>A number as it is written. A missing token means that no expression was there at all.</summary>
public sealed class NumberSyntax(SyntaxToken token) : ExpressionSyntax
{
    public SyntaxToken Token { get; } = token;
}

/// <summary><c>"text"</c>.</summary>
public sealed class TextSyntax(SyntaxToken token) : ExpressionSyntax
{
    public SyntaxToken Token { get; } = token;
}

/// <summary><c>π</c> or <c>pi</c>, perhaps right after a number.</summary>
public sealed class PiSyntax(SyntaxToken? factor) : ExpressionSyntax
{
    public SyntaxToken? Factor { get; } = factor;
}

/// <summary>The name of a constant.</summary>
public sealed class NameSyntax(SyntaxToken token) : ExpressionSyntax
{
    public SyntaxToken Token { get; } = token;
}

/// <summary><c>(inner)</c>.</summary>
public sealed class ParenthesizedSyntax(ExpressionSyntax inner) : ExpressionSyntax
{
    public ExpressionSyntax Inner { get; } = inner;
}

/// <summary><c>-operand</c> or <c>+operand</c>.</summary>
public sealed class UnarySyntax(SyntaxToken sign, ExpressionSyntax operand) : ExpressionSyntax
{
    public SyntaxToken Sign { get; } = sign;

    public ExpressionSyntax Operand { get; } = operand;
}

/// <summary>Two operands of <c>+ - * /</c>.</summary>
public sealed class BinarySyntax(ExpressionSyntax left, SyntaxToken sign, ExpressionSyntax right) : ExpressionSyntax
{
    public ExpressionSyntax Left { get; } = left;

    public SyntaxToken Sign { get; } = sign;

    public ExpressionSyntax Right { get; } = right;
}
