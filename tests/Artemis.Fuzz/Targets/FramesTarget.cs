using Artemis.Protocol;
using Artemis.Protocol.Runtime;

namespace Artemis.Fuzz.Targets;

/// <summary>A WebSocket message as a connection gets it: frames, and the streams in packets walked to their end.</summary>
/// <param name="from">The side that sent it.</param>
internal sealed class FramesTarget(Origin from, IReadOnlyList<byte[]> corpus) : Target($"frames from a {from}", corpus)
{
    private ObjectSink objects;
    private uint touched;

    public override bool Feed(ReadOnlySpan<byte> input)
    {
        var frames = ArtemisProtocol.ReadFrames(input, from);
        var isSound = true;
        while (frames.MoveNext())
            isSound &= Walk(frames.Header.PacketType, frames.Body);
        return isSound && frames.Status == DecodeStatus.Ok;
    }

    private bool Walk(uint type, ReadOnlySpan<byte> body) => type switch
    {
        ObjectUpdate.PacketType => WalkObjects(body),
        Events.PacketType => WalkEvents(body),
        Command.PacketType => WalkCommand(body),
        _ => true,
    };

    private bool WalkObjects(ReadOnlySpan<byte> body)
    {
        var reader = new ObjectUpdateReader(body);
        while (reader.NextObject(out var type, out var id))
        {
            // Every other one is passed over, as a client does with what it does not show.
            if (id % 2 == 0)
                objects.Take(ref reader, type);
            else
                reader.SkipObject();
        }

        while (reader.NextRemoved(out _))
        {
        }

        return reader.Finish() == DecodeStatus.Ok;
    }

    private bool WalkEvents(ReadOnlySpan<byte> body)
    {
        var reader = new EventsReader(body);
        while (reader.NextEvent(out _, out var entry))
            Touch(entry);
        return reader.Finish() == DecodeStatus.Ok;
    }

    private bool WalkCommand(ReadOnlySpan<byte> body)
    {
        var reader = new CommandReader(body);
        if (reader.Status != DecodeStatus.Ok)
            return false;
        Touch(reader.CommandBody);
        return true;
    }

    /// <summary>Reads the ends of a body that is handed on: they must lie within the message. Its own decoder is fed by itself.</summary>
    private void Touch(ReadOnlySpan<byte> body)
    {
        if (!body.IsEmpty)
            touched += (uint)(body[0] + body[^1]);
    }
}
