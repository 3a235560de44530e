using Artemis.Protocol.Runtime;
using ProtocolVersion = Artemis.Protocol.Runtime.ProtocolVersion;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>A generated struct with a body of its own: an event, a command, a packet without streams.</summary>
internal interface IBodyAdapter
{
    Type Native { get; }

    byte[] Encode(object value, ProtocolVersion? peer);

    (DecodeStatus Status, object Value) Decode(byte[] body);
}

/// <inheritdoc/>
internal sealed class BodyAdapter<T> : IBodyAdapter
    where T : struct
{
    private readonly EncodeDelegate encode = Method<EncodeDelegate>("Encode", typeof(Span<byte>));
    private readonly EncodeForDelegate encodeFor = Method<EncodeForDelegate>("Encode", typeof(Span<byte>), typeof(ProtocolVersion));
    private readonly SizeDelegate size = Method<SizeDelegate>("EncodedSize");
    private readonly DecodeDelegate decode = Method<DecodeDelegate>("Decode", typeof(ReadOnlySpan<byte>), typeof(T).MakeByRefType());

    private delegate int EncodeDelegate(ref T value, Span<byte> body);

    private delegate int EncodeForDelegate(ref T value, Span<byte> body, ProtocolVersion peer);

    private delegate int SizeDelegate(ref T value);

    private delegate DecodeStatus DecodeDelegate(ReadOnlySpan<byte> body, out T value);

    public Type Native => typeof(T);

    public byte[] Encode(object value, ProtocolVersion? peer)
    {
        var native = (T)value;
        var room = new byte[(int)typeof(T).GetField("MaxEncodedSize")!.GetRawConstantValue()!];
        if (peer is { } version)
            return room[..encodeFor(ref native, room, version)];

        var length = encode(ref native, room);
        if (length != size(ref native))
            throw new InvalidOperationException($"{typeof(T).Name} took {length} bytes and says {size(ref native)}");
        CheckRoom(native, room[..length]);
        return room[..length];
    }

    public (DecodeStatus Status, object Value) Decode(byte[] body) => (decode(body, out var value), value);

    /// <summary>Exactly enough room is enough, and a byte less is refused without a byte written beyond it.</summary>
    private void CheckRoom(T native, byte[] expected)
    {
        var exact = new byte[expected.Length];
        if (encode(ref native, exact) != exact.Length || !exact.AsSpan().SequenceEqual(expected))
            throw new InvalidOperationException($"{typeof(T).Name} wants more room than it takes");
        if (expected.Length == 0)
            return;
        try
        {
            encode(ref native, exact.AsSpan(1));
        }
        catch (ArgumentException)
        {
            return;
        }

        throw new InvalidOperationException($"{typeof(T).Name} was written into too little room");
    }

    private static TDelegate Method<TDelegate>(string name, params Type[] parameters)
        where TDelegate : Delegate =>
        (typeof(T).GetMethod(name, parameters) ?? throw new MissingMethodException(typeof(T).Name, name)).CreateDelegate<TDelegate>();
}
