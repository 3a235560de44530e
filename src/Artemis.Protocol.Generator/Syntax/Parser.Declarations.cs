using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Syntax;

/// <summary>Files and declarations.</summary>
internal sealed partial class Parser
{
    public FileSyntax ParseFile()
    {
        ProtocolSyntax? protocol = null;
        var imports = new List<ImportSyntax>();
        var declarations = new List<DeclarationSyntax>();
        while (!AtEnd)
        {
            if (AtSeparator)
            {
                Take();
                continue;
            }

            var before = position;
            switch (DeclarationKeyword())
            {
                case null:
                    ReportNotADeclaration();
                    break;
                case "import":
                    imports.Add(ParseImport());
                    break;
                case "protocol":
                    if (protocol is not null || imports.Count + declarations.Count > 0)
                        diagnostics.Report(source, Current.Span, Rules.ProtocolNotFirst);
                    var parsed = ParseProtocol();
                    protocol ??= parsed;
                    break;
                case var keyword:
                    declarations.Add(ParseDeclaration(keyword));
                    break;
            }

            if (lastError >= before)
                SkipUntil(() => position > before && Keywords.BeginsDeclaration(Current) && (Current.StartsLine || AtDeclarationHead));
        }

        Take();
        return Finish(0, new FileSyntax(protocol, imports, declarations));
    }

    /// <summary>The keyword that begins a declaration here, be it misspelled; null if none does.</summary>
    private string? DeclarationKeyword()
    {
        if (Keywords.BeginsDeclaration(Current))
            return Current.Text;
        if (!At(SyntaxKind.Identifier) || Peek(1).Kind != SyntaxKind.Identifier)
            return null;
        var meant = Suggestions.Nearest(Current.Text, Keywords.Declarations);
        if (meant is not null)
            Report(Current.Span, Rules.ExpectedDeclaration, Describe(Current), $"did you mean '{meant}'?");
        return meant;
    }

    private void ReportNotADeclaration() => Report(
        Current.Span, Rules.ExpectedDeclaration, Describe(Current), "begin with one of " + string.Join(", ", Keywords.Declarations.Skip(1)));

    private ImportSyntax ParseImport()
    {
        var mark = Mark;
        Take();
        return Finish(mark, new ImportSyntax(Expect(SyntaxKind.Text, "the file's name in quotes")));
    }

    private ProtocolSyntax ParseProtocol()
    {
        var mark = Mark;
        var doc = TakeDocumentation();
        Take();
        var name = ExpectName("protocol");
        var version = Expect(SyntaxKind.Number, "the protocol's version", "write 'major.minor', such as 1.0");
        var settings = At(SyntaxKind.OpenBrace)
            ? ParseBody("'protocol'", "a setting", strictHeads: false, () => At(SyntaxKind.Identifier), ParseSetting)
            : [];
        return Finish(mark, new ProtocolSyntax(doc, name, version, settings));
    }

    private SettingSyntax ParseSetting()
    {
        var mark = Mark;
        var name = Take();
        if (name.Text == "namespace")
        {
            var target = Expect(SyntaxKind.Identifier, "'csharp'");
            return Finish(mark, new SettingSyntax(name, target, ParseText("the namespace in quotes")));
        }

        Expect(SyntaxKind.Equals);
        return Finish(mark, new SettingSyntax(name, null, ParseExpression()));
    }

    private DeclarationSyntax ParseDeclaration(string keyword)
    {
        var mark = Mark;
        var doc = TakeDocumentation();
        Take();
        var name = ExpectName(keyword);
        return keyword switch
        {
            "const" => Finish(mark, ParseConst(doc, name)),
            "enum" or "flags" => Finish(mark, ParseEnum(doc, name, keyword == "flags")),
            "quantity" => Finish(mark, ParseQuantity(doc, name)),
            "object" => Finish(mark, ParseObject(doc, name)),
            _ => Finish(mark, ParseComposite(keyword, doc, name)),
        };
    }

    private SyntaxToken ExpectName(string keyword) => Expect(SyntaxKind.Identifier, $"the name of the {keyword}");

    private ConstSyntax ParseConst(string doc, SyntaxToken name)
    {
        Expect(SyntaxKind.Equals);
        return new ConstSyntax(doc, name, At(SyntaxKind.Text) ? ParseText("a text") : ParseExpression());
    }

    private QuantitySyntax ParseQuantity(string doc, SyntaxToken name)
    {
        Expect(SyntaxKind.Equals);
        return new QuantitySyntax(doc, name, ParseType());
    }

    private EnumSyntax ParseEnum(string doc, SyntaxToken name, bool isFlags)
    {
        Expect(SyntaxKind.Colon, advice: "write the type on the wire, as in ': u8'");
        var type = Expect(SyntaxKind.Identifier, "the type on the wire");
        var members = ParseBody(
            Owner(name), "the name of a member", strictHeads: true, () => At(SyntaxKind.Identifier), ParseEnumMember);
        return new EnumSyntax(doc, name, isFlags, type, members);
    }

    private ObjectSyntax ParseObject(string doc, SyntaxToken name)
    {
        Expect(SyntaxKind.Equals, advice: "write the object's id, as in '= 1'");
        var id = AtMaskWithoutId ? ReportMissingId() : ParseExpression();
        ExpressionSyntax mask;
        if (Current.Is("mask"))
        {
            Take();
            mask = ParseExpression();
        }
        else
        {
            ReportExpected("'mask'", "write the width of the mask in bytes, as in 'mask 2'");
            mask = MissingExpression();
        }

        var since = ParseSince();
        return new ObjectSyntax(doc, name, id, mask, since, ParseObjectBody(name));
    }

    private bool AtMaskWithoutId => Current.Is("mask") && (Peek(1).Kind == SyntaxKind.Number || Peek(1).Kind == SyntaxKind.OpenBrace);

    private NumberSyntax ReportMissingId()
    {
        ReportExpected("the object's id");
        return MissingExpression();
    }

    private CompositeSyntax ParseComposite(string keyword, string doc, SyntaxToken name)
    {
        var from = keyword is "packet" or "message" ? ParseFrom() : null;
        SyntaxToken? hash = null;
        ExpressionSyntax? id = null;
        if (keyword is not ("struct" or "record"))
        {
            Expect(SyntaxKind.Equals, advice: $"write the {keyword}'s id, as in '= 1'");
            hash = keyword == "packet" && Current.Is("jamcrc") ? Take() : null;
            id = hash is null ? ParseExpression() : ParseText("the name to hash, in quotes");
        }

        var senders = keyword == "command" ? ParseSenders() : [];
        var since = ParseSince();
        var fields = ParseFieldBody(name);
        return keyword switch
        {
            "struct" => new StructSyntax(doc, name, since, fields),
            "record" => new RecordSyntax(doc, name, since, fields),
            "event" => new EventSyntax(doc, name, id!, since, fields),
            "command" => new CommandSyntax(doc, name, id!, senders, since, fields),
            "packet" => new PacketSyntax(doc, name, from!, hash, id!, since, fields),
            _ => new MessageSyntax(doc, name, from!, id!, since, fields),
        };
    }

    private SyntaxToken ParseFrom()
    {
        const string Advice = "write 'from server', 'from client' or 'from both'";
        if (Current.Is("from"))
            Take();
        else
            ReportExpected("'from'", Advice);
        if (Current.Text is "server" or "client" or "both")
            return Take();
        ReportExpected("'server', 'client' or 'both'", Advice);
        // A wrong word stands for the right one, so that the rest still parses.
        if (At(SyntaxKind.Identifier) && Peek(1).Kind == SyntaxKind.Equals)
            SkipUntil(() => At(SyntaxKind.Equals));
        return Missing(SyntaxKind.Identifier);
    }

    private List<SenderSyntax> ParseSenders()
    {
        var senders = new List<SenderSyntax>();
        if (!Current.Is("by"))
            return senders;
        do
        {
            Take();
            var mark = Mark;
            var type = Expect(SyntaxKind.Identifier, "an enum", "write the enum and its member, as in 'by Console.Helm'");
            Expect(SyntaxKind.Dot, advice: "write the enum and its member, as in 'by Console.Helm'");
            senders.Add(Finish(mark, new SenderSyntax(type, Expect(SyntaxKind.Identifier, "a member of the enum"))));
        }
        while (At(SyntaxKind.Comma));
        return senders;
    }

    private static string Owner(SyntaxToken name) => name.IsMissing ? "the declaration" : $"'{name.Text}'";
}
