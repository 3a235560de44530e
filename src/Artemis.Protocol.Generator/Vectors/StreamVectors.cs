using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Cases of packets that hold a stream of objects or events: how streams end, and what in them cannot be read.</summary>
internal sealed class StreamVectors(ProtocolModel protocol)
{
    private readonly Interpreter interpreter = new(protocol);

    public IEnumerable<VectorCase> Of(PacketModel packet, CaseMaker maker, Func<FieldsValue, byte[]> encode)
    {
        if (!packet.Fields.Any(field => field.Type is ObjectStreamType or EventStreamType))
            return [];
        var typical = new Sampler(protocol, SampleSort.WithoutOptional).Fields(packet.Fields);
        return packet.Fields.SelectMany(field => field.Type switch
        {
            ObjectStreamType => Objects(field.Name),
            EventStreamType => Events(field.Name),
            _ => [],
        });

        IEnumerable<VectorCase> Objects(string name) =>
            protocol.Objects.SelectMany(model => maker.Exact($"one {model.Name}", With(name, One(model))))
                .Concat(OddObjects().SelectMany(item => maker.DecodeOnly(item.Label, encode(With(name, item.Value)))));

        IEnumerable<VectorCase> Events(string name) =>
            OddEvents().SelectMany(item => maker.DecodeOnly(item.Label, encode(With(name, item.Value))));

        FieldsValue With(string name, WireValue value) => Poison.Replaced(typical, packet.Fields, name, value);
    }

    private ObjectStreamValue One(ObjectModel model) =>
        new(new[] { new ObjectEntry(model.Name, 7, new Sampler(protocol, SampleSort.Typical).Fields(model)) }.ToEquatableArray());

    private IEnumerable<Poison> OddObjects()
    {
        var free = Enumerable.Range(1, 255).FirstOrDefault(id => protocol.Objects.All(model => model.Id != id));
        if (free != 0)
            yield return new Poison($"object of type {free}", Raw([(byte)free, 7, 0, 0, 0, 0, 0]));

        foreach (var model in protocol.Objects.Take(1))
            yield return new Poison("the same object twice", new ObjectStreamValue(One(model).Entries.Concat(One(model).Entries).ToEquatableArray()));
    }

    private IEnumerable<Poison> OddEvents()
    {
        var free = (ushort)Enumerable.Range(0, 65536).Last(id => protocol.Events.All(model => model.Id != id));
        yield return new Poison("unknown event", new EventStreamValue(new[] { Unknown(free, []), Unknown(free, [1, 2, 3]) }.ToEquatableArray()));
        yield return new Poison("event that ends within its id", Raw([1]));
        yield return new Poison("event that ends within its length", Raw([1, 0, 9]));
        yield return new Poison("event longer than the packet", Raw([.. Entry(free, 4), 1, 2, 3]));

        foreach (var model in protocol.Events.Where(item => item.Fields.Count > 0).Take(1))
        {
            var body = interpreter.EncodeBody(model.Fields, new Sampler(protocol, SampleSort.Typical).Fields(model.Fields));
            yield return new Poison("known event between unknown ones", Raw([.. Entry(free, 0), .. Entry(model.Id, body.Length), .. body, .. Entry(free, 1), 9]));
            yield return new Poison("event with a byte too many", Raw([.. Entry(model.Id, body.Length + 1), .. body, 0]));
            yield return new Poison("event with a byte too few", Raw([.. Entry(model.Id, body.Length - 1), .. body.Take(body.Length - 1)]));
        }
    }

    private static EventEntry Unknown(ushort id, byte[] body) => new(id, null, new FieldsValue(), body.ToEquatableArray());

    private static byte[] Entry(ushort id, int length) => [(byte)id, (byte)(id >> 8), (byte)length, (byte)(length >> 8)];

    private static RawValue Raw(byte[] bytes) => new(bytes.ToEquatableArray());
}
