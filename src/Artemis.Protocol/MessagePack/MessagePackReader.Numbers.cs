using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Artemis.Protocol.MessagePack;

/// <content>Numbers.</content>
public ref partial struct MessagePackReader
{
    /// <summary>Reads a whole number of any format that fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        var code = NextCode;
        if (code > MessagePackCode.MaxFixInt)
            return (byte)ReadUnsigned(byte.MaxValue);
        position++;
        return code;
    }

    /// <summary>Reads a whole number of any format that fits.</summary>
    public ushort ReadUInt16() => (ushort)ReadUnsigned(ushort.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public uint ReadUInt32() => (uint)ReadUnsigned(uint.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public ulong ReadUInt64() => ReadUnsigned(ulong.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public sbyte ReadSByte() => (sbyte)ReadSigned(sbyte.MinValue, sbyte.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public short ReadInt16() => (short)ReadSigned(short.MinValue, short.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public int ReadInt32() => (int)ReadSigned(int.MinValue, int.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public long ReadInt64() => ReadSigned(long.MinValue, long.MaxValue);

    /// <summary>Reads a number of any format as one of 32 bits.</summary>
    public float ReadSingle() => NextCode == MessagePackCode.Float32
        ? BinaryPrimitives.ReadSingleBigEndian(TakeAfterCode(4))
        : (float)ReadDouble();

    /// <summary>Reads a number of any format as one of 64 bits.</summary>
    public double ReadDouble()
    {
        switch (NextCode)
        {
            case MessagePackCode.Float64:
                return BinaryPrimitives.ReadDoubleBigEndian(TakeAfterCode(8));
            case MessagePackCode.Float32:
                return BinaryPrimitives.ReadSingleBigEndian(TakeAfterCode(4));
            default:
                ReadWhole("a number", out ulong bits, out bool negative);
                return negative ? (long)bits : bits;
        }
    }

    private ulong ReadUnsigned(ulong max)
    {
        ReadWhole("a whole number", out ulong bits, out bool negative);
        return !negative && bits <= max ? bits : throw OutOfRange();
    }

    private long ReadSigned(long min, long max)
    {
        ReadWhole("a whole number", out ulong bits, out bool negative);
        bool fits = negative ? (long)bits >= min : bits <= (ulong)max;
        return fits ? (long)bits : throw OutOfRange();
    }

    /// <summary>Reads a whole number as its 64 bits in two's complement, and whether they stand for one below zero.</summary>
    private void ReadWhole(string expected, out ulong bits, out bool negative)
    {
        byte code = NextCode;
        if (code <= MessagePackCode.MaxFixInt)
        {
            position++;
            bits = code;
            negative = false;
            return;
        }

        bits = code switch
        {
            >= MessagePackCode.MinNegativeFixInt => unchecked((ulong)(sbyte)TakeFix(code)),
            MessagePackCode.UInt8 => TakeAfterCode(1)[0],
            MessagePackCode.UInt16 => BinaryPrimitives.ReadUInt16BigEndian(TakeAfterCode(2)),
            MessagePackCode.UInt32 => BinaryPrimitives.ReadUInt32BigEndian(TakeAfterCode(4)),
            MessagePackCode.UInt64 => BinaryPrimitives.ReadUInt64BigEndian(TakeAfterCode(8)),
            MessagePackCode.Int8 => unchecked((ulong)(sbyte)TakeAfterCode(1)[0]),
            MessagePackCode.Int16 => unchecked((ulong)BinaryPrimitives.ReadInt16BigEndian(TakeAfterCode(2))),
            MessagePackCode.Int32 => unchecked((ulong)BinaryPrimitives.ReadInt32BigEndian(TakeAfterCode(4))),
            MessagePackCode.Int64 => unchecked((ulong)BinaryPrimitives.ReadInt64BigEndian(TakeAfterCode(8))),
            _ => throw Unexpected(expected),
        };
        negative = code is not (MessagePackCode.UInt8 or MessagePackCode.UInt16 or MessagePackCode.UInt32 or MessagePackCode.UInt64)
            && unchecked((long)bits) < 0;
    }
}
