namespace Artemis.Protocol.Runtime;

/// <summary>
/// One number as it lies on the wire, with the range that a decoder accepts. Generated types describe their fields with these.
/// </summary>
public readonly record struct Scalar
{
    private Scalar(int size, bool isFloat, bool isSigned, bool isRanged, Int128 low, Int128 high, double min, double max)
    {
        Size = size;
        IsFloat = isFloat;
        IsSigned = isSigned;
        IsRanged = isRanged;
        Low = low;
        High = high;
        Min = min;
        Max = max;
    }

    /// <summary>A whole byte.</summary>
    public static Scalar U8 { get; } = Whole(1, false);

    /// <summary>A signed byte.</summary>
    public static Scalar I8 { get; } = Whole(1, true);

    /// <summary>2 bytes.</summary>
    public static Scalar U16 { get; } = Whole(2, false);

    /// <summary>2 bytes, signed.</summary>
    public static Scalar I16 { get; } = Whole(2, true);

    /// <summary>4 bytes.</summary>
    public static Scalar U32 { get; } = Whole(4, false);

    /// <summary>4 bytes, signed.</summary>
    public static Scalar I32 { get; } = Whole(4, true);

    /// <summary>8 bytes.</summary>
    public static Scalar U64 { get; } = Whole(8, false);

    /// <summary>8 bytes, signed.</summary>
    public static Scalar I64 { get; } = Whole(8, true);

    /// <summary>An IEEE 754 number of 4 bytes, whatever it is.</summary>
    public static Scalar F32 { get; } = new(4, true, true, false, 0, 0, 0, 0);

    /// <summary>An IEEE 754 number of 8 bytes, whatever it is.</summary>
    public static Scalar F64 { get; } = new(8, true, true, false, 0, 0, 0, 0);

    /// <summary>One byte, 1 or 0.</summary>
    public static Scalar Bool { get; } = U8.In(0, 1);

    /// <summary>Bytes on the wire: 1, 2, 4 or 8.</summary>
    public int Size { get; }

    internal bool IsFloat { get; }

    internal bool IsSigned { get; }

    internal bool IsRanged { get; }

    internal Int128 Low { get; }

    internal Int128 High { get; }

    internal double Min { get; }

    internal double Max { get; }

    /// <summary>Whether a field that is not there, and so reads as 0, is within the range.</summary>
    internal bool AllowsZero => !IsRanged || (IsFloat ? Min <= 0 && Max >= 0 : Low <= 0 && High >= 0);

    /// <summary>The same whole number, refused outside a range.</summary>
    public Scalar In(Int128 low, Int128 high) => new(Size, IsFloat, IsSigned, true, low, high, 0, 0);

    /// <summary>The same real number, refused outside a range; NaN is outside any.</summary>
    public Scalar Within(double min, double max) => new(Size, IsFloat, IsSigned, true, 0, 0, min, max);

    /// <summary>Whether the raw bits of a number are within the range.</summary>
    internal bool Accepts(ulong bits)
    {
        if (!IsRanged)
            return true;
        if (IsFloat)
        {
            var real = Size == 4 ? BitConverter.UInt32BitsToSingle((uint)bits) : BitConverter.UInt64BitsToDouble(bits);
            return real >= Min && real <= Max;
        }

        var unused = 64 - (Size * 8);
        Int128 value = IsSigned ? (long)(bits << unused) >> unused : (Int128)bits;
        return value >= Low && value <= High;
    }

    private static Scalar Whole(int size, bool isSigned) => new(size, false, isSigned, false, 0, 0, 0, 0);
}
