using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Expressions that read the values of keys from a MessagePack map, checked.</summary>
internal sealed class MessageReading(TsModule module)
{
    private readonly ProtocolModel protocol = module.Output.Protocol;

    /// <summary>Reads a value of a type.</summary>
    /// <param name="key">An expression for the key that holds it.</param>
    /// <param name="depth">An expression for how many arrays and maps it lies in.</param>
    public string Value(TypeModel type, string key, string depth, string reader = "reader")
    {
        switch (type)
        {
            case BoolType:
                return $"{module.Runtime("readBool")}({reader}, {key})";
            case IntegerType integer:
                return Integer(integer.Kind, integer.Min, integer.Max, reader, key);
            case EnumType named:
                var kind = protocol.Enum(named.Name).Kind;
                return Integer(kind, kind.MinValue(), kind.MaxValue(), reader, key);
            case FloatType { Kind: ScalarKind.F32 }:
                return $"{module.Runtime("readF32")}({reader}, {key})";
            case FloatType:
                return $"{module.Runtime("readF64")}({reader}, {key})";
            case QuantizedType { Quantization: { Natural: ScalarKind.F32 } rule }:
                return $"{module.Runtime("readReal32")}({reader}, {TsLiterals.Real((float)rule.Min)}, {TsLiterals.Real((float)rule.Max)}, {key})";
            case QuantizedType { Quantization: var rule }:
                return $"{module.Runtime("readReal64")}({reader}, {TsLiterals.Real(rule.Min)}, {TsLiterals.Real(rule.Max)}, {key})";
            case TextType text:
                return $"{module.Runtime("readText")}({reader}, {text.MinBytes}, {text.MaxBytes}, {key})";
            case BytesType bytes:
                return $"{module.Runtime("readBytes")}({reader}, {bytes.MinBytes}, {bytes.MaxBytes}, {key})";
            case UuidType:
                return $"{module.Runtime("readUuid")}({reader}, {key})";
            case RecordType named:
                return $"{module.Runtime("readRecord")}({reader}, {depth}, {key}, {Decoder(named)})";
            case ArrayType array:
                var item = array.Element is RecordType record
                    ? Decoder(record)
                    : $"(item) => {Value(array.Element, "''", depth, "item")}";
                return $"{module.Runtime("readList")}({reader}, {depth}, {array.MinCount}, {array.MaxCount}, {key}, {item})";
            default:
                throw new NotSupportedException(type.GetType().Name);
        }
    }

    private string Decoder(RecordType type) =>
        module.Value(TsNames.RecordModule(type.Name), module.Output.Names.Derived("decode" + type.Name));

    private string Integer(ScalarKind kind, System.Numerics.BigInteger min, System.Numerics.BigInteger max, string reader, string key) =>
        TsTypes.IsBig(kind)
            ? $"{module.Runtime("readBigInt")}({reader}, {TsLiterals.BigInt(min)}, {TsLiterals.BigInt(max)}, {key})"
            : $"{module.Runtime("readInt")}({reader}, {TsLiterals.Integer(min)}, {TsLiterals.Integer(max)}, {key})";
}
