using Artemis.Fuzz;
using Artemis.Fuzz.Targets;
using Xunit;

namespace Artemis.Protocol.Tests.Safety;

/// <summary>Every decoder of the library on bytes that lie between forbidden pages: a read past either end would end the process.</summary>
public class DecoderSafetyTests
{
    private const int InputsPerDecoder = 300;

    private static readonly IReadOnlyList<Target> Decoders = TargetList.All();

    private readonly GuardedMemory memory = new();

    [Fact]
    public void Every_kind_of_packet_object_event_command_and_message_is_among_the_decoders()
    {
        var model = Schemas.Artemis;
        var expected = model.Objects.Select(item => item.Name)
            .Concat(model.Events.Select(item => item.Name))
            .Concat(model.Commands.Select(item => item.Name))
            .Concat(model.Messages.Select(item => item.Name));

        Assert.Empty(expected.Except(Decoders.Select(decoder => decoder.Name)));
        Assert.Contains(Decoders, decoder => decoder is FramesTarget);
    }

    [Fact]
    public void Nonsense_is_refused_without_an_exception_an_over_read_or_an_allocation()
    {
        var random = new Random(20);
        foreach (var decoder in Decoders)
        {
            FeedGolden(decoder);
            var mutator = new Mutator(decoder.Corpus, random);
            for (var i = 0; i < InputsPerDecoder; i++)
            {
                var input = mutator.Next();
                var allocated = Feed(decoder, input, atEnd: i % 2 == 0);
                Assert.True(allocated <= decoder.AllocationLimit(input.Length), $"{decoder.Name} allocates {allocated} bytes for {Convert.ToHexString(input)}");
            }
        }
    }

    [Fact]
    public void Golden_game_bytes_are_decoded_and_encoded_without_an_allocation()
    {
        var counted = 0;
        foreach (var decoder in Decoders.Where(decoder => decoder.AllocationLimit(1) == 0))
        {
            FeedGolden(decoder);
            foreach (var golden in decoder.Corpus)
            {
                var allocated = Feed(decoder, golden, atEnd: true);
                Assert.True(allocated == 0, $"{decoder.Name} allocates {allocated} bytes for {Convert.ToHexString(golden)}");
                counted++;
            }
        }

        Assert.NotEqual(0, counted);
    }

    /// <summary>The first time, tables are made and code is compiled.</summary>
    private void FeedGolden(Target decoder)
    {
        foreach (var golden in decoder.Corpus.DefaultIfEmpty([]))
            Feed(decoder, golden, atEnd: true);
    }

    private long Feed(Target decoder, ReadOnlySpan<byte> input, bool atEnd)
    {
        var bytes = atEnd ? memory.AtEnd(input.Length) : memory.AtStart(input.Length);
        input.CopyTo(bytes);
        var before = GC.GetAllocatedBytesForCurrentThread();
        decoder.Feed(bytes);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
