using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Artemis.Benchmarks.Harness;

namespace Artemis.Benchmarks.Peers;

/// <summary>System.Text.Json at its best: generated serializers, a kept writer and buffer.</summary>
internal static class JsonPeer
{
    private const string Name = "System.Text.Json";

    public static Peer Encode<T>(T value, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(64 * 1024);
        var writer = new Utf8JsonWriter(buffer);
        return new Peer(Name, count =>
        {
            for (var i = 0; i < count; i++)
            {
                buffer.ResetWrittenCount();
                writer.Reset();
                JsonSerializer.Serialize(writer, value, type);
                writer.Flush();
            }
        });
    }

    /// <summary>Decodes into a new object; there is no way to do so into a kept one.</summary>
    public static Peer Decode<T>(T value, JsonTypeInfo<T> type)
    {
        var encoded = JsonSerializer.SerializeToUtf8Bytes(value, type);
        return new Peer(Name, count =>
        {
            for (var i = 0; i < count; i++)
                JsonSerializer.Deserialize(encoded, type);
        });
    }
}
