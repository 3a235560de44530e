using Artemis.Protocol.Generator.Diagnostics;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>Types.</summary>
internal sealed partial class Parser
{
    private TypeSyntax ParseType()
    {
        var mark = Mark;
        TypeSyntax type = ParseNamedType();
        for (var depth = 0; At(SyntaxKind.OpenBracket); depth++)
        {
            if (depth == DepthLimit)
            {
                Report(Current.Span, Rules.TooDeep);
                break;
            }

            type = Finish(mark, new ListTypeSyntax(type, ParseBounds(SyntaxKind.CloseBracket)));
        }

        return type;
    }

    private NamedTypeSyntax ParseNamedType()
    {
        var mark = Mark;
        var name = ExpectType();
        var bounds = At(SyntaxKind.OpenParen) ? ParseBounds(SyntaxKind.CloseParen) : null;
        RangeSyntax? range = null;
        SyntaxToken? wraps = null;
        StepSyntax? step = null;
        WireSyntax? wire = null;
        while (true)
        {
            if (AtWord("in"))
                Once(ref range, ParseRange());
            else if (AtWord("wraps"))
                Once(ref wraps, Take());
            else if (AtWord("step"))
                Once(ref step, ParseStep());
            else if (AtWord("as"))
                Once(ref wire, ParseWire());
            else
                return Finish(mark, new NamedTypeSyntax(name, bounds, range, wraps, step, wire));
        }
    }

    private SyntaxToken ExpectType()
    {
        // Where the type was left out, the next word belongs to what follows.
        if (!AtDeclarationHead && Peek(1).Kind is not (SyntaxKind.Colon or SyntaxKind.Question))
            return Expect(SyntaxKind.Identifier, "a type");
        ReportExpected("a type");
        return Missing(SyntaxKind.Identifier);
    }

    private void Once<T>(ref T? clause, T found)
        where T : SyntaxElement
    {
        if (clause is not null)
            diagnostics.Report(source, found.Span, Rules.RepeatedClause, FirstWord(found));
        clause ??= found;
    }

    private static string FirstWord(SyntaxElement clause) => clause switch
    {
        SyntaxToken token => token.Text,
        SyntaxNode node => FirstWord(node.Children[0]),
        _ => "",
    };

    private RangeSyntax ParseRange()
    {
        var mark = Mark;
        Take();
        var min = ParseExpression();
        Expect(SyntaxKind.DotDot, advice: "write a range as 'min..max'");
        return Finish(mark, new RangeSyntax(min, ParseExpression()));
    }

    private StepSyntax ParseStep()
    {
        var mark = Mark;
        Take();
        return Finish(mark, new StepSyntax(ParseExpression()));
    }

    private WireSyntax ParseWire()
    {
        var mark = Mark;
        Take();
        return Finish(mark, new WireSyntax(Expect(SyntaxKind.Identifier, "a type for the wire", "write for instance 'as u16'")));
    }

    private BoundsSyntax ParseBounds(SyntaxKind close)
    {
        var mark = Mark;
        Take();
        var lower = At(SyntaxKind.DotDot) || At(close) ? null : ParseExpression();
        var hasDots = At(SyntaxKind.DotDot);
        if (hasDots)
            Take();
        var upper = !hasDots ? lower : At(close) ? null : ParseExpression();
        Expect(close);
        return Finish(mark, new BoundsSyntax(lower, hasDots, upper));
    }
}
