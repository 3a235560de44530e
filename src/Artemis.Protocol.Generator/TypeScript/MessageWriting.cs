using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Statements that write keys and values of a MessagePack map.</summary>
internal sealed class MessageWriting(TsModule module)
{
    private readonly ProtocolModel protocol = module.Output.Protocol;
    private readonly BinaryWriting natural = new(module, isQuantized: false);

    /// <summary>Writes a key and the field of <c>value</c>.</summary>
    /// <param name="index">The key's place in the map's table of keys.</param>
    public void Field(FieldModel field, int index)
    {
        module.Code.Line($"{module.Runtime("writeKey")}(writer, keys, {index});");
        From(field.Type, "value." + field.Name, TsLiterals.Text(field.Name));
    }

    private void From(TypeModel type, string source, string key)
    {
        var code = module.Code;
        switch (type)
        {
            case BoolType:
                code.Line($"{module.Runtime("writeBool")}(writer, {source});");
                break;
            case IntegerType integer:
                code.Line($"{module.Runtime(TsTypes.IsBig(integer.Kind) ? "writeBigInt" : "writeInt")}(writer, {natural.ToWire(type, source)});");
                break;
            case EnumType named:
                code.Line($"{module.Runtime(TsTypes.IsBig(protocol.Enum(named.Name).Kind) ? "writeBigInt" : "writeInt")}(writer, {natural.ToWire(type, source)});");
                break;
            case FloatType real:
                code.Line($"{module.Runtime(real.Kind == ScalarKind.F32 ? "writeF32" : "writeF64")}(writer, {source});");
                break;
            case QuantizedType quantized:
                var snapped = TsMath.Dequantize(module, quantized, natural.ToWire(type, source));
                code.Line($"{module.Runtime(quantized.Quantization.Natural == ScalarKind.F32 ? "writeF32" : "writeF64")}(writer, {snapped});");
                break;
            case TextType text:
                code.Line($"{module.Runtime("writeText")}(writer, {source}, {text.MinBytes}, {text.MaxBytes}, {key});");
                break;
            case BytesType bytes:
                code.Line($"{module.Runtime("writeBytes")}(writer, {source}, {bytes.MinBytes}, {bytes.MaxBytes}, {key});");
                break;
            case UuidType:
                code.Line($"{module.Runtime("writeUuid")}(writer, {source}, {key});");
                break;
            case RecordType named:
                var encode = module.Value(TsNames.RecordModule(named.Name), module.Output.Names.Derived("encode" + named.Name));
                code.Line($"{encode}(writer, {source}{RecordPeer(named)});");
                break;
            case ArrayType array:
                code.Line($"{module.Runtime("writeListHead")}(writer, {source}.length, {array.MinCount}, {array.MaxCount}, {key});");
                using (code.Block($"for (const item of {source})"))
                    From(array.Element, "item", key);
                break;
            default:
                throw new NotSupportedException(type.GetType().Name);
        }
    }

    private string RecordPeer(RecordType type) => BodyWriter.PeerArgument(module, protocol.Record(type.Name).Fields);
}
