using System.Numerics;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>
/// Computes expressions: exactly as long as all is whole, else in doubles. Null results were reported already.
/// </summary>
internal sealed class ConstantEvaluator(BindingContext context)
{
    // Keeps a chain of squared constants from filling the memory.
    private static readonly BigInteger Largest = BigInteger.One << 256;

    // Constants that stand for each other in a long chain, each an expression of some depth, must not fill the stack.
    private const int DepthLimit = 2000;

    private readonly Dictionary<ConstSyntax, ConstValue?> known = [];
    private readonly HashSet<ConstSyntax> open = [];
    private int depth;

    /// <summary>The value of a constant.</summary>
    public ConstValue? Evaluate(ConstSyntax constant)
    {
        if (known.TryGetValue(constant, out var value))
            return value;
        if (!open.Add(constant))
        {
            context.Report(constant.Name, Rules.ConstantCycle, constant.Name.Text);
            return null;
        }

        value = Evaluate(constant.Value);
        open.Remove(constant);
        known[constant] = value;
        return value;
    }

    /// <summary>A number, whole or real.</summary>
    public ConstValue? Number(ExpressionSyntax expression)
    {
        var value = Evaluate(expression);
        if (value?.Text is null)
            return value;
        context.Report(expression, Rules.NotANumber, value);
        return null;
    }

    /// <summary>A whole number.</summary>
    public BigInteger? Whole(ExpressionSyntax expression)
    {
        var value = Number(expression);
        if (value is not null && value.Whole is null)
            context.Report(expression, Rules.NotWhole, value);
        return value?.Whole;
    }

    private ConstValue? Evaluate(ExpressionSyntax expression)
    {
        if (depth >= DepthLimit)
        {
            context.Report(expression, Rules.TooDeep);
            return null;
        }

        depth++;
        var value = Compute(expression);
        depth--;
        return value;
    }

    private ConstValue? Compute(ExpressionSyntax expression) => expression switch
    {
        NumberSyntax number => Literal(number.Token),
        TextSyntax text => text.Token.IsMissing ? null : ConstValue.Of(Literals.TextOf(text.Token.Text)),
        PiSyntax pi => pi.Factor is null ? ConstValue.Of(Math.PI) : Times(Literal(pi.Factor), Math.PI),
        NameSyntax name => context.Find<ConstSyntax>(name.Token, "constant") is { } constant ? Evaluate(constant) : null,
        ParenthesizedSyntax parenthesized => Evaluate(parenthesized.Inner),
        UnarySyntax unary => Unary(unary),
        BinarySyntax binary => Binary(binary),
        _ => null,
    };

    private static ConstValue? Literal(SyntaxToken token)
    {
        if (token.IsMissing || !Literals.IsNumber(token.Text))
            return null;
        return Literals.WholeOf(token.Text) is { } whole ? ConstValue.Of(whole) : ConstValue.Of(Literals.RealOf(token.Text));
    }

    private static ConstValue? Times(ConstValue? value, double factor) => value is null ? null : ConstValue.Of(value.Real * factor);

    private ConstValue? Unary(UnarySyntax unary)
    {
        var operand = Number(unary.Operand);
        if (operand is null || unary.Sign.Kind == SyntaxKind.Plus)
            return operand;
        return operand.Whole is { } whole ? ConstValue.Of(-whole) : ConstValue.Of(-operand.Real);
    }

    private ConstValue? Binary(BinarySyntax binary)
    {
        var left = Number(binary.Left);
        var right = Number(binary.Right);
        if (left is null || right is null)
            return null;
        if (binary.Sign.Kind == SyntaxKind.Slash && right.Real == 0)
        {
            context.Report(binary.Right, Rules.BadArithmetic, "this divides by zero");
            return null;
        }

        var value = Combine(binary.Sign.Kind, left, right);
        if (value.Whole is { } whole ? BigInteger.Abs(whole) < Largest : !double.IsInfinity(value.Real))
            return value;
        context.Report(binary, Rules.BadArithmetic, "this number is too large");
        return null;
    }

    private static ConstValue Combine(SyntaxKind sign, ConstValue left, ConstValue right)
    {
        if (left.Whole is { } a && right.Whole is { } b)
        {
            switch (sign)
            {
                case SyntaxKind.Plus: return ConstValue.Of(a + b);
                case SyntaxKind.Minus: return ConstValue.Of(a - b);
                case SyntaxKind.Star: return ConstValue.Of(a * b);
                case SyntaxKind.Slash when a % b == 0: return ConstValue.Of(a / b);
            }
        }

        return ConstValue.Of(sign switch
        {
            SyntaxKind.Plus => left.Real + right.Real,
            SyntaxKind.Minus => left.Real - right.Real,
            SyntaxKind.Star => left.Real * right.Real,
            _ => left.Real / right.Real,
        });
    }
}
