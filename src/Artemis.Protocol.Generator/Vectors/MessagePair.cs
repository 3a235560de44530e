using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>A key of a MessagePack map with its value, already encoded.</summary>
internal sealed record MessagePair(string Key, byte[] Value)
{
    public static readonly byte[] Nil = [0xc0];

    /// <summary>The pairs that a value's fields make.</summary>
    public static MessagePair[] Of(ProtocolModel protocol, EquatableArray<FieldModel> fields, FieldsValue value) =>
        [.. fields.Where(field => value[field.Name] is not null).Select(field => new MessagePair(field.Name, Encoded(protocol, field, value[field.Name]!)))];

    /// <summary>The map of some pairs, in their order.</summary>
    public static byte[] Map(IReadOnlyCollection<MessagePair> pairs)
    {
        var sink = new ByteSink();
        var writer = new PackWriter(sink);
        writer.MapHead(pairs.Count);
        foreach (var pair in pairs)
        {
            writer.Text(pair.Key);
            writer.Raw(pair.Value);
        }

        return sink.ToArray();
    }

    /// <summary>One value on its own.</summary>
    public static byte[] Pack(Action<PackWriter> write)
    {
        var sink = new ByteSink();
        write(new PackWriter(sink));
        return sink.ToArray();
    }

    private static byte[] Encoded(ProtocolModel protocol, FieldModel field, WireValue value)
    {
        var sink = new ByteSink();
        var one = new[] { field }.ToEquatableArray();
        new MessageEncoder(protocol, sink, protocol.Version).WriteMap(one, new FieldsValue(new NamedValue(field.Name, value)), string.Empty);
        var headAndKey = Pack(writer => writer.MapHead(1)).Length + Pack(writer => writer.Text(field.Name)).Length;
        return [.. sink.ToArray().Skip(headAndKey)];
    }
}
