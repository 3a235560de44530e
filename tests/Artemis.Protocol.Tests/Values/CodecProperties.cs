using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Tests.Vectors;

namespace Artemis.Protocol.Tests.Values;

/// <summary>What must hold of every codec. Each property gives what does not hold, or null.</summary>
internal static class CodecProperties
{
    /// <summary>What is encoded is decoded again, each number within the error that the compiler states.</summary>
    public static string? RoundTrip(ICodec codec, WireType type, int seed)
    {
        var fields = type.Fields(codec.Protocol);
        var sent = new ArbitraryValues(codec.Protocol, seed).Fields(fields);
        var decoding = codec.Decode(type, codec.Encode(type, sent));
        return decoding.Status == WireStatus.Ok
            ? new Closeness(codec.Protocol).Trouble(fields, sent, decoding.Value!)
            : $"what was encoded is refused with {decoding.Status} at {decoding.Path}";
    }

    /// <summary>An encoded value with some damage behind the header.</summary>
    public static byte[] DamagedBytes(ICodec codec, WireType type, int seed)
    {
        var sent = new ArbitraryValues(codec.Protocol, seed).Fields(type.Fields(codec.Protocol));
        var header = type.Kind is "packet" or "message" ? FrameHeader.Size : 0;
        return Mutation.Of(codec.Encode(type, sent), new Random(seed), header);
    }
}
