using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Writes messages: MessagePack maps with the fields that are there in the schema's order, then keys kept from elsewhere.</summary>
internal sealed class MessageEncoder(ProtocolModel protocol, ByteSink sink, ProtocolVersion peer)
{
    private readonly PackWriter writer = new(sink);

    public void WriteMap(EquatableArray<FieldModel> fields, FieldsValue values, string path)
    {
        var known = fields.Where(field => field.Since is null || field.Since.CompareTo(peer) <= 0).ToArray();
        foreach (var field in known.Where(field => !field.IsOptional && values[field.Name] is null))
            throw new ArgumentException($"{Paths.Join(path, field.Name)} has no value");

        var sent = known.Where(field => values[field.Name] is not null).ToArray();
        writer.MapHead(sent.Length + values.Unknown.Count);
        foreach (var field in sent)
        {
            writer.Text(field.Name);
            Write(field.Type, values[field.Name]!, Paths.Join(path, field.Name));
        }

        foreach (var pair in values.Unknown)
        {
            writer.Text(pair.Name);
            writer.Raw(pair.Raw);
        }
    }

    private void Write(TypeModel type, WireValue value, string path)
    {
        switch (type, value)
        {
            case (_, RawValue raw):
                writer.Raw(raw.Bytes);
                break;
            case (BoolType, BoolValue flag):
                writer.Bool(flag.Value);
                break;
            case (IntegerType integer, IntegerValue number):
                writer.Integer(BigInteger.Max(integer.Min, BigInteger.Min(integer.Max, number.Value)));
                break;
            case (EnumType, IntegerValue number):
                writer.Integer(number.Value);
                break;
            case (FloatType { Kind: ScalarKind.F32 }, RealValue number):
                writer.Float32(number.Value);
                break;
            case (FloatType, RealValue number):
                writer.Float64(number.Value);
                break;
            case (QuantizedType { Quantization: { Natural: ScalarKind.F32 } rule }, RealValue number):
                writer.Float32(Quantizer.Snap(rule, number.Value));
                break;
            case (QuantizedType quantized, RealValue number):
                writer.Float64(Quantizer.Snap(quantized.Quantization, number.Value));
                break;
            case (TextType text, TextValue content):
                writer.Text(Bounded([.. content.Utf8], text.MinBytes, text.MaxBytes, path));
                break;
            case (BytesType bytes, BytesValue content):
                CheckCount(content.Bytes.Count, bytes.MinBytes, bytes.MaxBytes, path);
                writer.Binary([.. content.Bytes]);
                break;
            case (UuidType, UuidValue uuid):
                writer.Text(uuid.Text);
                break;
            case (ArrayType array, ListValue list):
                CheckCount(list.Items.Count, array.MinCount, array.MaxCount, path);
                writer.ArrayHead(list.Items.Count);
                for (var i = 0; i < list.Items.Count; i++)
                    Write(array.Element, list.Items[i], Paths.Index(path, i));
                break;
            case (RecordType named, FieldsValue fields):
                WriteMap(protocol.Record(named.Name).Fields, fields, path);
                break;
            default:
                throw new ArgumentException($"{path}: {value.GetType().Name} is not a value of {type.GetType().Name}");
        }
    }

    private static byte[] Bounded(byte[] utf8, int min, int max, string path)
    {
        var fitting = Utf8Cut.ToFit(utf8, max);
        CheckCount(fitting.Length, min, max, path);
        return fitting;
    }

    private static void CheckCount(int count, int min, int max, string path)
    {
        if (count < min || count > max)
            throw new ArgumentException($"{path}: a count of {count} is outside {min}..{max}");
    }
}
