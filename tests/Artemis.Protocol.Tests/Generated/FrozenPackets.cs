using Artemis.Frozen;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Runtime;
using Artemis.Protocol.Tests.Vectors;
using Xunit;
using ProtocolVersion = Artemis.Protocol.Runtime.ProtocolVersion;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>The packets of the frozen protocol that hold streams or commands.</summary>
internal static class FrozenPackets
{
    public static IReadOnlyDictionary<string, StreamPacket> All { get; } = new Dictionary<string, StreamPacket>
    {
        ["Update"] = new UpdatePacket(),
        ["Happenings"] = new HappeningsPacket(),
        ["Order"] = new OrderPacket(),
    };

    private sealed class UpdatePacket : StreamPacket
    {
        public override byte[] Encode(GeneratedCodec codec, FieldsValue value, ProtocolVersion? peer)
        {
            var room = new byte[FrozenProtocol.FrameLimit];
            var writer = new UpdateWriter(room, (Update)codec.ToHead("Update", value), peer ?? FrozenProtocol.Version);
            foreach (var entry in ((ObjectStreamValue)value["objects"]!).Entries)
                Assert.True(StreamEntries.AddObject(ref writer, codec, entry));
            foreach (var item in ((ListValue)value["removed"]!).Items)
                Assert.True(writer.TryAddRemoved((uint)((IntegerValue)item).Value));
            return room[..writer.Finish()];
        }

        public override Decoding Decode(GeneratedCodec codec, ReadOnlySpan<byte> body)
        {
            var reader = new UpdateReader(body);
            var (objects, removed) = (new List<ObjectEntry>(), new List<WireValue>());
            while (reader.NextObject(out var type, out var id))
                objects.Add(StreamEntries.ReadObject(ref reader, codec, (byte)type, id));
            while (reader.NextRemoved(out var item))
                removed.Add(new IntegerValue(item));

            var head = reader.Head;
            return GeneratedCodec.Of(
                reader.Finish(), () => Fields(codec.FromHead("Update", head), Objects("objects", objects), List("removed", removed)));
        }
    }

    private sealed class HappeningsPacket : StreamPacket
    {
        public override byte[] Encode(GeneratedCodec codec, FieldsValue value, ProtocolVersion? peer)
        {
            var room = new byte[FrozenProtocol.FrameLimit];
            var writer = new HappeningsWriter(room, (Happenings)codec.ToHead("Happenings", value), peer ?? FrozenProtocol.Version);
            foreach (var entry in ((EventStreamValue)value["events"]!).Entries)
                Assert.True(entry.Type is null ? writer.TryAdd(entry.Id, entry.Raw.ToArray()) : StreamEntries.AddEvent(ref writer, codec, entry));
            return room[..writer.Finish()];
        }

        public override Decoding Decode(GeneratedCodec codec, ReadOnlySpan<byte> body)
        {
            var reader = new HappeningsReader(body);
            var events = new List<EventEntry>();
            while (reader.NextEvent(out var type, out var eventBody))
            {
                var (status, entry) = ReadEvent(codec, (ushort)type, eventBody);
                if (status != DecodeStatus.Ok)
                    return GeneratedCodec.Of(status, () => new FieldsValue());
                events.Add(entry);
            }

            var head = reader.Head;
            return GeneratedCodec.Of(reader.Finish(), () => Fields(codec.FromHead("Happenings", head), Events("events", events)));
        }
    }

    private sealed class OrderPacket : StreamPacket
    {
        public override byte[] Encode(GeneratedCodec codec, FieldsValue value, ProtocolVersion? peer)
        {
            var body = (CommandBodyValue)value["body"]!;
            var command = codec.ToNative("command", body.Type!, body.Fields);
            return (byte[])GeneratedCodec.Call(
                typeof(OrderPacket), nameof(Frame), command.GetType(), codec.ToHead("Order", value), command, peer ?? FrozenProtocol.Version);
        }

        public override Decoding Decode(GeneratedCodec codec, ReadOnlySpan<byte> body)
        {
            var reader = new OrderReader(body);
            return ReadCommand(codec, reader.Status, (uint)reader.CommandType, reader.CommandBody, codec.FromHead("Order", reader.Head), "body");
        }

        private static byte[] Frame<T>(Order head, T command, ProtocolVersion peer)
            where T : struct, ICommand
        {
            var room = new byte[FrozenProtocol.FrameLimit];
            return room[..OrderFrame.Encode(room, head.Sequence, in command, peer)];
        }
    }
}
