using System.Reflection;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Runtime;
using Artemis.Protocol.Tests.Vectors;
using FrameHeader = Artemis.Protocol.Runtime.FrameHeader;
using ProtocolVersion = Artemis.Protocol.Generator.Model.ProtocolVersion;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>Generated C# as a codec.</summary>
internal sealed class GeneratedCodec(ProtocolModel protocol, Assembly assembly, IReadOnlyDictionary<string, StreamPacket> streams) : ICodec
{
    private readonly NativeNames names = new(assembly, protocol.CSharpNamespace);
    private readonly NativeValues values = new(protocol);
    private readonly Dictionary<string, object> adapters = [];

    public ProtocolModel Protocol => protocol;

    public bool NamesInnermostKey => true;

    public byte[] Encode(WireType type, FieldsValue value, ProtocolVersion? peer)
    {
        var fields = type.Fields(protocol);
        switch (type.Kind)
        {
            case "object":
                var adapter = Object(type.Name);
                return adapter.Encode(values.ToNative(fields, value, adapter.Native), Mask(type.Name, value), Version(peer));
            case "message":
                return EncodeMessage(type, values.ToNative(fields, value, names.Type(type.Name)), peer);
            case "packet" when streams.TryGetValue(type.Name, out var stream):
                return stream.Encode(this, value, Version(peer));
            case "packet":
                return Frame(type, Body(type.Name).Encode(values.ToNative(fields, value, Body(type.Name).Native), Version(peer)));
            default:
                return Body(type.Name).Encode(values.ToNative(fields, value, Body(type.Name).Native), Version(peer));
        }
    }

    public byte[] EncodeDelta(string objectName, FieldsValue baseline, FieldsValue current)
    {
        var adapter = Object(objectName);
        var fields = new WireType("object", objectName, Origins.None).Fields(protocol);
        var before = values.ToNative(fields, baseline, adapter.Native);
        var after = values.ToNative(fields, current, adapter.Native);
        return adapter.Encode(after, adapter.Diff(before, after), null);
    }

    public Decoding Decode(WireType type, byte[] bytes)
    {
        var fields = type.Fields(protocol);
        switch (type.Kind)
        {
            case "object":
                var (status, value, mask, _) = Object(type.Name).Decode(bytes);
                return Of(status, () => FromObject(type.Name, value, mask));
            case "message":
                return Message(type.Name).Decode(bytes, native => values.FromNative(fields, native));
            case "packet" when streams.TryGetValue(type.Name, out var stream):
                return stream.Decode(this, bytes.AsSpan(FrameHeader.Size));
            default:
                var (result, native) = Body(type.Name).Decode(type.Kind == "packet" ? bytes[FrameHeader.Size..] : bytes);
                return Of(result, () => values.FromNative(fields, native));
        }
    }

    public byte[] Reencode(WireType type, Decoding decoding) => EncodeMessage(type, decoding.Native!, null);

    public (WireStatus Status, IReadOnlyList<(uint Type, byte[] Body)> Frames) ReadFrames(byte[] message, Origins expected)
    {
        var frames = new List<(uint, byte[])>();
        var reader = new FrameReader(message, Side(expected), protocol.Magic, protocol.FrameLimit);
        while (reader.MoveNext())
            frames.Add((reader.Header.PacketType, reader.Body.ToArray()));
        return (Status(reader.Status), frames);
    }

    /// <summary>The bits of the fields that a value has.</summary>
    public ulong Mask(string objectName, FieldsValue value) => protocol.Objects.First(item => item.Name == objectName).Fields
        .Where(field => value[field.Name] is not null)
        .Aggregate(0ul, (mask, field) => mask | (1ul << field.Bit));

    /// <summary>The fields of a mask.</summary>
    public FieldsValue FromObject(string objectName, object native, ulong mask)
    {
        var set = protocol.Objects.First(item => item.Name == objectName).Fields.Where(field => ((mask >> field.Bit) & 1) != 0)
            .Select(field => new FieldModel(field.Name, field.Type, IsOptional: false, field.Since, field.Doc));
        return values.FromNative(set, native);
    }

    /// <summary>A generated value of the fields that a tree has.</summary>
    public object ToNative(string kind, string name, FieldsValue value) =>
        values.ToNative(new WireType(kind, name, Origins.None).Fields(protocol), value, names.Type(name));

    /// <summary>The head of a packet with streams: the fields in front of them.</summary>
    public object ToHead(string packet, FieldsValue value) => values.ToNative(Head(packet), value, names.Type(packet));

    /// <summary>The fields of a packet's head, as values with names.</summary>
    public IEnumerable<NamedValue> FromHead(string packet, object head) => values.FromNative(Head(packet), head).Fields;

    /// <summary>A generated struct.</summary>
    public object ToStruct(string name, WireValue value) => values.ToNative(protocol.Struct(name).Fields, (FieldsValue)value, names.Type(name));

    /// <summary>The tree of a generated struct.</summary>
    public FieldsValue FromStruct(string name, object native) => values.FromNative(protocol.Struct(name).Fields, native);

    /// <summary>Reads the body of an event or command.</summary>
    public Decoding DecodeBody(string kind, string name, ReadOnlySpan<byte> body) =>
        Decode(new WireType(kind, name, Origins.None), body.ToArray());

    private IEnumerable<FieldModel> Head(string packet) => protocol.Packets.First(item => item.Name == packet).Fields
        .TakeWhile(field => field.Type is not (ObjectStreamType or EventStreamType or CommandBodyType));

    public Type TypeOf(string name) => names.Type(name);

    public static Decoding Of(DecodeStatus status, Func<FieldsValue> value) =>
        status == DecodeStatus.Ok ? new Decoding(WireStatus.Ok, value(), []) : new Decoding(Status(status), null, [Status(status)]);

    public static WireStatus Status(DecodeStatus status) => Enum.Parse<WireStatus>(status.ToString());

    public static Origin Side(Origins origin) => origin == Origins.Server ? Origin.Server : Origin.Client;

    /// <summary>Calls a private static generic method of an adapter, for a type that is known only now.</summary>
    public static object Call(Type owner, string method, Type argument, params object[] arguments) =>
        owner.GetMethod(method, BindingFlags.NonPublic | BindingFlags.Static)!.MakeGenericMethod(argument).Invoke(null, arguments)!;

    private static Runtime.ProtocolVersion? Version(ProtocolVersion? version) =>
        version is null ? null : new Runtime.ProtocolVersion(version.Major, version.Minor);

    private byte[] EncodeMessage(WireType type, object native, ProtocolVersion? peer)
    {
        var isFromBoth = protocol.Messages.First(item => item.Name == type.Name).From == Origins.Both;
        return Message(type.Name).Encode(native, Side(type.Origin), isFromBoth, Version(peer));
    }

    private byte[] Frame(WireType type, byte[] body)
    {
        var typeId = (uint)names.Type(type.Name).GetField("PacketType")!.GetRawConstantValue()!;
        var frame = new byte[FrameHeader.Size + body.Length];
        new FrameHeader(protocol.Magic, frame.Length, Side(type.Origin), typeId).Write(frame);
        body.CopyTo(frame, FrameHeader.Size);
        return frame;
    }

    private IBodyAdapter Body(string name) => (IBodyAdapter)Adapter(name, () => Make(typeof(BodyAdapter<>), names.Type(name)));

    private IObjectAdapter Object(string name) => (IObjectAdapter)Adapter(name, () =>
    {
        var type = names.Type(name);
        return Make(typeof(ObjectAdapter<,,>), type, type.GetNestedType("Quantized")!, type.GetField("AllFields")!.FieldType);
    });

    private MessageAdapter Message(string name) => (MessageAdapter)Adapter(name, () => new MessageAdapter(names.Type(name)));

    private object Adapter(string name, Func<object> make)
    {
        lock (adapters)
            return adapters.TryGetValue(name, out var adapter) ? adapter : adapters[name] = make();
    }

    private static object Make(Type open, params Type[] arguments) => Activator.CreateInstance(open.MakeGenericType(arguments))!;
}
