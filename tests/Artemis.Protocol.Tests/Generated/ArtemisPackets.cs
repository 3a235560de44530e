using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Runtime;
using Artemis.Protocol.Tests.Vectors;
using Xunit;
using ProtocolVersion = Artemis.Protocol.Runtime.ProtocolVersion;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>The packets of the Artemis protocol that hold streams or commands.</summary>
internal static class ArtemisPackets
{
    public static IReadOnlyDictionary<string, StreamPacket> All { get; } = new Dictionary<string, StreamPacket>
    {
        ["ObjectUpdate"] = new ObjectUpdatePacket(),
        ["Events"] = new EventsPacket(),
        ["Command"] = new CommandPacket(),
    };

    private sealed class ObjectUpdatePacket : StreamPacket
    {
        public override byte[] Encode(GeneratedCodec codec, FieldsValue value, ProtocolVersion? peer)
        {
            var room = new byte[ArtemisProtocol.FrameLimit];
            var writer = new ObjectUpdateWriter(room, (ObjectUpdate)codec.ToHead("ObjectUpdate", value), peer ?? ArtemisProtocol.Version);
            foreach (var entry in ((ObjectStreamValue)value["objects"]!).Entries)
                Assert.True(StreamEntries.AddObject(ref writer, codec, entry));
            foreach (var item in ((ListValue)value["removed"]!).Items)
                Assert.True(writer.TryAddRemoved((Removal)codec.ToStruct("Removal", item)));
            return room[..writer.Finish()];
        }

        public override Decoding Decode(GeneratedCodec codec, ReadOnlySpan<byte> body)
        {
            var reader = new ObjectUpdateReader(body);
            var (objects, removed) = (new List<ObjectEntry>(), new List<WireValue>());
            while (reader.NextObject(out var type, out var id))
                objects.Add(StreamEntries.ReadObject(ref reader, codec, (byte)type, id));
            while (reader.NextRemoved(out var item))
                removed.Add(codec.FromStruct("Removal", item));

            var head = reader.Head;
            return GeneratedCodec.Of(
                reader.Finish(), () => Fields(codec.FromHead("ObjectUpdate", head), Objects("objects", objects), List("removed", removed)));
        }
    }

    private sealed class EventsPacket : StreamPacket
    {
        public override byte[] Encode(GeneratedCodec codec, FieldsValue value, ProtocolVersion? peer)
        {
            var room = new byte[ArtemisProtocol.FrameLimit];
            var writer = new EventsWriter(room, (Events)codec.ToHead("Events", value), peer ?? ArtemisProtocol.Version);
            foreach (var entry in ((EventStreamValue)value["events"]!).Entries)
                Assert.True(entry.Type is null ? writer.TryAdd(entry.Id, entry.Raw.ToArray()) : StreamEntries.AddEvent(ref writer, codec, entry));
            return room[..writer.Finish()];
        }

        public override Decoding Decode(GeneratedCodec codec, ReadOnlySpan<byte> body)
        {
            var reader = new EventsReader(body);
            var events = new List<EventEntry>();
            while (reader.NextEvent(out var type, out var eventBody))
            {
                var (status, entry) = ReadEvent(codec, (ushort)type, eventBody);
                if (status != DecodeStatus.Ok)
                    return GeneratedCodec.Of(status, () => new FieldsValue());
                events.Add(entry);
            }

            var head = reader.Head;
            return GeneratedCodec.Of(reader.Finish(), () => Fields(codec.FromHead("Events", head), Events("events", events)));
        }
    }

    private sealed class CommandPacket : StreamPacket
    {
        public override byte[] Encode(GeneratedCodec codec, FieldsValue value, ProtocolVersion? peer)
        {
            var body = (CommandBodyValue)value["payload"]!;
            var command = codec.ToNative("command", body.Type!, body.Fields);
            return (byte[])GeneratedCodec.Call(
                typeof(CommandPacket), nameof(Frame), command.GetType(), codec.ToHead("Command", value), command, peer ?? ArtemisProtocol.Version);
        }

        public override Decoding Decode(GeneratedCodec codec, ReadOnlySpan<byte> body)
        {
            var reader = new CommandReader(body);
            return ReadCommand(codec, reader.Status, (uint)reader.CommandType, reader.CommandBody, codec.FromHead("Command", reader.Head), "payload");
        }

        private static byte[] Frame<T>(Command head, T command, ProtocolVersion peer)
            where T : struct, ICommand
        {
            var room = new byte[ArtemisProtocol.FrameLimit];
            return room[..CommandFrame.Encode(room, head.Sequence, head.ClientTime, in command, peer)];
        }
    }
}
