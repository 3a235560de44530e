using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>A number of a group: where its code lies among the group's codes, and its value among the group's values.</summary>
internal sealed record PlacedValue(TypeModel Type, int From, int Size, int To);

/// <summary>How the codes of a group become values, 16 bytes of values at a time.</summary>
/// <param name="FieldOffsets">Where each field of the group begins among the values.</param>
/// <param name="Bytes">Bytes of the values, filled up to a multiple of 16.</param>
internal sealed record ValuePlan(IReadOnlyList<PlacedValue> Values, IReadOnlyList<int> FieldOffsets, int Bytes)
{
    /// <summary>How often 16 bytes are stored.</summary>
    public int Windows => Bytes / ObjectPlan.GroupBytes;

    /// <summary>The plan of a group; null if it has a number that is neither copied nor a float of a narrow code.</summary>
    public static ValuePlan? Of(CSharpContext context, GroupSegment group)
    {
        var layout = new NaturalLayout(context);
        var values = new List<PlacedValue>();
        var offsets = new List<int>();
        var (from, to) = (0, 0);
        foreach (var field in group.Fields)
        {
            to = NaturalLayout.Aligned(to, layout.Alignment(field.Type));
            offsets.Add(to);
            foreach (var (type, offset) in layout.Scalars(field.Type))
            {
                var size = (int)context.Types.Size(type).Max;
                var place = to + offset;
                if (!CanPlace(type, size, place))
                    return null;
                values.Add(new PlacedValue(type, from, size, place));
                from += size;
            }

            to += layout.Size(field.Type);
        }

        return new ValuePlan(values, offsets, NaturalLayout.Aligned(to, ObjectPlan.GroupBytes));
    }

    /// <summary>The values that begin in a window, as arguments of its table.</summary>
    public IEnumerable<string> Window(int window) =>
        Values.Where(value => value.To / ObjectPlan.GroupBytes == window).Select(Argument);

    /// <summary>Whether the value is a float that is reckoned from its code.</summary>
    private static bool IsReckoned(TypeModel type) => type is QuantizedType { Quantization: var rule } && !rule.Wire.IsFloat();

    private static bool CanPlace(TypeModel type, int size, int place)
    {
        if (place % ObjectPlan.GroupBytes + size > ObjectPlan.GroupBytes)
            return false;
        return IsReckoned(type)
            ? ((QuantizedType)type).Quantization.Natural == ScalarKind.F32 && size <= 2 && place % sizeof(float) == 0
            : type is not QuantizedType { Quantization: { Natural: ScalarKind.F64, Wire: ScalarKind.F32 } };
    }

    private static string Argument(PlacedValue value)
    {
        var to = value.To % ObjectPlan.GroupBytes;
        if (!IsReckoned(value.Type))
            return $"GroupValue.Same({value.From}, {value.Size}, {to})";
        var rule = ((QuantizedType)value.Type).Quantization;
        var kind = rule.Wire.IsSigned() ? "SignedReal" : "Real";
        return $"GroupValue.{kind}({value.From}, {value.Size}, {to}, {NumberLiteral.Double(rule.Step)}, {NumberLiteral.Double(rule.Origin)})";
    }
}
