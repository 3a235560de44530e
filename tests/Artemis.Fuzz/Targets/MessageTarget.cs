using System.Buffers;
using Artemis.Protocol.Runtime;

namespace Artemis.Fuzz.Targets;

/// <summary>A MessagePack message: decoded, and what was accepted encoded and decoded again.</summary>
internal sealed class MessageTarget<T> : Target
    where T : class
{
    /// <summary>
    /// Texts are held twice as wide as they came, and an object is larger than the fewest bytes that make one; but nothing grows by more than
    /// a constant factor, whatever a count in the input claims.
    /// </summary>
    private const int AllocatedPerByte = 64;

    private const int AllocatedAnyway = 4096;

    private readonly ArrayBufferWriter<byte> output = new(GuardedMemory.Capacity);
    private readonly DecodeMessage decode;
    private readonly EncodeMessage encode;

    public MessageTarget(IReadOnlyList<byte[]> corpus)
        : base(typeof(T).Name, corpus)
    {
        decode = Binding.Static<DecodeMessage>(typeof(T), "TryDecode");
        encode = Binding.Instance<EncodeMessage>(typeof(T), "Encode");
    }

    internal delegate DecodeStatus DecodeMessage(ReadOnlyMemory<byte> body, out T? message, out DecodeError error);

    private delegate void EncodeMessage(T message, IBufferWriter<byte> output);

    // Decoded twice and encoded once in between.
    public override long AllocationLimit(int inputLength) => 3 * (AllocatedAnyway + ((long)inputLength * AllocatedPerByte));

    public override bool Feed(ReadOnlySpan<byte> input)
    {
        var status = decode(UnmanagedMemory.Over(input), out var message, out var error);
        if (status != DecodeStatus.Ok)
        {
            if (message is not null)
                throw new FindingException("gives a message and refuses it");
            return false;
        }

        output.ResetWrittenCount();
        encode(message!, output);
        if (decode(output.WrittenMemory, out _, out error) != DecodeStatus.Ok)
            throw new FindingException($"refuses what it encoded: {error}");
        return true;
    }
}
