using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Runtime;
using Artemis.Protocol.Tests.Vectors;
using ProtocolVersion = Artemis.Protocol.Runtime.ProtocolVersion;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>
/// A packet that holds a stream or a command. Its generated writer and reader are ref structs, which reflection cannot hold, so there is a
/// class by hand for each.
/// </summary>
internal abstract class StreamPacket
{
    /// <summary>The whole frame.</summary>
    public abstract byte[] Encode(GeneratedCodec codec, FieldsValue value, ProtocolVersion? peer);

    /// <summary>Reads a body.</summary>
    public abstract Decoding Decode(GeneratedCodec codec, ReadOnlySpan<byte> body);

    protected static FieldsValue Fields(IEnumerable<NamedValue> head, params NamedValue[] rest) => new(head.Concat(rest).ToEquatableArray());

    protected static NamedValue Objects(string name, List<ObjectEntry> entries) => new(name, new ObjectStreamValue(entries.ToEquatableArray()));

    protected static NamedValue Events(string name, List<EventEntry> entries) => new(name, new EventStreamValue(entries.ToEquatableArray()));

    protected static NamedValue List(string name, List<WireValue> items) => new(name, new ListValue(items.ToEquatableArray()));

    /// <summary>An event as it was read: one that the schema does not have keeps its bytes.</summary>
    protected static (DecodeStatus Status, EventEntry Entry) ReadEvent(GeneratedCodec codec, ushort id, ReadOnlySpan<byte> body)
    {
        if (codec.Protocol.Events.FirstOrDefault(item => item.Id == id) is not { } model)
            return (DecodeStatus.Ok, new EventEntry(id, null, new FieldsValue(), body.ToArray().ToEquatableArray()));

        var decoding = codec.DecodeBody("event", model.Name, body);
        return (Enum.Parse<DecodeStatus>(decoding.Status.ToString()), new EventEntry(id, model.Name, decoding.Value ?? new FieldsValue(), default));
    }

    /// <summary>A command's fields; a packet of a command that the schema does not have is refused.</summary>
    protected static Decoding ReadCommand(
        GeneratedCodec codec, DecodeStatus status, uint id, ReadOnlySpan<byte> body, IEnumerable<NamedValue> head, string name)
    {
        if (status != DecodeStatus.Ok)
            return GeneratedCodec.Of(status, () => new FieldsValue());
        if (codec.Protocol.Commands.FirstOrDefault(item => item.Id == id) is not { } model)
            return GeneratedCodec.Of(DecodeStatus.UnknownCommand, () => new FieldsValue());

        var decoding = codec.DecodeBody("command", model.Name, body);
        return decoding.Value is { } fields
            ? decoding with { Value = Fields(head, new NamedValue(name, new CommandBodyValue(id, model.Name, fields, default))) }
            : decoding;
    }
}
