using System.Numerics;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Where a type stands, which decides what it may be.</summary>
internal enum TypePlace
{
    Quantity,
    Struct,
    Object,
    Event,
    Command,
    Packet,
    Record,
    Message,
}

/// <summary>Binds types. Null results were reported already.</summary>
internal sealed class TypeBinder(BindingContext context, ConstantEvaluator evaluator)
{
    private const int LargestBound = ushort.MaxValue;

    private readonly QuantizationBinder quantizations = new(context, evaluator);
    private readonly Dictionary<QuantitySyntax, TypeModel?> quantities = [];

    /// <summary>The type of a quantity.</summary>
    public TypeModel? Bind(QuantitySyntax quantity)
    {
        if (!quantities.TryGetValue(quantity, out var type))
            quantities[quantity] = type = BindQuantity(quantity);
        return type;
    }

    public TypeModel? Bind(TypeSyntax type, TypePlace place) => type switch
    {
        ListTypeSyntax list => BindList(list, place),
        NamedTypeSyntax named => BindNamed(named, place, null),
        _ => null,
    };

    private TypeModel? BindQuantity(QuantitySyntax quantity)
    {
        if (quantity.Type is not NamedTypeSyntax named || !IsNumber(named.Name.Text))
        {
            if (quantity.Type is not NamedTypeSyntax { Name.IsMissing: true })
                context.Report(quantity.Type, Rules.TypeNotHere, $"'{quantity.Type}'", "a quantity", "quantities are numbers: u8 to u64, i8 to i64, f32 or f64");
            return null;
        }

        return BindNamed(named, TypePlace.Quantity, quantity.Name.Text);
    }

    private static bool IsNumber(string name) => name is "f32" or "f64" || BuiltInTypes.IntegerOf(name) is not null;

    private ArrayType? BindList(ListTypeSyntax list, TypePlace place)
    {
        if (list.Element is ListTypeSyntax)
        {
            context.Report(list, Rules.ListOfLists);
            return null;
        }

        var element = Bind(list.Element, place);
        if (element is ObjectStreamType or EventStreamType or CommandIdType or CommandBodyType)
        {
            context.Report(list.Element, Rules.TypeNotHere, $"'{list.Element}'", "a list", "make it a field of the packet itself");
            return null;
        }

        var bounds = BindBounds(list.Bounds, "a list", "write '[..8]' for at most eight, '[8]' for always eight");
        return element is null || bounds is not var (min, max) ? null : new ArrayType(element, min, max);
    }

    private TypeModel? BindNamed(NamedTypeSyntax type, TypePlace place, string? quantity)
    {
        var name = type.Name.Text;
        if (type.Name.IsMissing)
            return null;
        if (name is "f32" or "f64")
            return Without(type, type.Bounds) ? quantizations.Bind(type, name == "f32" ? ScalarKind.F32 : ScalarKind.F64, quantity) : null;
        if (BuiltInTypes.IntegerOf(name) is { } width)
            return Without(type, type.Bounds, type.Wraps, type.Step, type.Wire) ? BindInteger(type, width, quantity) : null;
        if (!Without(type, type.Range, type.Wraps, type.Step, type.Wire))
            return null;
        if (name is "string" or "bytes")
            return BindText(type);
        return Without(type, type.Bounds) ? BindSimple(type, place) : null;
    }

    private TypeModel? BindSimple(NamedTypeSyntax type, TypePlace place)
    {
        switch (type.Name.Text)
        {
            case "bool":
                return new BoolType();
            case "uuid" when place is TypePlace.Message or TypePlace.Record:
                return new UuidType();
            case "uuid":
                return Refuse(type, place, "UUIDs are for messages and records; use bytes(16..16) or a number");
            case "objects" when place == TypePlace.Packet:
                return new ObjectStreamType();
            case "events" when place == TypePlace.Packet:
                return new EventStreamType();
            case "commandId" when place == TypePlace.Packet:
                return new CommandIdType();
            case "commandBody" when place == TypePlace.Packet:
                return new CommandBodyType();
            case "objects" or "events" or "commandId" or "commandBody":
                return Refuse(type, place, "it can only be a field of a packet");
        }

        switch (context.Find(type.Name.Text))
        {
            case EnumSyntax item:
                return new EnumType(item.Name.Text);
            case QuantitySyntax item:
                return Bind(item);
            case StructSyntax when place is TypePlace.Message or TypePlace.Record:
                return Refuse(type, place, "structs are binary; make it a record to use it in messages");
            case StructSyntax item:
                return new StructType(item.Name.Text);
            case RecordSyntax item when place is TypePlace.Message or TypePlace.Record:
                return new RecordType(item.Name.Text);
            case RecordSyntax:
                return Refuse(type, place, "records are maps in messages; make it a struct to use it in binary bodies");
            case { } other and not ConstSyntax:
                return Refuse(type, place, $"it is {BindingContext.KindOf(other)}; fields hold numbers, texts, enums, structs and records");
        }

        var candidates = BuiltInTypes.Names.Concat(context.Declarations
            .Where(item => item is EnumSyntax or QuantitySyntax or StructSyntax or RecordSyntax)
            .Select(item => item.Name.Text));
        // The foreign name goes first, so that "int" is told of i32 rather than of something that looks alike.
        if (BuiltInTypes.ForeignNames.TryGetValue(type.Name.Text, out var native))
            context.Report(type.Name, Rules.UnknownName, "type", type.Name.Text, $"it is called '{native}' here");
        else
            context.ReportUnknown(type.Name, "type", candidates);
        return null;
    }

    private IntegerType? BindInteger(NamedTypeSyntax type, IntegerWidth width, string? quantity)
    {
        if (type.Range is null)
            return new IntegerType(width.Kind, width.Min, width.Max, quantity);
        var min = evaluator.Whole(type.Range.Min);
        var max = evaluator.Whole(type.Range.Max);
        if (min is null || max is null)
            return null;
        if (min > max)
            return Fail<IntegerType>(type.Range, Rules.EmptyRange, min, max);
        if (min < width.Min || max > width.Max)
            return Fail<IntegerType>(type.Range, Rules.RangeOutsideType, min, max, type.Name.Text, width.Min, width.Max);
        return new IntegerType(width.Kind, min.Value, max.Value, quantity);
    }

    private TypeModel? BindText(NamedTypeSyntax type)
    {
        var name = type.Name.Text;
        var advice = $"write '{name}(..64)' for at most 64 bytes, '{name}(1..64)' for 1 to 64";
        if (type.Bounds is null or { HasDots: false })
            return Fail<TypeModel>(type, Rules.NoUpperBound, $"'{name}'", advice);
        if (BindBounds(type.Bounds, $"'{name}'", advice) is not var (min, max))
            return null;
        return name == "string" ? new TextType(min, max) : new BytesType(min, max);
    }

    private (int Min, int Max)? BindBounds(BoundsSyntax bounds, string what, string advice)
    {
        if (bounds.Upper is null)
        {
            context.Report(bounds, Rules.NoUpperBound, what, advice);
            return null;
        }

        // A fixed list, or an upper bound, of nothing would be a field without content.
        var max = BindBound(bounds.Upper, 1);
        var min = !bounds.HasDots ? max : bounds.Lower is null ? 0 : BindBound(bounds.Lower, 0);
        if (min is null || max is null)
            return null;
        if (min <= max)
            return (min.Value, max.Value);
        context.Report(bounds, Rules.BoundsReversed, min, max);
        return null;
    }

    private int? BindBound(ExpressionSyntax expression, int least)
    {
        if (evaluator.Whole(expression) is not { } value)
            return null;
        if (value >= least && value <= LargestBound)
            return (int)value;
        context.Report(expression, Rules.BoundOutOfRange, value, least);
        return null;
    }

    /// <summary>Refuses clauses that mean nothing after a type.</summary>
    private bool Without(NamedTypeSyntax type, params SyntaxElement?[] clauses)
    {
        var present = clauses.FirstOrDefault(clause => clause is not null);
        if (present is null)
            return true;
        var word = present switch { BoundsSyntax => "(…)", RangeSyntax => "in", StepSyntax => "step", WireSyntax => "as", _ => "wraps" };
        var advice = BuiltInTypes.IntegerOf(type.Name.Text) is not null
            ? "a whole number can have 'in min..max'; use f32 for steps and wire forms"
            : context.Find(type.Name.Text) is QuantitySyntax ? "change the quantity, or write the number out here" : "remove it";
        context.Report(present, Rules.ClauseNotHere, word, $"'{type.Name.Text}'", advice);
        return false;
    }

    private TypeModel? Refuse(NamedTypeSyntax type, TypePlace place, string advice) => Fail<TypeModel>(
        type, Rules.TypeNotHere, $"'{type.Name.Text}'", (place is TypePlace.Object or TypePlace.Event ? "an " : "a ") + place.ToString().ToLowerInvariant(), advice);

    private T? Fail<T>(SyntaxElement place, Rule rule, params object[] arguments)
        where T : class
    {
        context.Report(place, rule, arguments);
        return null;
    }
}
