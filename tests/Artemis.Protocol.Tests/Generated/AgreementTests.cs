using Artemis.Protocol.Tests.Values;
using Artemis.Protocol.Tests.Vectors;
using Xunit;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>Generated C# and the reference interpreter, which share nothing, on arbitrary input.</summary>
public class AgreementTests
{
    private static readonly (ICodec Reference, ICodec Generated)[] Pairs =
        [(Codecs.ArtemisReference, Codecs.Artemis), (Codecs.FrozenReference, Codecs.Frozen)];

    [Fact]
    public void They_encode_and_decode_arbitrary_values_alike() => ForAll(200, (agreement, type, seed) => agreement.OnValue(type, seed));

    [Fact]
    public void They_say_the_same_of_damaged_bytes() => ForAll(300, (agreement, type, seed) => agreement.OnDamage(type, seed));

    /// <summary>A float that came as an integer of 64 bits, which is rounded, not cut off.</summary>
    [Fact]
    public void They_round_a_large_integer_alike()
    {
        int found = 0;
        foreach (var (reference, generated) in Pairs)
        {
            foreach (var type in WireType.All(reference.Protocol).Where(type => type.Name == "Tally"))
            {
                Assert.Null(new Agreement(reference, generated).OnDamage(type, 168576723));
                found++;
            }
        }

        Assert.NotEqual(0, found);
    }

    [Fact]
    public void They_say_the_same_of_noise() => ForAll(200, (agreement, type, seed) => agreement.OnNoise(type, seed));

    [Fact]
    public void They_send_the_same_of_a_change() => ForAll(200, (agreement, type, seed) => agreement.OnDelta(type, seed));

    [Fact]
    public void What_generated_code_encodes_arrives_within_the_stated_error()
    {
        foreach (var (_, generated) in Pairs)
            Check.ForAll(generated.Protocol, 200, (type, seed) => CodecProperties.RoundTrip(generated, type, seed));
    }

    private static void ForAll(int times, Func<Agreement, WireType, int, string?> trouble)
    {
        foreach (var (reference, generated) in Pairs)
        {
            var agreement = new Agreement(reference, generated);
            Check.ForAll(reference.Protocol, times, (type, seed) => trouble(agreement, type, seed));
        }
    }
}
