using System.Globalization;
using Artemis.Protocol.Runtime;
using ProtocolVersion = Artemis.Protocol.Runtime.ProtocolVersion;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>A generated object: mask and set fields, as they lie in an entry behind type and id.</summary>
internal interface IObjectAdapter
{
    Type Native { get; }

    /// <summary>The fields of a mask that the peer knows.</summary>
    byte[] Encode(object value, ulong mask, ProtocolVersion? peer);

    ulong Diff(object baseline, object current);

    (DecodeStatus Status, object Value, ulong Mask, int Length) Decode(byte[] bytes);
}

/// <inheritdoc/>
/// <typeparam name="TQuantized">The form of the wire.</typeparam>
/// <typeparam name="TMask">uint, or ulong for masks of more than four bytes.</typeparam>
internal sealed class ObjectAdapter<T, TQuantized, TMask> : IObjectAdapter
    where T : struct
    where TQuantized : struct, IEquatable<TQuantized>
    where TMask : struct
{
    private readonly QuantizeDelegate quantize = Method<QuantizeDelegate>(typeof(T), "Quantize", typeof(TQuantized).MakeByRefType());
    private readonly DequantizeDelegate dequantize = Method<DequantizeDelegate>(typeof(TQuantized), "Dequantize", typeof(T).MakeByRefType());
    private readonly KnownDelegate known = Method<KnownDelegate>(typeof(T), "KnownFields", typeof(ProtocolVersion));
    private readonly DecodeDelegate<T> decode = DecodeOf<T>();
    private readonly DecodeDelegate<TQuantized> decodeQuantized = DecodeOf<TQuantized>();
    private readonly EncodeDelegate encode = Method<EncodeDelegate>(
        typeof(TQuantized), "Encode", typeof(Span<byte>), typeof(TQuantized).MakeByRefType(), typeof(TMask));
    private readonly SizeDelegate size = Method<SizeDelegate>(typeof(TQuantized), "EncodedSize", typeof(TQuantized).MakeByRefType(), typeof(TMask));
    private readonly DiffDelegate diff = Method<DiffDelegate>(
        typeof(TQuantized), "Diff", typeof(TQuantized).MakeByRefType(), typeof(TQuantized).MakeByRefType());
    private readonly CopyDelegate copy = Method<CopyDelegate>(
        typeof(TQuantized), "Copy", typeof(TQuantized).MakeByRefType(), typeof(TQuantized).MakeByRefType(), typeof(TMask));

    private delegate void QuantizeDelegate(ref T value, out TQuantized quantized);

    private delegate void DequantizeDelegate(ref TQuantized quantized, out T value);

    private delegate TMask KnownDelegate(ProtocolVersion peer);

    private delegate DecodeStatus DecodeDelegate<TValue>(ReadOnlySpan<byte> source, ref TValue value, out TMask mask, out int bytesRead);

    private delegate int EncodeDelegate(Span<byte> destination, in TQuantized value, TMask mask);

    private delegate int SizeDelegate(in TQuantized value, TMask mask);

    private delegate TMask DiffDelegate(in TQuantized baseline, in TQuantized current);

    private delegate void CopyDelegate(in TQuantized from, ref TQuantized to, TMask mask);

    public Type Native => typeof(T);

    public byte[] Encode(object value, ulong mask, ProtocolVersion? peer)
    {
        var native = (T)value;
        quantize(ref native, out var quantized);
        var sent = Narrow(peer is { } version ? mask & Wide(known(version)) : mask);
        var bytes = new byte[size(in quantized, sent)];
        var length = encode(bytes, in quantized, sent);
        if (length != bytes.Length)
            throw new InvalidOperationException($"{typeof(T).Name} took {length} bytes and says {bytes.Length}");
        CheckRoom(quantized, sent, bytes);
        return bytes;
    }

    public ulong Diff(object baseline, object current)
    {
        var (before, after) = ((T)baseline, (T)current);
        quantize(ref before, out var from);
        quantize(ref after, out var to);
        var mask = diff(in from, in to);

        // Copying what differs makes the same of both.
        copy(in to, ref from, mask);
        if (Wide(diff(in from, in to)) != 0 || !from.Equals(to))
            throw new InvalidOperationException($"{typeof(T).Name}: Diff, Copy and Equals disagree");
        return Wide(mask);
    }

    public (DecodeStatus Status, object Value, ulong Mask, int Length) Decode(byte[] bytes)
    {
        var value = default(T);
        var status = decode(bytes, ref value, out var mask, out var length);
        var quantized = default(TQuantized);
        var status2 = decodeQuantized(bytes, ref quantized, out var mask2, out var length2);
        if (status != status2 || (status == DecodeStatus.Ok && (Wide(mask) != Wide(mask2) || length != length2)))
            throw new InvalidOperationException($"{typeof(T).Name} is decoded with {status} into values and with {status2} into codes");
        if (status == DecodeStatus.Ok)
            CheckSame(value, quantized, mask);
        return (status, value, Wide(mask), length);
    }

    /// <summary>Decoding the set fields into values gives what decoding them into codes and dequantizing gives.</summary>
    private void CheckSame(T value, TQuantized quantized, TMask mask)
    {
        dequantize(ref quantized, out var dequantized);
        quantize(ref value, out var again);
        quantize(ref dequantized, out var other);
        if ((Wide(diff(in again, in other)) & Wide(mask)) != 0)
            throw new InvalidOperationException($"{typeof(T).Name} is decoded to different values directly and by way of codes");
    }

    private void CheckRoom(TQuantized quantized, TMask mask, byte[] expected)
    {
        var roomy = new byte[expected.Length + 100];
        if (encode(roomy, in quantized, mask) != expected.Length || !roomy.AsSpan(0, expected.Length).SequenceEqual(expected))
            throw new InvalidOperationException($"{typeof(T).Name} is encoded differently with more room");
        try
        {
            encode(roomy.AsSpan(0, expected.Length - 1), in quantized, mask);
        }
        catch (ArgumentException)
        {
            return;
        }

        throw new InvalidOperationException($"{typeof(T).Name} was written into too little room");
    }

    private static ulong Wide(TMask mask) => Convert.ToUInt64(mask, CultureInfo.InvariantCulture);

    private static TMask Narrow(ulong mask) => (TMask)Convert.ChangeType(mask, typeof(TMask), CultureInfo.InvariantCulture);

    private static DecodeDelegate<TValue> DecodeOf<TValue>() => Method<DecodeDelegate<TValue>>(
        typeof(TValue), "Decode", typeof(ReadOnlySpan<byte>), typeof(TValue).MakeByRefType(), typeof(TMask).MakeByRefType(), typeof(int).MakeByRefType());

    private static TDelegate Method<TDelegate>(Type owner, string name, params Type[] parameters)
        where TDelegate : Delegate =>
        (owner.GetMethod(name, parameters) ?? throw new MissingMethodException(owner.Name, name)).CreateDelegate<TDelegate>();
}
