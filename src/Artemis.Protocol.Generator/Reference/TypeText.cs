using System.Globalization;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>Says in words of the schema what a type is, with links to where more is said.</summary>
internal sealed class TypeText(ProtocolModel protocol)
{
    /// <summary>The value that programs see, such as <c>f32</c>, or a link to what is declared elsewhere.</summary>
    public static string Natural(TypeModel type) => type switch
    {
        BoolType => "bool",
        IntegerType { QuantityName: { } name } => Quantity(name),
        FloatType { QuantityName: { } name } => Quantity(name),
        QuantizedType { QuantityName: { } name } => Quantity(name),
        IntegerType integer => integer.IsRestricted ? $"{integer.Kind.Keyword()}, {integer.Min}…{integer.Max}" : integer.Kind.Keyword(),
        FloatType real => real.Kind.Keyword(),
        QuantizedType quantized => Rule(quantized.Quantization),
        EnumType named => Link(named.Name, "enums.md"),
        TextType text => $"string, {Bounds(text.MinBytes, text.MaxBytes)} bytes",
        BytesType bytes => $"bytes, {Bounds(bytes.MinBytes, bytes.MaxBytes)}",
        UuidType => "uuid",
        ArrayType { IsFixedCount: true } array => $"{array.MinCount} × {Natural(array.Element)}",
        ArrayType array => $"list of {Bounds(array.MinCount, array.MaxCount)} × {Natural(array.Element)}",
        StructType named => Link(named.Name, "structs.md"),
        RecordType named => Link(named.Name, "messages.md"),
        ObjectStreamType => "[object entries](objects.md)",
        EventStreamType => "[events](events.md)",
        CommandIdType => "[command](commands.md) id",
        CommandBodyType => "that [command](commands.md)'s fields",
        _ => throw new NotSupportedException(type.GetType().Name),
    };

    /// <summary>What lies in a binary body, such as <c>u16</c>.</summary>
    public string Wire(TypeModel type) => type switch
    {
        BoolType => "u8",
        IntegerType integer => integer.Kind.Keyword(),
        FloatType real => real.Kind.Keyword(),
        QuantizedType quantized => quantized.Quantization.Wire.Keyword(),
        EnumType named => protocol.Enum(named.Name).Kind.Keyword(),
        TextType text => $"{CountKind(text.MaxBytes)} count, UTF-8",
        BytesType bytes => $"{CountKind(bytes.MaxBytes)} count, bytes",
        ArrayType { IsFixedCount: true } => "elements",
        ArrayType array => $"{CountKind(array.MaxCount)} count, elements",
        StructType => "fields",
        ObjectStreamType => "entries, u8 0",
        EventStreamType => "entries to the end",
        CommandIdType => "u32",
        CommandBodyType => "to the end",
        _ => string.Empty,
    };

    /// <summary>What lies in a MessagePack map.</summary>
    public static string Packed(TypeModel type) => type switch
    {
        BoolType => "bool",
        IntegerType or EnumType => "int",
        FloatType { Kind: ScalarKind.F32 } or QuantizedType { Quantization.Natural: ScalarKind.F32 } => "float 32",
        FloatType or QuantizedType => "float 64",
        TextType or UuidType => "str",
        BytesType => "bin",
        ArrayType => "array",
        RecordType => "map",
        _ => string.Empty,
    };

    /// <summary>Bytes in a binary body, as a number or a range; empty for what has no bound of its own.</summary>
    public string Bytes(TypeModel type, bool isOptional = false)
    {
        if (type is ObjectStreamType or EventStreamType or CommandBodyType)
            return string.Empty;
        var size = WireSize.Of(type, protocol);
        return Range(isOptional ? 1 : size.Min, isOptional ? size.Max + 1 : size.Max);
    }

    public static string Range(long min, long max) => min == max ? $"{min}" : $"{min}…{max}";

    /// <summary>The rule of a quantized number without a name.</summary>
    private static string Rule(Quantization rule)
    {
        var range = $"{rule.Natural.Keyword()}, {Number(rule.Min)}…{Number(rule.Max)}{(rule.Wraps ? " on a circle" : string.Empty)}, step {Number(rule.Step)}";
        return rule.Wire.IsFloat() ? range : $"{range}, code 0 is {Number(rule.Origin)}, codes {rule.LowestCode}…{rule.HighestCode}";
    }

    /// <summary>Worst difference between what is sent and what arrives; empty for what arrives as it was.</summary>
    public static string Error(TypeModel type) => type switch
    {
        QuantizedType quantized => Bound(quantized.Quantization.MaxError),
        ArrayType array => Error(array.Element),
        _ => string.Empty,
    };

    /// <summary>A number as exact as its type.</summary>
    public static string Number(double value) => NumberText.Of(value);

    /// <summary>A bound to three digits, rounded up so that it stays one.</summary>
    public static string Bound(double value)
    {
        if (value == 0)
            return "0";
        var unit = Math.Pow(10, Math.Floor(Math.Log10(value)) - 2);
        var digits = Math.Ceiling((value / unit) - 1e-9);
        return (digits * unit).ToString("G3", CultureInfo.InvariantCulture).Replace("E-0", "e-").Replace("E", "e");
    }

    /// <summary>The anchor of a heading on a page.</summary>
    public static string Link(string name, string page) => $"[{name}]({page}#{name.ToLowerInvariant()})";

    private static string Quantity(string name) => Link(name, "quantities.md");

    private static string Bounds(int min, int max) => min == 0 ? $"up to {max}" : Range(min, max);

    private static string CountKind(int max) => WireSize.CountWidth(max) == 1 ? "u8" : "u16";
}
