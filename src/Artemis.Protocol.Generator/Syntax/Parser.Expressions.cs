using Artemis.Protocol.Generator.Diagnostics;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>Expressions, lowest precedence first.</summary>
internal sealed partial class Parser
{
    private int depth;

    private ExpressionSyntax ParseExpression()
    {
        var mark = Mark;
        var left = ParseTerm();
        for (var count = 0; Current.Kind is SyntaxKind.Plus or SyntaxKind.Minus && IsWithinDepth(count); count++)
        {
            var sign = Take();
            left = Finish(mark, new BinarySyntax(left, sign, ParseTerm()));
        }

        return left;
    }

    private ExpressionSyntax ParseTerm()
    {
        var mark = Mark;
        var left = ParseFactor();
        for (var count = 0; Current.Kind is SyntaxKind.Star or SyntaxKind.Slash && IsWithinDepth(count); count++)
        {
            var sign = Take();
            left = Finish(mark, new BinarySyntax(left, sign, ParseFactor()));
        }

        return left;
    }

    private ExpressionSyntax ParseFactor()
    {
        if (!IsWithinDepth(depth))
            return MissingExpression();
        depth++;
        var mark = Mark;
        ExpressionSyntax factor;
        switch (Current.Kind)
        {
            case SyntaxKind.Plus or SyntaxKind.Minus:
                var sign = Take();
                factor = Finish(mark, new UnarySyntax(sign, ParseFactor()));
                break;
            case SyntaxKind.OpenParen:
                Take();
                var inner = ParseExpression();
                Expect(SyntaxKind.CloseParen);
                factor = Finish(mark, new ParenthesizedSyntax(inner));
                break;
            case SyntaxKind.Number:
                factor = ParseNumber();
                break;
            case SyntaxKind.Pi:
                Take();
                factor = Finish(mark, new PiSyntax(null));
                break;
            case SyntaxKind.Identifier when !AtDeclarationHead:
                var name = Take();
                factor = name.Text == "pi" ? Finish(mark, new PiSyntax(null)) : Finish(mark, new NameSyntax(name));
                break;
            default:
                ReportExpected("a number");
                factor = MissingExpression();
                break;
        }

        depth--;
        return factor;
    }

    private ExpressionSyntax ParseNumber()
    {
        var mark = Mark;
        var number = Take();
        if (!At(SyntaxKind.Pi) && !(Current.Is("pi") && Current.Leading.Count == 0))
            return Finish(mark, new NumberSyntax(number));
        Take();
        return Finish(mark, new PiSyntax(number));
    }

    private TextSyntax ParseText(string what)
    {
        var mark = Mark;
        return Finish(mark, new TextSyntax(Expect(SyntaxKind.Text, what)));
    }

    private NumberSyntax MissingExpression() => Finish(Mark, new NumberSyntax(Missing(SyntaxKind.Number)));

    private bool IsWithinDepth(int levels)
    {
        if (levels < DepthLimit)
            return true;
        Report(Current.Span, Rules.TooDeep);
        return false;
    }
}
