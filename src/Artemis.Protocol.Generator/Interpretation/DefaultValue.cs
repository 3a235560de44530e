using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>What a field holds that an older peer did not send: zero, empty or absent.</summary>
internal static class DefaultValue
{
    public static WireValue? Of(FieldModel field, ProtocolModel protocol) => field.IsOptional ? null : Of(field.Type, protocol);

    private static WireValue Of(TypeModel type, ProtocolModel protocol) => type switch
    {
        BoolType => new BoolValue(false),
        IntegerType or EnumType => new IntegerValue(BigInteger.Zero),
        FloatType or QuantizedType => new RealValue(0),
        TextType => new TextValue(default(EquatableArray<byte>)),
        BytesType => new BytesValue(default),
        ArrayType { IsFixedCount: true } array => new ListValue(Enumerable.Repeat(Of(array.Element, protocol), array.MinCount).ToEquatableArray()),
        ArrayType => new ListValue(default),
        StructType named => OfFields(protocol.Struct(named.Name).Fields, protocol),
        _ => throw new NotSupportedException($"{type.GetType().Name} cannot be added in a later version"),
    };

    private static FieldsValue OfFields(EquatableArray<FieldModel> fields, ProtocolModel protocol) =>
        new(fields
            .Where(field => !field.IsOptional)
            .Select(field => new NamedValue(field.Name, Of(field.Type, protocol)))
            .ToEquatableArray());
}
