using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Cases of framing: the bytes of a whole WebSocket message, as one side receives them.</summary>
internal sealed class FrameVectors(ProtocolModel protocol)
{
    private const uint SomeType = 0x12345678;
    private readonly Interpreter interpreter = new(protocol);

    public IEnumerable<VectorCase> All()
    {
        foreach (var origin in new[] { Origins.Server, Origins.Client })
        {
            var side = origin.ToString().ToLowerInvariant();
            yield return Of($"one frame from a {side}", origin, Frame(origin, 1, 2, 3));
            yield return Of($"one frame without a body from a {side}", origin, Frame(origin));
            yield return Of($"three frames from a {side}", origin, [.. Frame(origin, 1), .. Frame(origin), .. Frame(origin, 2, 3)]);
        }

        const Origins server = Origins.Server;
        yield return Of("frame of 280 bytes", server, interpreter.Frame(server, SomeType, new byte[256]));
        yield return Of("header lacks its last byte", server, [.. Frame(server).Take(FrameHeader.Size - 1)]);
        yield return Of("body lacks its last byte", server, [.. Frame(server, 1, 2, 3).Take(FrameHeader.Size + 2)]);
        yield return Of("byte behind the frame", server, [.. Frame(server, 1), 0]);
        yield return Of("second frame is cut", server, [.. Frame(server, 1), .. Frame(server, 2).Take(FrameHeader.Size)]);
        yield return Of("another magic word", server, Words(protocol.Magic + 1, 24, 1, 0, 4));
        yield return Of("magic word the other way round", server, Words(Swapped(protocol.Magic), 24, 1, 0, 4));
        yield return Of("length of 23", server, Words(protocol.Magic, 23, 1, 0, 3));
        yield return Of("length of 0", server, Words(protocol.Magic, 0, 1, 0, 0));
        yield return Of("length beyond the limit", server, Words(protocol.Magic, (uint)protocol.FrameLimit + 1, 1, 0, (uint)protocol.FrameLimit - 19));
        yield return Of("length of 2^32 - 1", server, Words(protocol.Magic, uint.MaxValue, 1, 0, uint.MaxValue - 20));
        yield return Of("fifth word one too large", server, Words(protocol.Magic, 24, 1, 0, 5));
        yield return Of("fifth word is the length", server, Words(protocol.Magic, 24, 1, 0, 24));
        yield return Of("fourth word is not 0", server, Words(protocol.Magic, 24, 1, 1, 4));
        yield return Of("origin of 0", server, Words(protocol.Magic, 24, 0, 0, 4));
        yield return Of("origin of 3", server, Words(protocol.Magic, 24, 3, 0, 4));
        yield return Of("client's frame among a server's", server, Words(protocol.Magic, 24, 2, 0, 4));
        yield return Of("server's frame among a client's", Origins.Client, Words(protocol.Magic, 24, 1, 0, 4));
    }

    private byte[] Frame(Origins origin, params byte[] body) => interpreter.Frame(origin, SomeType, body);

    private static byte[] Words(uint magic, uint length, uint origin, uint padding, uint remaining)
    {
        var sink = new ByteSink();
        foreach (var word in new[] { magic, length, origin, padding, remaining, SomeType })
            sink.PutU32(word);
        return sink.ToArray();
    }

    private static uint Swapped(uint word) => (word >> 24) | ((word >> 8) & 0xff00) | ((word << 8) & 0xff0000) | (word << 24);

    private VectorCase Of(string name, Origins origin, byte[] bytes)
    {
        var frames = new List<string>();
        for (var offset = 0; offset < bytes.Length;)
        {
            var (header, fault) = FrameHeader.Read(protocol, bytes, offset, origin);
            if (header is null)
                return new VectorCase(name, "frames", VectorCase.Decode, null, bytes) { Origin = origin, Error = fault!.Status };
            frames.Add(JsonText.Object(
                ("type", header.TypeId.ToString()),
                ("body", JsonText.Quote(HexText.Of(bytes.Skip(offset + FrameHeader.Size).Take((int)header.Length - FrameHeader.Size))))));
            offset += (int)header.Length;
        }

        return new VectorCase(name, "frames", VectorCase.Decode, JsonText.Array(frames), bytes) { Origin = origin };
    }
}
