namespace Artemis.Protocol.Runtime;

/// <summary>Walks over the frames of a WebSocket message.</summary>
/// <example>
/// <code>
/// var frames = new FrameReader(message, Origin.Server, ArtemisProtocol.Magic, ArtemisProtocol.FrameLimit);
/// while (frames.MoveNext())
///     Handle(frames.Header.PacketType, frames.Body);
/// if (frames.Status != DecodeStatus.Ok)
///     Close(frames.Status);
/// </code>
/// </example>
public ref struct FrameReader
{
    private readonly ReadOnlySpan<byte> message;
    private readonly Origin? expected;
    private readonly uint magic;
    private readonly int frameLimit;
    private int next;

    /// <summary>Makes a reader in front of the first frame.</summary>
    /// <param name="message">One or more whole frames.</param>
    /// <param name="expected">The side that must have sent them; null for either.</param>
    /// <param name="magic">The protocol's magic word.</param>
    /// <param name="frameLimit">Bytes of the largest frame, header included.</param>
    public FrameReader(ReadOnlySpan<byte> message, Origin? expected, uint magic, int frameLimit)
    {
        this.message = message;
        this.expected = expected;
        this.magic = magic;
        this.frameLimit = frameLimit;
    }

    /// <summary>Whether all frames so far were well-formed. After an error there is no way on: close the connection.</summary>
    public DecodeStatus Status { get; private set; }

    /// <summary>The present frame's header.</summary>
    public FrameHeader Header { get; private set; }

    /// <summary>Where the present frame begins in the message.</summary>
    public int FrameStart { get; private set; }

    /// <summary>Where the present frame's body begins in the message; it is <see cref="FrameHeader.BodyLength"/> bytes long.</summary>
    public readonly int BodyStart => FrameStart + FrameHeader.Size;

    /// <summary>The present frame's body.</summary>
    public readonly ReadOnlySpan<byte> Body => message.Slice(BodyStart, Header.BodyLength);

    /// <summary>Goes to the next frame.</summary>
    /// <returns>False at the end, and where a frame is not well-formed: then <see cref="Status"/> says why.</returns>
    public bool MoveNext()
    {
        if (Status != DecodeStatus.Ok || next == message.Length)
            return false;

        FrameStart = next;
        Status = FrameHeader.Read(message[next..], magic, frameLimit, expected, out var header);
        if (Status != DecodeStatus.Ok)
            return false;

        Header = header;
        next += header.Length;
        return true;
    }
}
