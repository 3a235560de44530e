using System.Globalization;
using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>A whole number of so many bits, and the machine number that carries it.</summary>
internal readonly record struct IntegerWidth(int Bits, bool IsSigned)
{
    public BigInteger Min => IsSigned ? -(BigInteger.One << (Bits - 1)) : BigInteger.Zero;

    public BigInteger Max => (BigInteger.One << (IsSigned ? Bits - 1 : Bits)) - 1;

    /// <summary>The smallest kind with room for all values.</summary>
    public ScalarKind Kind => (Bits, IsSigned) switch
    {
        ( <= 8, false) => ScalarKind.U8,
        ( <= 8, true) => ScalarKind.I8,
        ( <= 16, false) => ScalarKind.U16,
        ( <= 16, true) => ScalarKind.I16,
        ( <= 32, false) => ScalarKind.U32,
        ( <= 32, true) => ScalarKind.I32,
        (_, false) => ScalarKind.U64,
        (_, true) => ScalarKind.I64,
    };

    /// <summary>Whether the width is that of a machine number.</summary>
    public bool IsMachineWidth => Bits == Kind.Size() * 8;
}

/// <summary>The types that the language brings along.</summary>
internal static class BuiltInTypes
{
    /// <summary>Names to suggest; whole numbers of odd widths are built in too.</summary>
    public static IReadOnlyList<string> Names { get; } =
    [
        "bool", "u8", "u16", "u32", "u64", "i8", "i16", "i32", "i64", "f32", "f64", "string", "bytes", "uuid",
        "objects", "events", "commandId", "commandBody",
    ];

    /// <summary>What other languages call them.</summary>
    public static IReadOnlyDictionary<string, string> ForeignNames { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
    {
        ["boolean"] = "bool",
        ["byte"] = "u8",
        ["sbyte"] = "i8",
        ["short"] = "i16",
        ["ushort"] = "u16",
        ["int"] = "i32",
        ["uint"] = "u32",
        ["long"] = "i64",
        ["ulong"] = "u64",
        ["float"] = "f32",
        ["double"] = "f64",
        ["number"] = "f64",
        ["text"] = "string",
        ["str"] = "string",
        ["guid"] = "uuid",
    };

    public static bool IsBuiltIn(string name) => Names.Contains(name) || IntegerOf(name) is not null;

    /// <summary>What <c>u1</c>…<c>u64</c> and <c>i2</c>…<c>i64</c> mean; null for other names.</summary>
    public static IntegerWidth? IntegerOf(string name)
    {
        if (name.Length is < 2 or > 3 || name[0] is not ('u' or 'i') || name[1] == '0')
            return null;
        if (!int.TryParse(name.Substring(1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits))
            return null;
        var isSigned = name[0] == 'i';
        return bits <= 64 && bits >= (isSigned ? 2 : 1) ? new IntegerWidth(bits, isSigned) : null;
    }
}
