using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tests.Vectors;

/// <summary>The reference interpreter as a codec.</summary>
internal sealed class InterpreterCodec(ProtocolModel protocol) : ICodec
{
    private readonly Interpreter interpreter = new(protocol);

    public ProtocolModel Protocol => protocol;

    public byte[] Encode(WireType type, FieldsValue value, ProtocolVersion? peer) => type.Kind switch
    {
        "object" => interpreter.EncodeObject(Object(type.Name), value, peer),
        "packet" => interpreter.Frame(type.Origin, Packet(type).TypeId, interpreter.EncodeBody(Packet(type).Fields, value, peer)),
        "message" => interpreter.Frame(type.Origin, Message(type).TypeId, interpreter.EncodeMessage(Message(type), value, peer)),
        _ => interpreter.EncodeBody(type.Fields(protocol), value, peer),
    };

    public byte[] EncodeDelta(string objectName, FieldsValue baseline, FieldsValue current)
    {
        var model = Object(objectName);
        var changed = current.Fields.Where(field => !One(field).SequenceEqual(One(baseline.Fields.First(item => item.Name == field.Name))));
        return interpreter.EncodeObject(model, new FieldsValue(changed.ToEquatableArray()));

        byte[] One(NamedValue field) => interpreter.EncodeObject(model, new FieldsValue(field));
    }

    public Decoding Decode(WireType type, byte[] bytes)
    {
        var decoded = type.Kind switch
        {
            "object" => interpreter.DecodeObject(Object(type.Name), bytes),
            "packet" => interpreter.DecodeBody(Packet(type).Fields, bytes[FrameHeader.Size..]),
            "message" => interpreter.DecodeMessage(Message(type), bytes[FrameHeader.Size..]),
            _ => interpreter.DecodeBody(type.Fields(protocol), bytes),
        };
        var statuses = decoded.Faults.Select(fault => fault.Status).ToArray();
        return decoded.Status == WireStatus.Ok
            ? new Decoding(WireStatus.Ok, decoded.Value, [], UnknownKeys: CountUnknown(decoded.Value), Native: decoded.Value)
            : new Decoding(decoded.Status, null, statuses, decoded.Faults[0].Path);
    }

    public byte[] Reencode(WireType type, Decoding decoding) => Encode(type, decoding.Value!, null);

    public (WireStatus Status, IReadOnlyList<(uint Type, byte[] Body)> Frames) ReadFrames(byte[] message, Origins expected)
    {
        var frames = new List<(uint, byte[])>();
        for (var offset = 0; offset < message.Length;)
        {
            var (header, fault) = FrameHeader.Read(protocol, message, offset, expected);
            if (header is null)
                return (fault!.Status, frames);
            frames.Add((header.TypeId, message[(offset + FrameHeader.Size)..(offset + (int)header.Length)]));
            offset += (int)header.Length;
        }

        return (WireStatus.Ok, frames);
    }

    private static int CountUnknown(WireValue value) => value switch
    {
        FieldsValue fields => fields.Unknown.Count + fields.Fields.Sum(field => CountUnknown(field.Value)),
        ListValue list => list.Items.Sum(CountUnknown),
        _ => 0,
    };

    private ObjectModel Object(string name) => protocol.Objects.First(item => item.Name == name);

    private PacketModel Packet(WireType type) => protocol.Packets.First(item => item.Name == type.Name);

    private MessageModel Message(WireType type) => protocol.Messages.First(item => item.Name == type.Name);
}
