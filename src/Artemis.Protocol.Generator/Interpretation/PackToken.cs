using System.Numerics;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>The sorts of value that MessagePack knows.</summary>
internal enum PackKind
{
    Nil,
    Bool,
    Integer,
    Float,
    Text,
    Binary,
    Array,
    Map,
    Extension,
}

/// <summary>One MessagePack value; of an array or map only its head, the elements follow.</summary>
/// <param name="Offset">Where its first byte lies.</param>
/// <param name="Count">Elements of an array, pairs of a map.</param>
/// <param name="Bytes">Content of a text, binary or extension.</param>
internal sealed record PackToken(
    PackKind Kind,
    int Offset,
    BigInteger Integer = default,
    double Float = 0,
    bool Bool = false,
    long Count = 0,
    byte[]? Bytes = null);
