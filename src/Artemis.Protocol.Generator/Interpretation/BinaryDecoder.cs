using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Reads the binary encoding, one field after another.</summary>
internal sealed class BinaryDecoder(ProtocolModel protocol, ByteSource source)
{
    private uint commandId;

    /// <summary>
    /// The fields of a packet, event or command. Bytes that end in front of a field that an older peer does not know are whole;
    /// that field and those behind it get their defaults.
    /// </summary>
    public FieldsValue ReadBody(EquatableArray<FieldModel> fields, string path)
    {
        var read = new List<NamedValue>();
        try
        {
            var endsEarly = false;
            foreach (var field in fields)
            {
                endsEarly |= field.Since is not null && source.Remaining == 0;
                var value = endsEarly ? DefaultValue.Of(field, protocol) : ReadField(field, path);
                if (value is not null)
                    read.Add(new NamedValue(field.Name, value));
            }
        }
        catch (StopReading)
        {
            // What was read so far still helps whoever looks into the bytes.
        }

        return new FieldsValue(read.ToEquatableArray());
    }

    /// <summary>A mask and the fields whose bits are set.</summary>
    public FieldsValue ReadObject(ObjectModel model, string path)
    {
        var maskOffset = source.Position;
        var mask = source.Take(model.MaskBytes, Paths.Join(path, "mask"));
        for (var bit = 0; bit < model.MaskBytes * 8; bit++)
        {
            if (IsSet(mask, bit) && model.Fields.All(field => field.Bit != bit))
                throw source.Stop(WireStatus.UnknownField, maskOffset, path, $"bit {bit} is set, and {model.Name} has no field there");
        }

        var read = new List<NamedValue>();
        foreach (var field in model.Fields.Where(field => IsSet(mask, field.Bit)))
            read.Add(new NamedValue(field.Name, Read(field.Type, Paths.Join(path, field.Name))));
        return new FieldsValue(read.ToEquatableArray());
    }

    private static bool IsSet(byte[] mask, int bit) => (mask[bit / 8] & (1 << (bit % 8))) != 0;

    private WireValue? ReadField(FieldModel field, string path)
    {
        var here = Paths.Join(path, field.Name);
        return field.IsOptional && !ReadFlag(here) ? null : Read(field.Type, here);
    }

    private WireValue Read(TypeModel type, string path) => type switch
    {
        BoolType => new BoolValue(ReadFlag(path)),
        IntegerType integer => ReadInteger(integer, path),
        FloatType real => new RealValue(source.TakeFloat(real.Kind, path)),
        QuantizedType quantized => ReadQuantized(quantized.Quantization, path),
        EnumType named => new IntegerValue(source.TakeInteger(protocol.Enum(named.Name).Kind, path)),
        TextType text => new TextValue(ReadCounted(text.MinBytes, text.MaxBytes, path).ToEquatableArray()),
        BytesType bytes => new BytesValue(ReadCounted(bytes.MinBytes, bytes.MaxBytes, path).ToEquatableArray()),
        ArrayType array => ReadArray(array, path),
        StructType named => ReadStruct(protocol.Struct(named.Name), path),
        ObjectStreamType => ReadObjects(path),
        EventStreamType => ReadEvents(path),
        CommandIdType => new IntegerValue(commandId = source.TakeU32(path)),
        CommandBodyType => ReadCommand(path),
        _ => throw new NotSupportedException($"{type.GetType().Name} has no binary encoding"),
    };

    private bool ReadFlag(string path)
    {
        var offset = source.Position;
        var value = source.Take(1, path)[0];
        if (value > 1)
            source.Note(WireStatus.OutOfRange, offset, path, $"{value} is neither 0 nor 1");
        return value != 0;
    }

    private IntegerValue ReadInteger(IntegerType type, string path)
    {
        var offset = source.Position;
        var value = source.TakeInteger(type.Kind, path);
        if (value < type.Min || value > type.Max)
            source.Note(WireStatus.OutOfRange, offset, path, $"{value} is outside {type.Min}..{type.Max}");
        return new IntegerValue(value);
    }

    private RealValue ReadQuantized(Quantization rule, string path)
    {
        var offset = source.Position;
        if (rule.Wire.IsFloat())
        {
            var value = source.TakeFloat(rule.Wire, path);
            if (double.IsNaN(value) || value < rule.Min || value > rule.Max)
                source.Note(WireStatus.OutOfRange, offset, path, $"{NumberText.Of(value)} is outside {NumberText.Of(rule.Min)}..{NumberText.Of(rule.Max)}");
            return new RealValue(value);
        }

        var code = source.TakeInteger(rule.Wire, path);
        if (code < rule.LowestCode || code > rule.HighestCode)
        {
            source.Note(WireStatus.OutOfRange, offset, path, $"code {code} is outside {rule.LowestCode}..{rule.HighestCode}");
            code = BigInteger.Max(rule.LowestCode, BigInteger.Min(rule.HighestCode, code));
        }

        return new RealValue(Quantizer.ToValue(rule, (long)code), (long)code);
    }

    private byte[] ReadCounted(int min, int max, string path) => source.Take(ReadCount(min, max, path), path);

    private int ReadCount(int min, int max, string path)
    {
        var offset = source.Position;
        var count = (int)source.TakeInteger(WireSize.CountWidth(max) == 1 ? ScalarKind.U8 : ScalarKind.U16, path);
        if (count < min || count > max)
            throw source.Stop(WireStatus.OutOfRange, offset, path, $"a count of {count} is outside {min}..{max}");
        return count;
    }

    private ListValue ReadArray(ArrayType array, string path)
    {
        var count = array.IsFixedCount ? array.MinCount : ReadCount(array.MinCount, array.MaxCount, path);
        var items = new List<WireValue>();
        for (var i = 0; i < count; i++)
            items.Add(Read(array.Element, Paths.Index(path, i)));
        return new ListValue(items.ToEquatableArray());
    }

    private FieldsValue ReadStruct(StructModel model, string path)
    {
        var read = new List<NamedValue>();
        foreach (var field in model.Fields)
        {
            if (ReadField(field, path) is { } value)
                read.Add(new NamedValue(field.Name, value));
        }

        return new FieldsValue(read.ToEquatableArray());
    }

    private ObjectStreamValue ReadObjects(string path)
    {
        var entries = new List<ObjectEntry>();
        while (true)
        {
            var here = Paths.Index(path, entries.Count);
            var offset = source.Position;
            var type = source.Take(1, here)[0];
            if (type == 0)
                return new ObjectStreamValue(entries.ToEquatableArray());

            var model = protocol.Objects.FirstOrDefault(item => item.Id == type);
            if (model is null)
                source.Note(WireStatus.UnknownObject, offset, here, $"no object has type {type}");
            var id = source.TakeU32(Paths.Join(here, "id"));
            if (model is null)
                throw new StopReading();
            entries.Add(new ObjectEntry(model.Name, id, ReadObject(model, here)));
        }
    }

    private EventStreamValue ReadEvents(string path)
    {
        var entries = new List<EventEntry>();
        while (source.Remaining > 0)
        {
            var here = Paths.Index(path, entries.Count);
            var id = (ushort)source.TakeInteger(ScalarKind.U16, here);
            var length = (int)source.TakeInteger(ScalarKind.U16, here);
            if (length > source.Remaining)
                throw source.Stop(WireStatus.Truncated, source.Position, here, $"the event says {length} bytes and {source.Remaining} are left");

            var model = protocol.Events.FirstOrDefault(item => item.Id == id);
            entries.Add(model is null
                ? new EventEntry(id, null, new FieldsValue(), source.Take(length, here).ToEquatableArray())
                : new EventEntry(id, model.Name, ReadWithin(length, model.Fields, here), default));
        }

        return new EventStreamValue(entries.ToEquatableArray());
    }

    private FieldsValue ReadWithin(int length, EquatableArray<FieldModel> fields, string path)
    {
        var outerEnd = source.End;
        source.End = source.Position + length;
        var faultsBefore = source.Faults.Count;
        var read = ReadBody(fields, path);
        if (source.Faults.Skip(faultsBefore).Any(fault => fault.Status != WireStatus.OutOfRange))
            throw new StopReading();

        NoteTrailing(path);
        source.Skip(source.Remaining);
        source.End = outerEnd;
        return read;
    }

    private CommandBodyValue ReadCommand(string path)
    {
        var model = protocol.Commands.FirstOrDefault(item => item.Id == commandId);
        if (model is not null)
            return new CommandBodyValue(commandId, model.Name, ReadBody(model.Fields, path), default);

        source.Note(WireStatus.UnknownCommand, source.Position, path, $"no command has id 0x{commandId:x}");
        var raw = source.Take(source.Remaining, path);
        return new CommandBodyValue(commandId, null, new FieldsValue(), raw.ToEquatableArray());
    }

    /// <summary>Notes bytes that are left, unless something worse ended the reading before.</summary>
    public void NoteTrailing(string path)
    {
        if (source.Remaining > 0 && source.Faults.All(fault => fault.Status == WireStatus.OutOfRange))
            source.Note(WireStatus.TrailingBytes, source.Position, path, $"{source.Remaining} bytes are left");
    }
}
