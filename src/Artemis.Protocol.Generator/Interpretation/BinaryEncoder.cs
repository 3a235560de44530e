using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Writes the binary encoding, one field after another. Numbers outside their range are clamped.</summary>
/// <param name="peer">Version of the receiver; what is newer is left out.</param>
internal sealed class BinaryEncoder(ProtocolModel protocol, ByteSink sink, ProtocolVersion peer)
{
    public void WriteBody(EquatableArray<FieldModel> fields, FieldsValue values, string path)
    {
        foreach (var field in fields.Where(field => Knows(field.Since)))
            WriteField(field, values[field.Name], Paths.Join(path, field.Name));
    }

    /// <summary>A mask with the bits of the fields that are there and that the peer knows, then those fields.</summary>
    public void WriteObject(ObjectModel model, FieldsValue values, string path)
    {
        var sent = model.Fields.Where(field => Knows(field.Since) && values[field.Name] is not null).ToArray();
        var mask = new byte[model.MaskBytes];
        foreach (var field in sent)
            mask[field.Bit / 8] |= (byte)(1 << (field.Bit % 8));

        sink.Put(mask);
        foreach (var field in sent)
            Write(field.Type, values[field.Name]!, Paths.Join(path, field.Name));
    }

    private bool Knows(ProtocolVersion? since) => since is null || since.CompareTo(peer) <= 0;

    private void WriteField(FieldModel field, WireValue? value, string path)
    {
        if (field.IsOptional && value is not RawValue { ReplacesPresence: true })
            sink.PutByte(value is null ? 0 : 1);
        else if (value is null)
            throw new ArgumentException($"{path} has no value");

        if (value is not null)
            Write(field.Type, value, path);
    }

    private void Write(TypeModel type, WireValue value, string path)
    {
        switch (type, value)
        {
            case (_, RawValue raw):
                sink.Put(raw.Bytes);
                break;
            case (BoolType, BoolValue flag):
                sink.PutByte(flag.Value ? 1 : 0);
                break;
            case (IntegerType integer, IntegerValue number):
                sink.PutInteger(integer.Kind, BigInteger.Max(integer.Min, BigInteger.Min(integer.Max, number.Value)));
                break;
            case (FloatType real, RealValue number):
                sink.PutFloat(real.Kind, number.Value);
                break;
            case (QuantizedType quantized, RealValue number):
                WriteQuantized(quantized.Quantization, number.Value);
                break;
            case (EnumType named, IntegerValue number):
                sink.PutInteger(protocol.Enum(named.Name).Kind, number.Value);
                break;
            case (TextType text, TextValue content):
                WriteCounted([.. content.Utf8], text.MinBytes, text.MaxBytes, path);
                break;
            case (BytesType bytes, BytesValue content):
                WriteCounted([.. content.Bytes], bytes.MinBytes, bytes.MaxBytes, path);
                break;
            case (ArrayType array, ListValue list):
                WriteArray(array, list, path);
                break;
            case (StructType named, FieldsValue fields):
                foreach (var field in protocol.Struct(named.Name).Fields)
                    WriteField(field, fields[field.Name], Paths.Join(path, field.Name));
                break;
            case (ObjectStreamType, ObjectStreamValue stream):
                WriteObjects(stream, path);
                break;
            case (EventStreamType, EventStreamValue stream):
                WriteEvents(stream, path);
                break;
            case (CommandIdType, IntegerValue number):
                sink.PutInteger(ScalarKind.U32, number.Value);
                break;
            case (CommandBodyType, CommandBodyValue body):
                WriteCommand(body, path);
                break;
            default:
                throw new ArgumentException($"{path}: {value.GetType().Name} is not a value of {type.GetType().Name}");
        }
    }

    private void WriteQuantized(Quantization rule, double value)
    {
        if (rule.Wire.IsFloat())
            sink.PutFloat(rule.Wire, Quantizer.Snap(rule, value));
        else
            sink.PutInteger(rule.Wire, Quantizer.ToCode(rule, value));
    }

    private void WriteCounted(byte[] content, int min, int max, string path)
    {
        var fitting = Utf8Cut.ToFit(content, max);
        WriteCount(fitting.Length, min, max, path);
        sink.Put(fitting);
    }

    private void WriteCount(int count, int min, int max, string path)
    {
        if (count < min || count > max)
            throw new ArgumentException($"{path}: a count of {count} is outside {min}..{max}");
        sink.PutInteger(WireSize.CountWidth(max) == 1 ? ScalarKind.U8 : ScalarKind.U16, count);
    }

    private void WriteArray(ArrayType array, ListValue list, string path)
    {
        if (!array.IsFixedCount)
            WriteCount(list.Items.Count, array.MinCount, array.MaxCount, path);
        else if (list.Items.Count != array.MinCount)
            throw new ArgumentException($"{path}: there must be {array.MinCount} elements, not {list.Items.Count}");

        for (var i = 0; i < list.Items.Count; i++)
            Write(array.Element, list.Items[i], Paths.Index(path, i));
    }

    private void WriteObjects(ObjectStreamValue stream, string path)
    {
        for (var i = 0; i < stream.Entries.Count; i++)
        {
            var entry = stream.Entries[i];
            var model = protocol.Objects.First(item => item.Name == entry.Type);
            if (!Knows(model.Since))
                continue;
            sink.PutByte(model.Id);
            sink.PutU32(entry.Id);
            WriteObject(model, entry.Fields, Paths.Index(path, i));
        }

        sink.PutByte(0);
    }

    private void WriteEvents(EventStreamValue stream, string path)
    {
        for (var i = 0; i < stream.Entries.Count; i++)
        {
            var entry = stream.Entries[i];
            var model = protocol.Events.FirstOrDefault(item => item.Name == entry.Type);
            if (model is not null && !Knows(model.Since))
                continue;
            var body = model is null ? [.. entry.Raw] : Apart(model.Fields, entry.Fields, Paths.Index(path, i));
            sink.PutInteger(ScalarKind.U16, entry.Id);
            sink.PutInteger(ScalarKind.U16, body.Length);
            sink.Put(body);
        }
    }

    private void WriteCommand(CommandBodyValue body, string path)
    {
        var model = protocol.Commands.FirstOrDefault(item => item.Name == body.Type);
        if (model is null)
            sink.Put(body.Raw);
        else
            WriteBody(model.Fields, body.Fields, path);
    }

    private byte[] Apart(EquatableArray<FieldModel> fields, FieldsValue values, string path)
    {
        var body = new ByteSink();
        new BinaryEncoder(protocol, body, peer).WriteBody(fields, values, path);
        return body.ToArray();
    }
}
