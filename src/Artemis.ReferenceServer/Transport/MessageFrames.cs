using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Transport;

/// <summary>Reads a message's body; what the generated <c>TryDecode</c> of every message looks like.</summary>
/// <typeparam name="T">The message.</typeparam>
public delegate DecodeStatus MessageDecoder<T>(ReadOnlyMemory<byte> body, out T? message, out DecodeError error)
    where T : class;

/// <summary>Session messages on their way to and from the wire. They are few, so this may allocate.</summary>
public static class MessageFrames
{
    /// <summary>Puts a message into a frame, held once.</summary>
    /// <param name="frames">Buffers.</param>
    /// <param name="encode">The message's <c>EncodeFrame</c>.</param>
    public static SharedFrame Pack(FramePool frames, Action<FrameBuffer> encode)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentNullException.ThrowIfNull(encode);
        using var buffer = new FrameBuffer();
        encode(buffer);
        var frame = frames.Rent(buffer.WrittenCount);
        buffer.WrittenSpan.CopyTo(frame.Buffer);
        frame.Length = buffer.WrittenCount;
        return frame;
    }

    /// <summary>What was wrong with a message, for a person.</summary>
    public static string Describe(DecodeError error) => error.Status switch
    {
        DecodeStatus.MissingKey => $"The key '{error.Field}' is missing.",
        DecodeStatus.BadMessage when error.Field is not null => $"The value of '{error.Field}' is not what it must be.",
        _ => $"The message cannot be read: {error.Status}.",
    };
}
