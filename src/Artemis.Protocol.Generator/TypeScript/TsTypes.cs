using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>The TypeScript types of fields, in their natural and in their quantized form, and the values they begin with.</summary>
internal sealed class TsTypes(TsModule module)
{
    private readonly ProtocolModel protocol = module.Output.Protocol;
    private readonly TsNames names = module.Output.Names;

    /// <summary>Whether values are <c>bigint</c>, because a number cannot hold them.</summary>
    public static bool IsBig(ScalarKind kind) => kind is ScalarKind.U64 or ScalarKind.I64;

    public string Natural(TypeModel type) => type switch
    {
        BoolType => "boolean",
        IntegerType integer => IsBig(integer.Kind) ? "bigint" : "number",
        FloatType or QuantizedType or CommandIdType => "number",
        EnumType named => EnumOf(named),
        TextType or UuidType => "string",
        BytesType => "Uint8Array",
        ArrayType array => ListOf(Natural(array.Element)),
        StructType named => module.Type(TsNames.StructModule(named.Name), TsNames.Own(named.Name)),
        RecordType named => module.Type(TsNames.RecordModule(named.Name), TsNames.Own(named.Name)),
        _ => throw new NotSupportedException(type.GetType().Name),
    };

    /// <summary>The type in wire units: codes for quantized numbers, 0 or 1 for truth.</summary>
    public string Quantized(TypeModel type) => type switch
    {
        BoolType => "number",
        QuantizedType quantized => IsBig(quantized.Quantization.Wire) ? "bigint" : "number",
        ArrayType array => ListOf(Quantized(array.Element)),
        StructType named => module.Type(TsNames.StructModule(named.Name), names.Derived(named.Name + "Quantized")),
        _ => Natural(type),
    };

    public string NaturalDefault(TypeModel type) => type switch
    {
        BoolType => "false",
        IntegerType { Kind: var kind } when IsBig(kind) => "0n",
        EnumType named when IsBig(protocol.Enum(named.Name).Kind) => "0n",
        TextType or UuidType => "''",
        BytesType => "new Uint8Array(0)",
        ArrayType { IsFixedCount: true } array => Repeated(array.Element, array.MinCount, NaturalDefault),
        ArrayType => "[]",
        StructType named => Create(named, string.Empty) + "()",
        _ => "0",
    };

    public string QuantizedDefault(TypeModel type) => type switch
    {
        BoolType => "0",
        QuantizedType quantized => IsBig(quantized.Quantization.Wire) ? "0n" : "0",
        ArrayType { IsFixedCount: true } array => Repeated(array.Element, array.MinCount, QuantizedDefault),
        StructType named => Create(named, "Quantized") + "()",
        _ => NaturalDefault(type),
    };

    /// <summary>The function that makes a struct, imported.</summary>
    public string Create(StructType type, string form) => StructValue(type, $"create{type.Name}{form}");

    /// <summary>A function or constant of a struct's module, imported.</summary>
    public string StructValue(StructType type, string name) => module.Value(TsNames.StructModule(type.Name), names.Derived(name));

    /// <summary>The integer kind behind an enum.</summary>
    public ScalarKind KindOf(EnumType type) => protocol.Enum(type.Name).Kind;

    private string EnumOf(EnumType type) => module.Type(names.EnumsModule, TsNames.Own(type.Name));

    private static string ListOf(string element) => element.Contains(' ') ? $"({element})[]" : element + "[]";

    private string Repeated(TypeModel element, int count, Func<TypeModel, string> value)
    {
        var isList = element is StructType or BytesType;
        if (!isList && count <= 16)
            return $"[{string.Join(", ", Enumerable.Repeat(value(element), count))}]";
        return $"{module.Runtime("listOf")}({count}, () => {value(element)})";
    }
}
