using System.Numerics;

namespace Artemis.Protocol.Generator.Model;

/// <summary>The machine numbers that a value or its wire form can have.</summary>
public enum ScalarKind
{
    U8,
    I8,
    U16,
    I16,
    U32,
    I32,
    U64,
    I64,
    F32,
    F64,
}

/// <summary>Facts about scalar kinds.</summary>
public static class ScalarKinds
{
    /// <summary>Size on the wire in bytes: 1, 2, 4 or 8.</summary>
    public static int Size(this ScalarKind kind) => kind switch
    {
        ScalarKind.U8 or ScalarKind.I8 => 1,
        ScalarKind.U16 or ScalarKind.I16 => 2,
        ScalarKind.U32 or ScalarKind.I32 or ScalarKind.F32 => 4,
        _ => 8,
    };

    public static bool IsFloat(this ScalarKind kind) => kind is ScalarKind.F32 or ScalarKind.F64;

    public static bool IsSigned(this ScalarKind kind) =>
        kind is ScalarKind.I8 or ScalarKind.I16 or ScalarKind.I32 or ScalarKind.I64;

    /// <summary>Smallest value of an integer kind.</summary>
    public static BigInteger MinValue(this ScalarKind kind) =>
        kind.IsSigned() ? -(BigInteger.One << ((kind.Size() * 8) - 1)) : BigInteger.Zero;

    /// <summary>Largest value of an integer kind.</summary>
    public static BigInteger MaxValue(this ScalarKind kind) =>
        (BigInteger.One << ((kind.Size() * 8) - (kind.IsSigned() ? 1 : 0))) - 1;

    /// <summary>The kind as the schema writes it, such as <c>u16</c>.</summary>
    public static string Keyword(this ScalarKind kind) => kind.ToString().ToLowerInvariant();
}
