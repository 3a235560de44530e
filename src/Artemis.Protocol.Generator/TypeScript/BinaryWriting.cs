using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Statements that write values to a <c>writer</c>, one checked call a value.</summary>
/// <param name="isQuantized">Whether the values are in wire units already.</param>
internal sealed class BinaryWriting(TsModule module, bool isQuantized)
{
    private readonly ProtocolModel protocol = module.Output.Protocol;
    private readonly TsTypes types = new(module);

    /// <summary>Writes a field of <c>value</c>, or of what else is named.</summary>
    public void Field(FieldModel field, string owner = "value")
    {
        var source = $"{owner}.{field.Name}";
        if (!field.IsOptional)
        {
            From(field.Type, source, field.Name);
            return;
        }

        module.Code.Line($"writer.bool({source} !== undefined);");
        using (module.Code.Block($"if ({source} !== undefined)"))
            From(field.Type, source, field.Name);
    }

    /// <summary>Writes a value of any type.</summary>
    public void From(TypeModel type, string source, string name)
    {
        var field = TsLiterals.Text(name);
        switch (type)
        {
            case StructType named:
                var form = isQuantized ? "Quantized" : string.Empty;
                module.Code.Line($"{types.StructValue(named, $"encode{named.Name}{form}")}(writer, {source});");
                break;
            case ArrayType array:
                module.Code.Line(array.IsFixedCount
                    ? $"{module.Runtime("checkLength")}({source}.length, {array.MinCount}, {array.MinCount}, {field});"
                    : $"writer.count({source}.length, {array.MinCount}, {array.MaxCount}, {field});");
                using (module.Code.Block($"for (let i = 0; i < {source}.length; i++)"))
                    From(array.Element, $"{source}[i]!", name);
                break;
            case TextType text:
                module.Code.Line($"writer.text({source}, {text.MinBytes}, {text.MaxBytes}, {field});");
                break;
            case BytesType bytes:
                module.Code.Line($"writer.bytesOf({source}, {bytes.MinBytes}, {bytes.MaxBytes}, {field});");
                break;
            case BoolType when !isQuantized:
                module.Code.Line($"writer.bool({source});");
                break;
            default:
                var scalar = ScalarCode.Of(type, protocol) ?? throw new NotSupportedException(type.GetType().Name);
                module.Code.Line($"writer.{scalar.Kind.Keyword()}({(isQuantized ? source : ToWire(type, source))});");
                break;
        }
    }

    /// <summary>The wire value of a natural number.</summary>
    public string ToWire(TypeModel type, string source)
    {
        switch (type)
        {
            case IntegerType integer:
                return Clamp(integer.Kind, integer.Min, integer.Max, source);
            case EnumType named:
                var kind = types.KindOf(named);
                return Clamp(kind, kind.MinValue(), kind.MaxValue(), source);
            case QuantizedType quantized:
                return TsMath.Quantize(module, quantized, source);
            default:
                return source;
        }
    }

    private string Clamp(ScalarKind kind, BigInteger min, BigInteger max, string source) => TsTypes.IsBig(kind)
        ? $"{module.Runtime("clampBigInt")}({source}, {TsLiterals.BigInt(min)}, {TsLiterals.BigInt(max)})"
        : $"{module.Runtime("clampInt")}({source}, {TsLiterals.Integer(min)}, {TsLiterals.Integer(max)})";
}
