using Artemis.Benchmarks.Harness;
using Artemis.Benchmarks.Peers;
using Google.Protobuf;

namespace Artemis.Benchmarks.Codec;

/// <summary>The benchmarks that every object has: whole, by four usual masks, and by masks that nobody can foresee.</summary>
internal static class ShipSuite<TCodec, TShip, TQuantized>
    where TCodec : struct, IShipCodec<TShip, TQuantized>
    where TShip : struct
    where TQuantized : struct
{
    /// <summary>More than a branch predictor can learn by heart.</summary>
    private const int RandomMasks = 4096;

    /// <param name="name">The object's name.</param>
    /// <param name="allFields">The mask of the whole object.</param>
    /// <param name="fixedMasks">Four masks that are usual in play.</param>
    /// <param name="toProtobuf">The same ship for Protocol Buffers, with only the fields of a mask.</param>
    public static void Run(
        Suite suite, string name, TShip ship, uint allFields, uint[] fixedMasks, Func<uint, IMessage> toProtobuf, Peer jsonEncode, Peer jsonDecode)
    {
        var all = toProtobuf(allFields);
        Pair($"{name}.full", allFields, [ProtobufPeer.Encode(all), jsonEncode], [ProtobufPeer.Merge(toProtobuf(0), all), jsonDecode]);
        for (var i = 0; i < fixedMasks.Length; i++)
        {
            var message = toProtobuf(fixedMasks[i]);
            Pair($"{name}.delta.fixed{i + 1}", fixedMasks[i], [ProtobufPeer.Encode(message)], [ProtobufPeer.Merge(toProtobuf(0), message)]);
        }

        var random = new Random(20);
        var masks = Enumerable.Range(0, RandomMasks).Select(_ => (uint)random.NextInt64() & allFields).ToArray();
        var messages = Array.ConvertAll(masks, mask => toProtobuf(mask));
        var mean = (int)masks.Average(mask => ShipLoops<TCodec, TShip, TQuantized>.Bytes(ship, mask).Length);
        suite.Run($"{name}.delta.random.encode", mean, ShipLoops<TCodec, TShip, TQuantized>.Encode(ship, masks), ProtobufPeer.Encode(messages));
        suite.Run($"{name}.delta.random.decode", mean, ShipLoops<TCodec, TShip, TQuantized>.Decode(ship, masks), ProtobufPeer.Merge(toProtobuf(0), messages));

        void Pair(string title, uint mask, Peer[] encoders, Peer[] decoders)
        {
            var bytes = ShipLoops<TCodec, TShip, TQuantized>.Bytes(ship, mask).Length;
            suite.Run($"{title}.encode", bytes, ShipLoops<TCodec, TShip, TQuantized>.Encode(ship, mask), encoders);
            suite.Run($"{title}.decode", bytes, ShipLoops<TCodec, TShip, TQuantized>.Decode(ship, mask), decoders);
        }
    }
}
