using System.Buffers.Binary;
using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Observability;

/// <summary>What a frame is counted as.</summary>
internal static class FrameKind
{
    private const int PacketTypeOffset = 20;

    private static readonly KeyValuePair<string, object?> State = new("kind", "state");
    private static readonly KeyValuePair<string, object?> Event = new("kind", "event");
    private static readonly KeyValuePair<string, object?> Clock = new("kind", "clock");
    private static readonly KeyValuePair<string, object?> Message = new("kind", "message");

    /// <summary>The tag of a WebSocket message, by its first frame.</summary>
    public static KeyValuePair<string, object?> TagOf(ReadOnlySpan<byte> message) => message.Length < FrameHeader.Size
        ? Message
        : BinaryPrimitives.ReadUInt32LittleEndian(message[PacketTypeOffset..]) switch
        {
            ObjectUpdate.PacketType => State,
            Events.PacketType => Event,
            TimeSync.PacketType => Clock,
            _ => Message,
        };
}
