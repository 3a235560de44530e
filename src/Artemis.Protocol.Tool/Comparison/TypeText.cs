using System.Globalization;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tool.Comparison;

/// <summary>Types as a schema writes them, for people.</summary>
internal static class TypeText
{
    public static string Of(TypeModel type, bool isOptional) => isOptional ? $"optional {Of(type)}" : Of(type);

    public static string Of(TypeModel type) => type switch
    {
        BoolType => "bool",
        IntegerType integer => integer.IsRestricted
            ? $"{integer.Kind.Keyword()} in {integer.Min}..{integer.Max}"
            : integer.Kind.Keyword(),
        FloatType real => real.Kind.Keyword(),
        QuantizedType quantized => Of(quantized.Quantization),
        EnumType named => named.Name,
        StructType named => named.Name,
        RecordType named => named.Name,
        TextType text => $"string({text.MinBytes}..{text.MaxBytes})",
        BytesType bytes => $"bytes({bytes.MinBytes}..{bytes.MaxBytes})",
        ArrayType array when array.IsFixedCount => $"{Of(array.Element)}[{array.MaxCount}]",
        ArrayType array => $"{Of(array.Element)}[{array.MinCount}..{array.MaxCount}]",
        UuidType => "uuid",
        _ => type.GetType().Name.Replace("Type", "", StringComparison.Ordinal).ToLowerInvariant(),
    };

    private static string Of(Quantization number)
    {
        string Number(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

        var range = $"{number.Natural.Keyword()} in {Number(number.Min)}..{Number(number.Max)}";
        var way = number.Wraps ? " wraps" : $" step {Number(number.Step)}";
        return $"{range}{way} as {number.Wire.Keyword()}";
    }
}
