using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Takes apart the packets in some bytes, such as a captured WebSocket message.</summary>
public static class FrameExplainer
{
    /// <summary>
    /// Explains packet after packet. What is framed well but not understood is said to be so and skipped; after bad framing, which is the
    /// last packet returned, nothing follows.
    /// </summary>
    public static IEnumerable<ExplainedPacket> Explain(ProtocolModel protocol, byte[] bytes)
    {
        var offset = 0;
        while (offset < bytes.Length)
        {
            var (header, fault) = FrameHeader.Read(protocol, bytes, offset, Origins.Both);
            if (header is null)
            {
                yield return new ExplainedPacket(ExplainOutcome.BadFraming, offset, bytes.Length - offset, Origins.None, 0, null, null, fault);
                yield break;
            }

            yield return Explain(protocol, bytes, offset, header);
            offset += (int)header.Length;
        }
    }

    private static ExplainedPacket Explain(ProtocolModel protocol, byte[] bytes, int offset, FrameHeader header)
    {
        var origin = (Origins)header.Origin;
        var source = new ByteSource(bytes, offset + FrameHeader.Size, offset + (int)header.Length);
        var tree = new ExplainTree(protocol);

        if (protocol.Packets.FirstOrDefault(item => item.TypeId == header.TypeId && item.From.HasFlag(origin)) is { } packet)
        {
            var decoder = new BinaryDecoder(protocol, source);
            var value = decoder.ReadBody(packet.Fields, string.Empty);
            decoder.NoteTrailing(string.Empty);
            return Known(packet.Name, tree.Fields(packet.Fields, value));
        }

        if (protocol.Messages.FirstOrDefault(item => item.TypeId == header.TypeId && item.From.HasFlag(origin)) is { } message)
        {
            var value = new MessageDecoder(protocol, source).ReadMessage(message);
            if (source.Remaining > 0)
                source.Note(WireStatus.TrailingBytes, source.Position, string.Empty, $"{source.Remaining} bytes are left");
            return Known(message.Name, tree.Fields(message.Fields, value));
        }

        return Result(ExplainOutcome.UnknownType, null, null, Unknown(protocol, offset, header));

        ExplainedPacket Known(string name, ExplainedGroup fields) =>
            source.Faults.Count == 0
                ? Result(ExplainOutcome.Explained, name, fields, null)
                : Result(ExplainOutcome.NotOurs, name, fields, source.Faults[0]);

        ExplainedPacket Result(ExplainOutcome outcome, string? name, ExplainedGroup? fields, WireFault? error) =>
            new(outcome, offset, (int)header.Length, origin, header.TypeId, name, fields, error);
    }

    private static WireFault Unknown(ProtocolModel protocol, int offset, FrameHeader header)
    {
        var otherSide = protocol.Packets.Where(item => item.TypeId == header.TypeId).Select(item => item.Name)
            .Concat(protocol.Messages.Where(item => item.TypeId == header.TypeId).Select(item => item.Name))
            .FirstOrDefault();
        var sender = header.Origin == (uint)Origins.Server ? "server" : "client";
        var message = otherSide is null
            ? $"{protocol.Name} has no packet of type 0x{header.TypeId:x8}"
            : $"type 0x{header.TypeId:x8} is {otherSide}, which no {sender} sends";
        return new WireFault(WireStatus.UnknownPacket, offset, string.Empty, message);
    }
}
