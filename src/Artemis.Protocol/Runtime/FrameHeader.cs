using System.Runtime.InteropServices;

namespace Artemis.Protocol.Runtime;

/// <summary>The six little-endian words in front of every frame.</summary>
/// <param name="Magic">The protocol's magic word.</param>
/// <param name="Length">Bytes of the whole frame, header included.</param>
/// <param name="Origin">Which side it comes from.</param>
/// <param name="PacketType">Which packet or message it holds.</param>
public readonly record struct FrameHeader(uint Magic, int Length, Origin Origin, uint PacketType)
{
    /// <summary>Bytes of the header.</summary>
    public const int Size = 24;

    /// <summary>By how much the fifth word is less than the second.</summary>
    public const int LengthGap = 20;

    /// <summary>Bytes of the body.</summary>
    public int BodyLength => Length - Size;

    /// <summary>Writes the header.</summary>
    /// <exception cref="EncodeException">The destination is shorter than a header.</exception>
    public void Write(Span<byte> destination)
    {
        if (destination.Length < Size)
            throw EncodeException.NoRoom(Size, destination.Length);

        ref var at = ref MemoryMarshal.GetReference(destination);
        Wire.Store(ref at, 0, Magic);
        Wire.Store(ref at, 4, Length);
        Wire.Store(ref at, 8, (uint)Origin);
        Wire.Store(ref at, 12, 0u);
        Wire.Store(ref at, 16, Length - LengthGap);
        Wire.Store(ref at, 20, PacketType);
    }

    /// <summary>Reads a header and checks it, and that the whole frame is there.</summary>
    /// <param name="source">Bytes that begin with a frame; more may follow.</param>
    /// <param name="magic">The protocol's magic word.</param>
    /// <param name="frameLimit">Bytes of the largest frame, header included.</param>
    /// <param name="expected">The side that must have sent it; null for either.</param>
    /// <param name="header">The header if all is well.</param>
    /// <returns>
    /// <see cref="DecodeStatus.Ok"/>, <see cref="DecodeStatus.Truncated"/>, <see cref="DecodeStatus.BadMagic"/>,
    /// <see cref="DecodeStatus.BadLength"/>, <see cref="DecodeStatus.FrameTooLarge"/> or <see cref="DecodeStatus.WrongOrigin"/>.
    /// </returns>
    public static DecodeStatus Read(ReadOnlySpan<byte> source, uint magic, int frameLimit, Origin? expected, out FrameHeader header)
    {
        header = default;
        if (source.Length < Size)
            return DecodeStatus.Truncated;

        ref readonly var at = ref MemoryMarshal.GetReference(source);
        var length = Wire.LoadU32(in at, 4);
        var origin = (Origin)Wire.LoadU32(in at, 8);
        if (Wire.LoadU32(in at, 0) != magic)
            return DecodeStatus.BadMagic;
        if (length < Size)
            return DecodeStatus.BadLength;
        if (length > (uint)frameLimit)
            return DecodeStatus.FrameTooLarge;
        if (Wire.LoadU32(in at, 16) != length - LengthGap || Wire.LoadU32(in at, 12) != 0)
            return DecodeStatus.BadLength;
        if (origin is not (Origin.Server or Origin.Client) || (expected is { } side && origin != side))
            return DecodeStatus.WrongOrigin;
        if (length > (uint)source.Length)
            return DecodeStatus.Truncated;

        header = new FrameHeader(magic, (int)length, origin, Wire.LoadU32(in at, 20));
        return DecodeStatus.Ok;
    }
}
