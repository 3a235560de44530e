using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>What the types of messages and records are in C#.</summary>
internal static class MapTypes
{
    /// <summary>The type of a property, nullable if its key may be absent.</summary>
    public static string Property(CSharpContext context, FieldModel field) => Name(context, field.Type) + (field.IsOptional ? "?" : string.Empty);

    /// <summary>The type of a value that is there.</summary>
    public static string Name(CSharpContext context, TypeModel type) => type switch
    {
        TextType => "string",
        BytesType => "byte[]",
        UuidType => "Guid",
        ArrayType array => Name(context, array.Element) + "[]",
        RecordType named => context.Names.Type(named.Name),
        _ => context.Types.Name(type, Form.Natural),
    };

    /// <summary>Whether values of the type are classes, so that null needs no wrapper.</summary>
    public static bool IsReference(TypeModel type) => type is TextType or BytesType or ArrayType or RecordType;

    /// <summary>Most bytes of a value whose size has a small bound; null for one that is asked for its room.</summary>
    public static int? Most(CSharpContext context, TypeModel type) => type switch
    {
        BoolType => 1,
        IntegerType integer => 1 + integer.Kind.Size(),
        EnumType named => 1 + context.Types.EnumKind(named.Name).Size(),
        FloatType real => 1 + real.Kind.Size(),
        QuantizedType quantized => 1 + quantized.Quantization.Natural.Size(),
        UuidType => 38,
        _ => null,
    };
}
