namespace Artemis.Protocol.Generator.Syntax;

/// <summary>Members of declarations.</summary>
internal sealed partial class Parser
{
    private List<FieldSyntax> ParseFieldBody(SyntaxToken owner) =>
        ParseBody(Owner(owner), "a field", strictHeads: false, () => At(SyntaxKind.Identifier) || AtNumberedField, ParseField);

    private List<MemberSyntax> ParseObjectBody(SyntaxToken owner) => ParseBody(
        Owner(owner),
        "a field with its bit, 'view' or 'reserved'",
        strictHeads: false,
        () => At(SyntaxKind.Identifier) || At(SyntaxKind.Number),
        ParseObjectMember);

    private bool AtNumberedField => At(SyntaxKind.Number) && Peek(1).Kind == SyntaxKind.Identifier;

    private FieldSyntax ParseField()
    {
        var mark = Mark;
        var doc = TakeDocumentation();
        if (At(SyntaxKind.Number))
        {
            ReportExpected("a field's name", "only fields of objects have bits; remove the number");
            SkipUntil(() => At(SyntaxKind.Identifier));
        }

        return ParseField(mark, doc, null);
    }

    private MemberSyntax ParseObjectMember()
    {
        if (AtWord("view"))
            return ParseView();
        if (AtWord("reserved"))
            return ParseReserved();
        var mark = Mark;
        var doc = TakeDocumentation();
        var bit = Expect(SyntaxKind.Number, "the field's bit", "write a free bit before the name, as in '3 posX : Position'");
        return ParseField(mark, doc, bit);
    }

    private FieldSyntax ParseField(int mark, string doc, SyntaxToken? bit)
    {
        var name = Expect(SyntaxKind.Identifier, "the field's name");
        var question = At(SyntaxKind.Question) ? Take() : null;
        Expect(SyntaxKind.Colon, advice: "write ':' and the field's type");
        var type = ParseType();
        var since = AtWord("since") ? ParseSince() : null;
        return Finish(mark, new FieldSyntax(doc, bit, name, question, type, since));
    }

    private EnumMemberSyntax ParseEnumMember()
    {
        var mark = Mark;
        var doc = TakeDocumentation();
        var name = Take();
        ExpressionSyntax? value = null;
        if (At(SyntaxKind.Equals))
        {
            Take();
            value = ParseExpression();
        }

        // A member may itself be called "since".
        var since = Current.Is("since") && Peek(1).Kind == SyntaxKind.Number ? ParseSince() : null;
        return Finish(mark, new EnumMemberSyntax(doc, name, value, since));
    }

    private ViewSyntax ParseView()
    {
        var mark = Mark;
        var doc = TakeDocumentation();
        Take();
        var name = Expect(SyntaxKind.Identifier, "the view's name");
        var fields = ParseBody(Owner(name), "the name of a field", strictHeads: true, () => At(SyntaxKind.Identifier), Take);
        return Finish(mark, new ViewSyntax(doc, name, fields));
    }

    private ReservedSyntax ParseReserved()
    {
        var mark = Mark;
        TakeDocumentation();
        Take();
        var ranges = new List<ReservedRangeSyntax> { ParseReservedRange() };
        while (At(SyntaxKind.Comma) && Peek(1).Kind == SyntaxKind.Number && !AtField(1))
        {
            Take();
            ranges.Add(ParseReservedRange());
        }

        return Finish(mark, new ReservedSyntax(ranges));
    }

    /// <summary>Whether the bit of a field comes so many tokens on: a number, and a name that is not a keyword.</summary>
    private bool AtField(int offset) => Peek(offset + 1).Kind == SyntaxKind.Identifier
        && (Peek(offset + 2).Kind is SyntaxKind.Colon or SyntaxKind.Question || Peek(offset + 1).Text is not ("view" or "reserved"));

    private ReservedRangeSyntax ParseReservedRange()
    {
        var mark = Mark;
        var first = Expect(SyntaxKind.Number, "the number of a bit");
        SyntaxToken? last = null;
        if (At(SyntaxKind.DotDot))
        {
            Take();
            last = Expect(SyntaxKind.Number, "the number of the last bit");
        }

        return Finish(mark, new ReservedRangeSyntax(first, last));
    }

    private SinceSyntax? ParseSince()
    {
        if (!Current.Is("since"))
            return null;
        var mark = Mark;
        Take();
        return Finish(mark, new SinceSyntax(Expect(SyntaxKind.Number, "a version", "write 'major.minor', such as 1.1")));
    }
}
