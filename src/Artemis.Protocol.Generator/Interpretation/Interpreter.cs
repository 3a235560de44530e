using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>
/// Encodes and decodes anything of a protocol straight from its model: slowly, plainly, and without any of the code that the
/// emitters write. The golden vectors, <c>artemis explain</c> and the tests of generated code stand on it.
/// </summary>
/// <remarks>Encoding throws <see cref="ArgumentException"/> for a value that cannot be made to fit, such as too short a text.</remarks>
public sealed class Interpreter(ProtocolModel protocol)
{
    /// <summary>The model that is interpreted.</summary>
    public ProtocolModel Protocol { get; } = protocol;

    /// <summary>The body of a packet, event or command.</summary>
    /// <param name="fields">Its fields in the schema.</param>
    /// <param name="peer">Version of the receiver; null for the schema's own.</param>
    public byte[] EncodeBody(EquatableArray<FieldModel> fields, FieldsValue values, ProtocolVersion? peer = null)
    {
        var sink = new ByteSink();
        new BinaryEncoder(Protocol, sink, peer ?? Protocol.Version).WriteBody(fields, values, string.Empty);
        return sink.ToArray();
    }

    /// <summary>Reads a whole body of a packet, event or command.</summary>
    public Decoded<FieldsValue> DecodeBody(EquatableArray<FieldModel> fields, byte[] body)
    {
        var source = new ByteSource(body);
        var decoder = new BinaryDecoder(Protocol, source);
        var value = decoder.ReadBody(fields, string.Empty);
        decoder.NoteTrailing(string.Empty);
        return new Decoded<FieldsValue>(value, source.Faults, source.Consumed);
    }

    /// <summary>An object's mask and set fields: those that <paramref name="values"/> holds and the receiver knows.</summary>
    public byte[] EncodeObject(ObjectModel model, FieldsValue values, ProtocolVersion? peer = null)
    {
        var sink = new ByteSink();
        new BinaryEncoder(Protocol, sink, peer ?? Protocol.Version).WriteObject(model, values, string.Empty);
        return sink.ToArray();
    }

    /// <summary>Reads a mask and the fields it announces. Bytes behind them belong to whatever follows and are no fault.</summary>
    public Decoded<FieldsValue> DecodeObject(ObjectModel model, byte[] bytes)
    {
        var source = new ByteSource(bytes);
        var value = new FieldsValue();
        try
        {
            value = new BinaryDecoder(Protocol, source).ReadObject(model, string.Empty);
        }
        catch (StopReading)
        {
            // The fault is in the source's list.
        }

        return new Decoded<FieldsValue>(value, source.Faults, source.Consumed);
    }

    /// <summary>The MessagePack map of a message.</summary>
    public byte[] EncodeMessage(MessageModel model, FieldsValue values, ProtocolVersion? peer = null)
    {
        var sink = new ByteSink();
        new MessageEncoder(Protocol, sink, peer ?? Protocol.Version).WriteMap(model.Fields, values, string.Empty);
        return sink.ToArray();
    }

    /// <summary>Reads a whole MessagePack map.</summary>
    public Decoded<FieldsValue> DecodeMessage(MessageModel model, byte[] body)
    {
        var source = new ByteSource(body);
        var value = new MessageDecoder(Protocol, source).ReadMessage(model);
        if (source.Remaining > 0 && source.Faults.All(fault => fault.Status is WireStatus.MissingKey or WireStatus.BadMessage))
            source.Note(WireStatus.TrailingBytes, source.Position, string.Empty, $"{source.Remaining} bytes are left");
        return new Decoded<FieldsValue>(value, source.Faults, source.Consumed);
    }

    /// <summary>A whole frame: the header, then the body.</summary>
    public byte[] Frame(Origins origin, uint typeId, byte[] body)
    {
        var sink = new ByteSink();
        var length = FrameHeader.Size + body.Length;
        foreach (var word in new[] { Protocol.Magic, (uint)length, (uint)origin, 0u, (uint)length - FrameHeader.LengthGap, typeId })
            sink.PutU32(word);
        sink.Put(body);
        return sink.ToArray();
    }
}
