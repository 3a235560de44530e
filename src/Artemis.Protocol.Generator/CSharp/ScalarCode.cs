using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>The runtime's description of how fixed-size types lie on the wire.</summary>
internal static class ScalarCode
{
    /// <summary>The elements of a collection expression that lists the scalars of a type.</summary>
    public static string Spread(CSharpContext context, TypeModel type) => type switch
    {
        BoolType => "Scalar.Bool",
        IntegerType integer => "Scalar." + integer.Kind + (integer.IsRestricted ? Range(integer.Min, integer.Max) : string.Empty),
        FloatType real => "Scalar." + real.Kind,
        EnumType named => "Scalar." + context.Types.EnumKind(named.Name),
        QuantizedType { Quantization: var rule } => "Scalar." + rule.Wire + Range(rule),
        StructType named => $".. {context.Types.StructCodec(named.Name)}.Scalars()",
        ArrayType array => string.Join(", ", Enumerable.Repeat(Spread(context, array.Element), array.MaxCount)),
        _ => throw new NotSupportedException($"{type.GetType().Name} has no fixed size"),
    };

    private static string Range(Quantization rule)
    {
        if (rule.Wire.IsFloat())
            return $".Within({NumberLiteral.Float(NumberLiteral.FloatAtLeast(rule.Min))}, {NumberLiteral.Float(NumberLiteral.FloatAtMost(rule.Max))})";
        return rule.IsRestricted ? Range(rule.LowestCode, rule.HighestCode) : string.Empty;
    }

    private static string Range(System.Numerics.BigInteger low, System.Numerics.BigInteger high) =>
        $".In({NumberLiteral.Integer(low)}, {NumberLiteral.Integer(high)})";
}
