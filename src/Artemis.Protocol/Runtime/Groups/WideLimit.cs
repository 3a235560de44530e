using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <summary>The range of a number that is too wide to be checked in a lane.</summary>
internal readonly struct WideLimit(Scalar scalar, int offset)
{
    /// <summary>Where it begins in its group.</summary>
    public int Offset => offset;

    /// <summary>Whether the number is within its range.</summary>
    public bool Accepts(Vector128<byte> wire)
    {
        Span<byte> bytes = stackalloc byte[FieldGroup.Window];
        wire.CopyTo(bytes);
        return scalar.Accepts(scalar.Size == 4 ? BitConverter.ToUInt32(bytes[offset..]) : BitConverter.ToUInt64(bytes[offset..]));
    }
}
