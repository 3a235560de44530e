using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Transport;

/// <summary>One frame of a message.</summary>
/// <param name="PacketType">Which packet or message it holds.</param>
/// <param name="Body">What follows the header.</param>
public readonly record struct Frame(uint PacketType, ReadOnlyMemory<byte> Body);

/// <summary>Walks over the frames of a message as <see cref="FrameReader"/> does, but may be kept while something is awaited.</summary>
/// <param name="message">One or more whole frames.</param>
/// <param name="expected">The side that must have sent them.</param>
public struct FrameScanner(ReadOnlyMemory<byte> message, Origin expected)
{
    private ReadOnlyMemory<byte> _rest = message;

    /// <summary>Whether all frames so far were well-formed.</summary>
    public DecodeStatus Status { get; private set; } = message.IsEmpty ? DecodeStatus.Truncated : DecodeStatus.Ok;

    /// <summary>Goes to the next frame.</summary>
    /// <returns>False at the end, and where a frame is not well-formed.</returns>
    public bool TryNext(out Frame frame)
    {
        frame = default;
        if (Status != DecodeStatus.Ok || _rest.IsEmpty)
            return false;
        Status = FrameHeader.Read(
            _rest.Span, ArtemisProtocol.Magic, ArtemisProtocol.FrameLimit, expected, out var header);
        if (Status != DecodeStatus.Ok)
            return false;
        frame = new Frame(header.PacketType, _rest.Slice(FrameHeader.Size, header.BodyLength));
        _rest = _rest[header.Length..];
        return true;
    }
}
