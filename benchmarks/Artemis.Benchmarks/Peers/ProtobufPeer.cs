using Artemis.Benchmarks.Harness;
using Google.Protobuf;

namespace Artemis.Benchmarks.Peers;

/// <summary>Protocol Buffers at their best: encoded into a kept buffer, merged into a kept message.</summary>
internal static class ProtobufPeer
{
    private const string Name = "Google.Protobuf";

    /// <summary>Encodes messages in turn.</summary>
    /// <param name="messages">As many as a power of two.</param>
    public static Peer Encode(params IMessage[] messages)
    {
        var buffer = new byte[64 * 1024];
        return new Peer(Name, count =>
        {
            for (var i = 0; i < count; i++)
            {
                var message = messages[i & (messages.Length - 1)];
                message.WriteTo(buffer.AsSpan(0, message.CalculateSize()));
            }
        });
    }

    /// <summary>Merges messages in turn into one that is kept.</summary>
    public static Peer Merge(IMessage target, params IMessage[] messages)
    {
        var encoded = Array.ConvertAll(messages, message => message.ToByteArray());
        return new Peer(Name, count =>
        {
            for (var i = 0; i < count; i++)
                target.MergeFrom(encoded[i & (encoded.Length - 1)].AsSpan());
        });
    }

    /// <summary>Decodes a message into a new one, for those that repeat and so cannot be merged into.</summary>
    public static Peer Parse<T>(MessageParser<T> parser, T message)
        where T : IMessage<T>
    {
        var encoded = message.ToByteArray();
        return new Peer(Name, count =>
        {
            for (var i = 0; i < count; i++)
                parser.ParseFrom(encoded);
        });
    }
}
