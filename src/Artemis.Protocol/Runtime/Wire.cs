using System.Buffers.Binary;
using System.Runtime.CompilerServices;

namespace Artemis.Protocol.Runtime;

/// <summary>
/// Little-endian loads and stores at an offset, without any check of bounds: generated code makes one check for a run of fields and
/// then uses these. They are of no use to anything else.
/// </summary>
public static class Wire
{
    /// <summary>Stores a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, byte value) => Unsafe.Add(ref at, offset) = value;

    /// <summary>Stores a signed byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, sbyte value) => Unsafe.Add(ref at, offset) = (byte)value;

    /// <summary>Stores a flag as 1 or 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, bool value) => Unsafe.Add(ref at, offset) = value ? (byte)1 : (byte)0;

    /// <summary>Stores 2 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, ushort value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref at, offset), BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));

    /// <summary>Stores 2 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, short value) => Store(ref at, offset, (ushort)value);

    /// <summary>Stores 4 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, uint value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref at, offset), BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));

    /// <summary>Stores 4 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, int value) => Store(ref at, offset, (uint)value);

    /// <summary>Stores 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, ulong value) =>
        Unsafe.WriteUnaligned(ref Unsafe.Add(ref at, offset), BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value));

    /// <summary>Stores 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, long value) => Store(ref at, offset, (ulong)value);

    /// <summary>Stores an IEEE 754 number of 4 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, float value) => Store(ref at, offset, BitConverter.SingleToUInt32Bits(value));

    /// <summary>Stores an IEEE 754 number of 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(ref byte at, int offset, double value) => Store(ref at, offset, BitConverter.DoubleToUInt64Bits(value));

    /// <summary>Loads a flag; false if it is neither 1 nor 0.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool TryLoadBool(ref readonly byte at, int offset, out bool value)
    {
        var flag = LoadU8(in at, offset);
        value = flag != 0;
        return flag <= 1;
    }

    /// <summary>Loads a byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static byte LoadU8(ref readonly byte at, int offset) => Unsafe.Add(ref Unsafe.AsRef(in at), offset);

    /// <summary>Loads a signed byte.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static sbyte LoadI8(ref readonly byte at, int offset) => (sbyte)LoadU8(in at, offset);

    /// <summary>Loads 2 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ushort LoadU16(ref readonly byte at, int offset)
    {
        var value = Unsafe.ReadUnaligned<ushort>(ref Unsafe.Add(ref Unsafe.AsRef(in at), offset));
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Loads 2 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static short LoadI16(ref readonly byte at, int offset) => (short)LoadU16(in at, offset);

    /// <summary>Loads 4 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint LoadU32(ref readonly byte at, int offset)
    {
        var value = Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref Unsafe.AsRef(in at), offset));
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Loads 4 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int LoadI32(ref readonly byte at, int offset) => (int)LoadU32(in at, offset);

    /// <summary>Loads 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong LoadU64(ref readonly byte at, int offset)
    {
        var value = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref Unsafe.AsRef(in at), offset));
        return BitConverter.IsLittleEndian ? value : BinaryPrimitives.ReverseEndianness(value);
    }

    /// <summary>Loads 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long LoadI64(ref readonly byte at, int offset) => (long)LoadU64(in at, offset);

    /// <summary>Loads an IEEE 754 number of 4 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float LoadF32(ref readonly byte at, int offset) => BitConverter.UInt32BitsToSingle(LoadU32(in at, offset));

    /// <summary>Loads an IEEE 754 number of 8 bytes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double LoadF64(ref readonly byte at, int offset) => BitConverter.UInt64BitsToDouble(LoadU64(in at, offset));
}
