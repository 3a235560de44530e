using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>What the parts of the object emitter need to know of one object.</summary>
internal sealed class ObjectFacts
{
    public ObjectFacts(CSharpContext context, ObjectModel item)
    {
        Context = context;
        Item = item;
        Name = context.Names.Type(item.Name);
        Segments = ObjectPlan.Of(context, item);
        MaxEncodedSize = WireSize.MaxOfObject(item, context.Model);
    }

    public CSharpContext Context { get; }

    public ObjectModel Item { get; }

    public string Name { get; }

    public IReadOnlyList<ObjectSegment> Segments { get; }

    public IEnumerable<GroupSegment> Groups => Segments.OfType<GroupSegment>();

    /// <summary>How a group's codes become values; null if they do one by one.</summary>
    public ValuePlan? Values(GroupSegment group) => ValuePlan.Of(Context, group);

    /// <summary>The expression for a group's table.</summary>
    public static string Table(GroupSegment group) => $"Tables.{group.Name}";

    /// <summary>The name of the table for 16 bytes of a group's values.</summary>
    public static string ValuesName(GroupSegment group, int window) => $"{group.Name}Values{window}";

    /// <summary>The local variable that holds a group's codes.</summary>
    public static string Local(GroupSegment group) => CSharpNames.Local(group.Name);

    /// <summary>Mask and all fields.</summary>
    public long MaxEncodedSize { get; }

    /// <summary>The C# type of masks.</summary>
    public string MaskType => Item.MaskBytes <= 4 ? "uint" : "ulong";

    /// <summary>The fields as if they were those of a struct.</summary>
    public IReadOnlyList<FieldModel> Fields =>
        [.. Item.Fields.Select(item => new FieldModel(item.Name, item.Type, false, item.Since, item.Doc))];

    public ulong AllFields => Item.Fields.Aggregate(0ul, (mask, item) => mask | (1ul << item.Bit));

    /// <summary>A mask as a literal.</summary>
    public string Mask(ulong mask) => NumberLiteral.Hex(mask) + (Item.MaskBytes <= 4 ? "u" : "ul");

    public string Member(ObjectFieldModel field) => CSharpNames.Member(field.Name, Name);

    /// <summary>The constant that holds a field's bit.</summary>
    public string Bit(ObjectFieldModel field) => $"Fields.{Member(field)}";

    /// <summary>The bits of a group shifted down, as an expression for an index into its table.</summary>
    public string Index(GroupSegment group)
    {
        var shifted = group.FirstBit == 0 ? "mask" : $"mask >> {group.FirstBit}";
        var bits = NumberLiteral.Hex((1ul << group.Span) - 1);
        return Item.MaskBytes <= 4 ? $"{shifted} & {bits}" : $"(nuint)({shifted} & {bits})";
    }

    /// <summary>A single bit shifted down to bit 0.</summary>
    public string BitIndex(ObjectFieldModel field)
    {
        var shifted = field.Bit == 0 ? "mask" : $"mask >> {field.Bit}";
        return Item.MaskBytes <= 4 ? $"{shifted} & 1" : $"(nuint)({shifted} & 1)";
    }
}
