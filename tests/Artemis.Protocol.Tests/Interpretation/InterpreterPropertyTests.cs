using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Tests.Values;
using Artemis.Protocol.Tests.Vectors;
using Xunit;

namespace Artemis.Protocol.Tests.Interpretation;

public class InterpreterPropertyTests
{
    private static readonly ICodec[] Codecs = [new InterpreterCodec(Schemas.Artemis), new InterpreterCodec(Schemas.Frozen)];

    [Fact]
    public void What_is_encoded_arrives_within_the_stated_error()
    {
        foreach (var codec in Codecs)
            Check.ForAll(codec.Protocol, 100, (type, seed) => CodecProperties.RoundTrip(codec, type, seed));
    }

    [Fact]
    public void Damaged_bytes_are_read_without_harm()
    {
        foreach (var codec in Codecs)
            Check.ForAll(codec.Protocol, 100, (type, seed) => Damage(codec, type, seed));
    }

    private static string? Damage(ICodec codec, WireType type, int seed)
    {
        var decoding = codec.Decode(type, CodecProperties.DamagedBytes(codec, type, seed));
        return decoding.Status == WireStatus.Ok == decoding.Value is not null ? null : "status and value contradict each other";
    }
}
