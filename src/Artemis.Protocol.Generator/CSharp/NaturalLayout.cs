using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>How values of fixed size lie in memory, by the rules of sequential structs.</summary>
internal sealed class NaturalLayout(CSharpContext context)
{
    /// <summary>Bytes that a value takes, what pads it included.</summary>
    public int Size(TypeModel type) => type switch
    {
        ArrayType array => array.MaxCount * Size(array.Element),
        StructType named => StructSize(named.Name),
        _ => ScalarSize(type),
    };

    /// <summary>What its place is a multiple of.</summary>
    public int Alignment(TypeModel type) => type switch
    {
        ArrayType => 1,
        StructType named when IsPacked(named.Name) => 1,
        StructType named => context.Model.Struct(named.Name).Fields.Select(field => Alignment(field.Type)).DefaultIfEmpty(1).Max(),
        _ => ScalarSize(type),
    };

    /// <summary>The scalars of a value in their order on the wire, each with its place in memory.</summary>
    public IEnumerable<(TypeModel Type, int Offset)> Scalars(TypeModel type) => type switch
    {
        ArrayType array => Enumerable.Range(0, array.MaxCount).SelectMany(index => Moved(Scalars(array.Element), index * Size(array.Element))),
        StructType named => Fields(named.Name).SelectMany(field => Moved(Scalars(field.Type), field.Offset)),
        _ => [(type, 0)],
    };

    public static int Aligned(int offset, int alignment) => (offset + alignment - 1) / alignment * alignment;

    private static IEnumerable<(TypeModel Type, int Offset)> Moved(IEnumerable<(TypeModel Type, int Offset)> scalars, int distance) =>
        scalars.Select(scalar => (scalar.Type, scalar.Offset + distance));

    private IEnumerable<(TypeModel Type, int Offset)> Fields(string structName)
    {
        var offset = 0;
        foreach (var field in context.Model.Struct(structName).Fields)
        {
            offset = IsPacked(structName) ? offset : Aligned(offset, Alignment(field.Type));
            yield return (field.Type, offset);
            offset += Size(field.Type);
        }
    }

    private int StructSize(string name)
    {
        var end = Fields(name).Select(field => field.Offset + Size(field.Type)).DefaultIfEmpty(1).Last();
        return Aligned(end, Alignment(new StructType(name)));
    }

    /// <summary>A struct without a wire form of its own is laid out as on the wire.</summary>
    private bool IsPacked(string structName) => !context.Types.HasCompanion(structName);

    private int ScalarSize(TypeModel type) => type switch
    {
        BoolType => 1,
        IntegerType integer => integer.Kind.Size(),
        FloatType real => real.Kind.Size(),
        QuantizedType { Quantization: var rule } => rule.Natural.Size(),
        EnumType named => context.Types.EnumKind(named.Name).Size(),
        _ => throw new NotSupportedException($"{type.GetType().Name} has no fixed size"),
    };
}
