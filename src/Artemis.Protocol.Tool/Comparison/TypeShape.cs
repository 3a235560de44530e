using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tool.Comparison;

/// <summary>Compares types of two versions of a schema by what the wire sees of them.</summary>
/// <param name="before">The version that clients out there were built with.</param>
/// <param name="after">The version as it is now.</param>
internal sealed class TypeShape(ProtocolModel before, ProtocolModel after)
{
    /// <summary>
    /// Whether two types are the same on the wire. A declared type is the same as itself, whatever became of it: its own edits are told of
    /// once, not with every field that has it. One that was renamed is the same if what is in it is.
    /// </summary>
    public bool IsSame(TypeModel old, TypeModel now) => (old, now) switch
    {
        (EnumType left, EnumType right) => left.Name == right.Name || before.Enum(left.Name).Kind == after.Enum(right.Name).Kind,
        (StructType left, StructType right) => left.Name == right.Name || IsSame(before.Struct(left.Name).Fields, after.Struct(right.Name).Fields),
        (RecordType left, RecordType right) => left.Name == right.Name || IsSame(before.Record(left.Name).Fields, after.Record(right.Name).Fields),
        (ArrayType left, ArrayType right) =>
            left.MinCount == right.MinCount && left.MaxCount == right.MaxCount && IsSame(left.Element, right.Element),
        _ => WithoutName(old) == WithoutName(now),
    };

    private bool IsSame(EquatableArray<FieldModel> old, EquatableArray<FieldModel> now) =>
        old.Count == now.Count
        && old.Zip(now, (left, right) => left.Name == right.Name && left.IsOptional == right.IsOptional && IsSame(left.Type, right.Type)).All(same => same);

    /// <summary>Naming a number does not change it.</summary>
    private static TypeModel WithoutName(TypeModel type) => type switch
    {
        IntegerType integer => integer with { QuantityName = null },
        FloatType real => real with { QuantityName = null },
        QuantizedType quantized => quantized with { QuantityName = null },
        _ => type,
    };
}
