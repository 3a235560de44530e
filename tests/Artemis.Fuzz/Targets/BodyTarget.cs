using Artemis.Protocol.Runtime;

namespace Artemis.Fuzz.Targets;

/// <summary>The body of a binary packet, an event or a command: decoded, and what was accepted encoded and decoded again.</summary>
internal sealed class BodyTarget<T> : Target
    where T : struct, IEquatable<T>
{
    private readonly Fenced<T>[] value = new Fenced<T>[1];
    private readonly Fenced<T>[] copy = new Fenced<T>[1];
    private readonly GuardedMemory output = new();
    private readonly DecodeBody decode;
    private readonly EncodeBody encode;
    private readonly MeasureBody measure;

    public BodyTarget(IReadOnlyList<byte[]> corpus)
        : base(typeof(T).Name, corpus)
    {
        decode = Binding.Static<DecodeBody>(typeof(T), "Decode");
        encode = Binding.Instance<EncodeBody>(typeof(T), "Encode");
        measure = Binding.Instance<MeasureBody>(typeof(T), "EncodedSize");
        value[0].Build();
        copy[0].Build();
    }

    internal delegate DecodeStatus DecodeBody(ReadOnlySpan<byte> body, out T value);

    private delegate int EncodeBody(ref T value, Span<byte> body);

    private delegate int MeasureBody(ref T value);

    public override bool Feed(ReadOnlySpan<byte> input)
    {
        var status = decode(input, out value[0].Value);
        if (!value[0].IsWhole)
            throw new FindingException("wrote beside the value");
        if (status != DecodeStatus.Ok)
            return false;

        // Not always the bytes that came: an older peer's body may be shorter.
        var size = measure(ref value[0].Value);
        var destination = output.AtEnd(size);
        var written = encode(ref value[0].Value, destination);
        if (written != size)
            throw new FindingException($"says that it takes {size} bytes and writes {written}");
        if (decode(destination, out copy[0].Value) != DecodeStatus.Ok)
            throw new FindingException("refuses what it encoded");
        return true;
    }
}
