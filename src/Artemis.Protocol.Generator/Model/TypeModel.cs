using System.Numerics;

namespace Artemis.Protocol.Generator.Model;

/// <summary>The type of a field: how its natural value looks and how it lies on the wire.</summary>
public abstract record TypeModel;

/// <summary>True or false; one byte, 1 or 0. Any other byte is out of range.</summary>
public sealed record BoolType : TypeModel;

/// <summary>
/// A whole number. Natural and wire width are the same 1, 2, 4 or 8 bytes (odd widths such as <c>u4</c> were widened and
/// became a range). Encoders clamp to the range; a wire value outside it is an error.
/// </summary>
/// <param name="Kind">One of the eight integer kinds.</param>
/// <param name="QuantityName">The quantity this type was named by, or null.</param>
public sealed record IntegerType(ScalarKind Kind, BigInteger Min, BigInteger Max, string? QuantityName) : TypeModel
{
    /// <summary>Whether the range is narrower than what the wire can carry, so that values must be checked.</summary>
    public bool IsRestricted => Min != Kind.MinValue() || Max != Kind.MaxValue();
}

/// <summary>A plain IEEE 754 number, sent as it is, NaN and infinities included.</summary>
/// <param name="Kind"><see cref="ScalarKind.F32"/> or <see cref="ScalarKind.F64"/>.</param>
public sealed record FloatType(ScalarKind Kind, string? QuantityName) : TypeModel;

/// <summary>A real number sent as a whole-number code on a grid.</summary>
public sealed record QuantizedType(Quantization Quantization, string? QuantityName) : TypeModel;

/// <summary>An <c>enum</c> or <c>flags</c> of the protocol. Values without a name pass through untouched.</summary>
public sealed record EnumType(string Name) : TypeModel;

/// <summary>
/// UTF-8 text, bounded in bytes. Binary: a count of bytes (u8 if <paramref name="MaxBytes"/> ≤ 255, else u16), then the
/// bytes; messages: a MessagePack str. Ill-formed input becomes U+FFFD; encoders cut at a character boundary.
/// </summary>
public sealed record TextType(int MinBytes, int MaxBytes) : TypeModel;

/// <summary>Raw bytes, bounded. Binary: counted as text is; messages: a MessagePack bin.</summary>
public sealed record BytesType(int MinBytes, int MaxBytes) : TypeModel;

/// <summary>A UUID. Only in messages and records: a MessagePack str of 36 characters in lower case.</summary>
public sealed record UuidType : TypeModel;

/// <summary>
/// A bounded list. Binary: a count (u8 if <paramref name="MaxCount"/> ≤ 255, else u16; none where both bounds are equal),
/// then the elements; messages: a MessagePack array.
/// </summary>
public sealed record ArrayType(TypeModel Element, int MinCount, int MaxCount) : TypeModel
{
    /// <summary>Whether the count is fixed by the schema and absent from the binary wire.</summary>
    public bool IsFixedCount => MinCount == MaxCount;
}

/// <summary>A struct of the protocol: its fields in order, without padding. Binary only.</summary>
public sealed record StructType(string Name) : TypeModel;

/// <summary>A record of the protocol: a MessagePack map nested in a message.</summary>
public sealed record RecordType(string Name) : TypeModel;

/// <summary>
/// A run of object entries (<c>type u8, id u32, mask, set fields in bit order</c>) ended by a 0 byte. Only in packets.
/// </summary>
public sealed record ObjectStreamType : TypeModel;

/// <summary>A run of events (<c>type u16, length u16, body</c>) to the end of the packet. Only as a packet's last field.</summary>
public sealed record EventStreamType : TypeModel;

/// <summary>The u32 id that says which command a packet carries. Only in packets that end in a <see cref="CommandBodyType"/>.</summary>
public sealed record CommandIdType : TypeModel;

/// <summary>The fields of the command named by the packet's <see cref="CommandIdType"/> field. Only as a packet's last field.</summary>
public sealed record CommandBodyType : TypeModel;
