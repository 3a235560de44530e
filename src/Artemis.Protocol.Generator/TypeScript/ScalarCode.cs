using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>How a value of fixed size lies on the wire: its kind there, and what it may be.</summary>
/// <param name="Kind">What lies on the wire.</param>
/// <param name="Min">Smallest allowed value as a literal, or null if anything is allowed.</param>
/// <param name="Max">Largest, likewise.</param>
internal sealed record ScalarCode(ScalarKind Kind, string? Min, string? Max)
{
    public int Size => Kind.Size();

    /// <summary>Name of the accessors of <c>DataView</c> behind <c>get</c> and <c>set</c>.</summary>
    public string Accessor => Kind switch
    {
        ScalarKind.U8 => "Uint8",
        ScalarKind.I8 => "Int8",
        ScalarKind.U16 => "Uint16",
        ScalarKind.I16 => "Int16",
        ScalarKind.U32 => "Uint32",
        ScalarKind.I32 => "Int32",
        ScalarKind.U64 => "BigUint64",
        ScalarKind.I64 => "BigInt64",
        ScalarKind.F32 => "Float32",
        _ => "Float64",
    };

    /// <summary>Behind the offset in a call of an accessor.</summary>
    public string Endian => Size == 1 ? string.Empty : ", true";

    /// <summary>The wire form of a type; null if it has no fixed size or consists of parts.</summary>
    public static ScalarCode? Of(TypeModel type, ProtocolModel protocol) => type switch
    {
        BoolType => new(ScalarKind.U8, "0", "1"),
        IntegerType integer => Restricted(integer.Kind, integer.IsRestricted, integer.Min, integer.Max),
        FloatType real => new(real.Kind, null, null),
        QuantizedType { Quantization: var rule } when rule.Wire.IsFloat() =>
            new(rule.Wire, TsLiterals.Real(rule.Min), TsLiterals.Real(rule.Max)),
        QuantizedType { Quantization: var rule } => Restricted(rule.Wire, rule.IsRestricted, rule.LowestCode, rule.HighestCode),
        EnumType named => new(protocol.Enum(named.Name).Kind, null, null),
        CommandIdType => new(ScalarKind.U32, null, null),
        _ => null,
    };

    private static ScalarCode Restricted(ScalarKind kind, bool isRestricted, BigInteger min, BigInteger max) =>
        isRestricted ? new(kind, Literal(kind, min), Literal(kind, max)) : new(kind, null, null);

    private static string Literal(ScalarKind kind, BigInteger value) =>
        TsTypes.IsBig(kind) ? TsLiterals.BigInt(value) : TsLiterals.Integer(value);
}
