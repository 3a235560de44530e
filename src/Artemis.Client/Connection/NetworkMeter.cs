using System.Runtime.InteropServices;
using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Client;

/// <summary>Counts what goes over a connection: rates over the last three seconds, and totals by type. Safe for use by several threads.</summary>
internal sealed class NetworkMeter
{
    private const double WindowMs = 3000;
    private readonly Lock sync = new();
    private readonly Dictionary<uint, (long Frames, long Bytes)> byType = [];
    private readonly Queue<(double At, int Bytes, int Updates)> received = new();
    private readonly Queue<(double At, int Bytes)> sent = new();
    private long messagesIn;
    private long bytesIn;
    private long bytesOut;

    /// <summary>Notes a message that came.</summary>
    public void Received(ReadOnlySpan<byte> message, double now)
    {
        var frames = ArtemisProtocol.ReadFrames(message, Origin.Server);
        lock (sync)
        {
            int updates = 0;
            while (frames.MoveNext())
            {
                ref var total = ref CollectionsMarshal.GetValueRefOrAddDefault(byType, frames.Header.PacketType, out _);
                total = (total.Frames + 1, total.Bytes + frames.Header.Length);
                updates += frames.Header.PacketType == ObjectUpdate.PacketType ? 1 : 0;
            }

            messagesIn++;
            bytesIn += message.Length;
            received.Enqueue((now, message.Length, updates));
            while (now - received.Peek().At >= WindowMs) received.Dequeue();
        }
    }

    /// <summary>Notes a message that was sent.</summary>
    public void Sent(int bytes, double now)
    {
        lock (sync)
        {
            bytesOut += bytes;
            sent.Enqueue((now, bytes));
            while (now - sent.Peek().At >= WindowMs) sent.Dequeue();
        }
    }

    /// <summary>The figures, of which others know the rest.</summary>
    public NetworkFigures Measure(double now, ClockSync clock, PlayoutClock playout, PredictionError prediction)
    {
        lock (sync)
        {
            while (received.TryPeek(out var oldest) && now - oldest.At >= WindowMs) received.Dequeue();
            while (sent.TryPeek(out var oldest) && now - oldest.At >= WindowMs) sent.Dequeue();
            return new NetworkFigures
            {
                PingMs = clock.RoundTrip,
                JitterMs = clock.Jitter,
                DelayMs = playout.Delay,
                LatenessMs = playout.Lateness,
                PredictionError = prediction.Distance,
                PredictionHeadingError = prediction.Heading,
                PredictionSnaps = prediction.Snaps,
                UpdatesPerSecond = received.Sum(entry => entry.Updates) * 1000 / WindowMs,
                BytesInPerSecond = received.Sum(entry => entry.Bytes) * 1000 / WindowMs,
                BytesOutPerSecond = sent.Sum(entry => entry.Bytes) * 1000 / WindowMs,
                MessagesIn = messagesIn,
                BytesIn = bytesIn,
                BytesOut = bytesOut,
                BytesByType = byType.ToDictionary(entry => FrameNames.Of(entry.Key), entry => entry.Value.Bytes),
                FramesByType = byType.ToDictionary(entry => FrameNames.Of(entry.Key), entry => entry.Value.Frames),
            };
        }
    }
}
