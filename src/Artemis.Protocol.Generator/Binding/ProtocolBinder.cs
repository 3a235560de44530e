using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Turns the trees of a protocol into its model, checking every rule on the way.</summary>
internal sealed class ProtocolBinder
{
    private readonly BindingContext context;
    private readonly ConstantEvaluator evaluator;
    private readonly NameRules names;
    private readonly VersionRules versions;
    private readonly TypeBinder types;
    private readonly FieldBinder fields;
    private readonly EnumBinder enums;
    private readonly ObjectBinder objects;
    private readonly SenderBinder senders;
    private readonly IdRules ids;
    private readonly StreamRules streams;
    private readonly StructRules structs;

    private ProtocolBinder(BindingContext context)
    {
        this.context = context;
        evaluator = new ConstantEvaluator(context);
        names = new NameRules(context);
        versions = new VersionRules(context);
        types = new TypeBinder(context, evaluator);
        fields = new FieldBinder(context, types, names, versions);
        enums = new EnumBinder(context, evaluator, names, versions);
        objects = new ObjectBinder(context, evaluator, types, names, versions);
        senders = new SenderBinder(context);
        ids = new IdRules(context, evaluator);
        streams = new StreamRules(context);
        structs = new StructRules(context);
    }

    /// <summary>Binds all files of a protocol. The model is only of use if nothing was reported as an error.</summary>
    /// <param name="isComplete">Whether all imports were found; if not, unknown names are no errors.</param>
    public static ProtocolModel Bind(
        ProtocolSyntax root, IReadOnlyList<SyntaxTree> trees, bool isComplete, DiagnosticBag diagnostics)
    {
        var version = Literals.VersionOf(root.Version.Text) is var (major, minor)
            ? new ProtocolVersion(major, minor)
            : new ProtocolVersion(int.MaxValue, 0);
        var context = new BindingContext(diagnostics, version, isComplete);
        if (!root.Version.IsMissing && version.Major == int.MaxValue)
            context.Report(root.Version, Rules.MalformedVersion, root.Version.Text);
        return new ProtocolBinder(context).Bind(root, trees);
    }

    private ProtocolModel Bind(ProtocolSyntax root, IReadOnlyList<SyntaxTree> trees)
    {
        var declarations = Declare(trees);
        names.CheckPascal(root.Name);
        var settings = new SettingBinder(context, evaluator);
        settings.Bind(root);
        foreach (var item in declarations.OfType<CompositeSyntax>())
            structs.Check(item);

        var model = new ProtocolModel(
            root.Name.Text,
            context.Version,
            settings.CSharpNamespace ?? root.Name.Text,
            settings.Magic,
            settings.FrameLimit,
            root.Doc,
            Each<ConstSyntax, ConstModel>(declarations, BindConst),
            Each<EnumSyntax, EnumModel>(declarations, enums.Bind),
            Each<QuantitySyntax, QuantityModel>(declarations, BindQuantity),
            Each<StructSyntax, StructModel>(declarations, BindStruct),
            Each<RecordSyntax, RecordModel>(declarations, BindRecord),
            Each<ObjectSyntax, ObjectModel>(declarations, item => objects.Bind(item, ids.Object(item))),
            Each<EventSyntax, EventModel>(declarations, BindEvent),
            Each<CommandSyntax, CommandModel>(declarations, BindCommand),
            Each<PacketSyntax, PacketModel>(declarations, BindPacket),
            Each<MessageSyntax, MessageModel>(declarations, BindMessage));
        if (!structs.FoundCycle)
            new SizeRules(context, model).Check();
        return model;
    }

    private IReadOnlyList<DeclarationSyntax> Declare(IReadOnlyList<SyntaxTree> trees)
    {
        var all = trees.SelectMany(tree => tree.Root.Declarations).ToLookup(item => BuiltInTypes.IsBuiltIn(item.Name.Text));
        foreach (var item in all[true])
            context.Report(item.Name, Rules.BuiltInName, item.Name.Text);
        var distinct = names.CheckPascalScope(all[false], item => item.Name);
        foreach (var item in distinct)
            context.Declare(item);
        return distinct;
    }

    private static EquatableArray<TModel> Each<TSyntax, TModel>(
        IReadOnlyList<DeclarationSyntax> declarations, Func<TSyntax, TModel?> bind)
        where TSyntax : DeclarationSyntax
        where TModel : class, IEquatable<TModel> =>
        declarations.OfType<TSyntax>().Select(bind).OfType<TModel>().ToEquatableArray();

    private ConstModel? BindConst(ConstSyntax syntax) => evaluator.Evaluate(syntax) is not { } value
        ? null
        : new ConstModel(syntax.Name.Text, value.Whole, value.Whole is null && value.Text is null ? value.Real : null, value.Text, syntax.Doc);

    private QuantityModel? BindQuantity(QuantitySyntax syntax) =>
        types.Bind(syntax) is { } type ? new QuantityModel(syntax.Name.Text, type, syntax.Doc) : null;

    private StructModel BindStruct(StructSyntax syntax)
    {
        versions.Forbid(syntax.Since, "a struct", "remove it; what holds the struct has a version");
        return new StructModel(syntax.Name.Text, fields.Bind(syntax, TypePlace.Struct, null), syntax.Doc);
    }

    private RecordModel BindRecord(RecordSyntax syntax)
    {
        versions.Forbid(syntax.Since, "a record", "remove it; what holds the record has a version");
        return new RecordModel(syntax.Name.Text, fields.Bind(syntax, TypePlace.Record, null), syntax.Doc);
    }

    private EventModel BindEvent(EventSyntax syntax)
    {
        var since = versions.Bind(syntax.Since);
        return new EventModel(syntax.Name.Text, ids.Event(syntax), fields.Bind(syntax, TypePlace.Event, since), since, syntax.Doc);
    }

    private CommandModel BindCommand(CommandSyntax syntax)
    {
        var since = versions.Bind(syntax.Since);
        var (senderEnum, members) = senders.Bind(syntax);
        var body = fields.Bind(syntax, TypePlace.Command, since);
        return new CommandModel(syntax.Name.Text, ids.Command(syntax), senderEnum, members, body, since, syntax.Doc);
    }

    private PacketModel BindPacket(PacketSyntax syntax)
    {
        var from = OriginsOf(syntax.From);
        var hashed = syntax.Hash is not null && syntax.Id is TextSyntax text ? Literals.TextOf(text.Token.Text) : null;
        var id = ids.Frame(syntax, syntax.Id, from, hashed);
        var since = versions.Bind(syntax.Since);
        var body = fields.Bind(syntax, TypePlace.Packet, since);
        streams.Check(syntax, body);
        return new PacketModel(syntax.Name.Text, from, id, hashed, body, since, syntax.Doc);
    }

    private MessageModel BindMessage(MessageSyntax syntax)
    {
        var from = OriginsOf(syntax.From);
        var id = ids.Frame(syntax, syntax.Id, from, null);
        var since = versions.Bind(syntax.Since);
        var body = fields.Bind(syntax, TypePlace.Message, since);
        return new MessageModel(syntax.Name.Text, from, id, body, since, syntax.Doc);
    }

    private static Origins OriginsOf(SyntaxToken from) => from.Text switch
    {
        "server" => Origins.Server,
        "client" => Origins.Client,
        _ => Origins.Both,
    };
}
