using Artemis.Protocol.Runtime;

namespace Artemis.Fuzz.Targets;

/// <summary>A replicated object: decoded to natural values and to wire units, and what was accepted encoded again.</summary>
/// <typeparam name="T">Natural values.</typeparam>
/// <typeparam name="TQuantized">Wire units.</typeparam>
/// <typeparam name="TMask">uint or ulong.</typeparam>
internal sealed class ObjectTarget<T, TQuantized, TMask> : Target
    where T : struct
    where TQuantized : struct
    where TMask : struct, IEquatable<TMask>
{
    private readonly Fenced<T>[] natural = new Fenced<T>[1];
    private readonly Fenced<TQuantized>[] quantized = new Fenced<TQuantized>[1];
    private readonly GuardedMemory output = new();
    private readonly DecodeObject<T> decodeNatural;
    private readonly DecodeObject<TQuantized> decodeQuantized;
    private readonly EncodeObject encode;
    private readonly MeasureObject measure;

    public ObjectTarget(IReadOnlyList<byte[]> corpus)
        : base(typeof(T).Name, corpus)
    {
        decodeNatural = Binding.Static<DecodeObject<T>>(typeof(T), "Decode");
        decodeQuantized = Binding.Static<DecodeObject<TQuantized>>(typeof(TQuantized), "Decode");
        encode = Binding.Static<EncodeObject>(typeof(TQuantized), "Encode");
        measure = Binding.Static<MeasureObject>(typeof(TQuantized), "EncodedSize");
        natural[0].Build();
        quantized[0].Build();
    }

    private delegate DecodeStatus DecodeObject<TValue>(ReadOnlySpan<byte> source, ref TValue value, out TMask mask, out int bytesRead);

    private delegate int EncodeObject(Span<byte> destination, ref TQuantized value, TMask mask);

    private delegate int MeasureObject(ref TQuantized value, TMask mask);

    public override bool Feed(ReadOnlySpan<byte> input)
    {
        var status = decodeNatural(input, ref natural[0].Value, out var mask, out var read);
        if (!natural[0].IsWhole)
            throw new FindingException("wrote beside the natural value");
        if (status == DecodeStatus.Ok && read > input.Length)
            throw new FindingException($"says that it read {read} bytes of {input.Length}");

        var again = decodeQuantized(input, ref quantized[0].Value, out var sameMask, out var sameRead);
        if (!quantized[0].IsWhole)
            throw new FindingException("wrote beside the value in wire units");
        if (status != again)
            throw new FindingException($"is {status} for natural values and {again} for wire units");
        if (status != DecodeStatus.Ok)
            return false;

        if (!mask.Equals(sameMask) || read != sameRead)
            throw new FindingException($"reads {read} bytes for natural values and {sameRead} for wire units");
        EncodeAgain(input[..read], mask);
        return true;
    }

    /// <summary>What was accepted has one encoding, and it fits exactly between forbidden pages.</summary>
    private void EncodeAgain(ReadOnlySpan<byte> accepted, TMask mask)
    {
        var size = measure(ref quantized[0].Value, mask);
        if (size != accepted.Length)
            throw new FindingException($"encodes {accepted.Length} accepted bytes as {size}");
        var destination = output.AtEnd(size);
        var written = encode(destination, ref quantized[0].Value, mask);
        if (written != size)
            throw new FindingException($"says that it takes {size} bytes and writes {written}");
        if (!destination.SequenceEqual(accepted))
            throw new FindingException($"encodes {Convert.ToHexStringLower(accepted)} as {Convert.ToHexStringLower(destination)}");
    }
}
