using Artemis.Client;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Load.Players;

/// <summary>What came to a player in each second.</summary>
internal sealed class ByteWindows
{
    // Heads of IPv4 and TCP with time stamps, and what fits between them and 1,500 bytes.
    private const int SegmentHead = 52;
    private const int SegmentBody = 1448;

    // Packet header and the update's own head and ends: tick, time, helm sequence, flags, last byte of objects, count of removals.
    private const int UpdateHead = FrameHeader.Size + 13 + 1 + 2;
    private NetworkFigures? _last;

    /// <summary>Bytes of messages, by second.</summary>
    public List<double> Payload { get; } = [];

    /// <summary>Bytes of object updates without their heads, by second.</summary>
    public List<double> Objects { get; } = [];

    /// <summary>Bytes with the heads of WebSocket, TCP and IP, by second.</summary>
    public List<double> Wire { get; } = [];

    /// <summary>Bytes of messages that the player sent, by second.</summary>
    public List<double> Sent { get; } = [];

    /// <summary>A second has passed.</summary>
    /// <param name="now">The figures.</param>
    /// <param name="seconds">How long it was, exactly.</param>
    /// <param name="counts">Whether it counts; the first never does.</param>
    public void Tick(NetworkFigures now, double seconds, bool counts)
    {
        if (counts && _last is { } last)
        {
            var bytes = now.BytesIn - last.BytesIn;
            var messages = now.MessagesIn - last.MessagesIn;
            // A WebSocket head has 2 bytes up to a length of 125, and 4 up to 65,535.
            var mean = messages == 0 ? 0 : bytes / messages;
            var heads = messages * ((mean > 125 ? 4 : 2) + (SegmentHead * (1 + (mean / SegmentBody))));
            Payload.Add(bytes / seconds);
            Objects.Add((ObjectBytes(now) - ObjectBytes(last)) / seconds);
            Wire.Add((bytes + heads) / seconds);
            Sent.Add((now.BytesOut - last.BytesOut) / seconds);
        }

        _last = now;
    }

    private static long ObjectBytes(NetworkFigures figures) =>
        figures.BytesByType.GetValueOrDefault(nameof(ObjectUpdate))
        - (UpdateHead * figures.FramesByType.GetValueOrDefault(nameof(ObjectUpdate)));
}
