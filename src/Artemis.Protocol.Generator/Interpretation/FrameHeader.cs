using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>The six words in front of every frame.</summary>
public sealed record FrameHeader(uint Magic, uint Length, uint Origin, uint Padding, uint Remaining, uint TypeId)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 24;

    /// <summary>By how much the fifth word is less than the second.</summary>
    public const int LengthGap = 20;

    /// <summary>Reads a header and checks it, and that the whole frame is there.</summary>
    /// <param name="allowed">Sides that may have sent it.</param>
    /// <returns>The header, or the fault that is found first.</returns>
    public static (FrameHeader? Header, WireFault? Fault) Read(ProtocolModel protocol, byte[] bytes, int offset, Origins allowed)
    {
        var source = new ByteSource(bytes, offset, bytes.Length);
        if (source.Remaining < Size)
            return Bad(WireStatus.Truncated, $"a header has {Size} bytes and {source.Remaining} are left");

        var header = new FrameHeader(
            source.TakeU32("magic"),
            source.TakeU32("length"),
            source.TakeU32("origin"),
            source.TakeU32("padding"),
            source.TakeU32("remaining"),
            source.TakeU32("type"));

        if (header.Magic != protocol.Magic)
            return Bad(WireStatus.BadMagic, $"the frame begins with 0x{header.Magic:x8}, not 0x{protocol.Magic:x8}");
        if (header.Length < Size)
            return Bad(WireStatus.BadLength, $"a length of {header.Length} is less than the header's {Size}");
        if (header.Length > protocol.FrameLimit)
            return Bad(WireStatus.FrameTooLarge, $"a length of {header.Length} is more than the limit of {protocol.FrameLimit}");
        if (header.Remaining != header.Length - LengthGap)
            return Bad(WireStatus.BadLength, $"the fifth word is {header.Remaining}, not the length less {LengthGap}, {header.Length - LengthGap}");
        if (header.Padding != 0)
            return Bad(WireStatus.BadLength, $"the fourth word is {header.Padding}, not 0");
        if (header.Origin is not ((uint)Origins.Server or (uint)Origins.Client) || !allowed.HasFlag((Origins)header.Origin))
            return Bad(WireStatus.WrongOrigin, $"an origin of {header.Origin} may not be here");
        if (header.Length - Size > source.Remaining)
            return Bad(WireStatus.Truncated, $"the frame has {header.Length} bytes and {source.Remaining + Size} are left");
        return (header, null);

        (FrameHeader?, WireFault?) Bad(WireStatus status, string message) =>
            (null, new WireFault(status, offset, string.Empty, message));
    }
}
