using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Artemis.Protocol.Runtime;

/// <summary>
/// Turns codes of a <see cref="FieldGroup"/> into 16 bytes of an object's values: whole numbers move to their places, up to four codes
/// become floats at once, and fields that are not set keep what they hold. No branch depends on the mask.
/// </summary>
/// <remarks>Kept in <c>static readonly</c> fields, its members are constants to the just-in-time compiler.</remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct GroupValues
{
    private readonly bool hasReals;
    private readonly bool hasSigned;
    private readonly bool hasOrigins;
    private readonly Vector128<byte> same;
    private readonly Vector128<byte> codes;
    private readonly Vector128<byte> owners;
    private readonly Vector128<int> signs;
    private readonly Vector256<double> steps;
    private readonly Vector256<double> origins;

    /// <summary>Makes the tables.</summary>
    /// <param name="values">What lies in the 16 bytes.</param>
    public GroupValues(params ReadOnlySpan<GroupValue> values)
    {
        same = codes = owners = Vector128.Create(GroupTables.Nothing);
        foreach (var value in values)
        {
            for (var i = 0; i < (value.IsReal ? sizeof(float) : value.Size); i++)
                owners = owners.WithElement(value.To + i, (byte)value.From);
            if (!value.IsReal)
            {
                for (var i = 0; i < value.Size; i++)
                    same = same.WithElement(value.To + i, (byte)(value.From + i));
                continue;
            }

            if (value.Size > sizeof(ushort) || value.To % sizeof(float) != 0)
                throw new ArgumentException("A float's code has at most 2 bytes, and its place is a multiple of 4.", nameof(values));
            var lane = value.To / sizeof(float);
            for (var i = 0; i < value.Size; i++)
                codes = codes.WithElement(value.To + LowByte(value.Size) + i, (byte)(value.From + i));
            hasReals = true;
            steps = steps.WithElement(lane, value.Step);
            origins = origins.WithElement(lane, value.Origin);
            hasOrigins |= value.Origin != 0;
            if (value.IsSigned)
                signs = signs.WithElement(lane, 1 << ((value.Size * 8) - 1));
            hasSigned |= value.IsSigned;
        }
    }

    /// <summary>Stores the values of the set fields; the others keep what they hold.</summary>
    /// <param name="from">The group's codes.</param>
    /// <param name="first">The first field of the group's values.</param>
    /// <param name="offset">Where the 16 bytes begin, counted from there.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Store<T>(GroupCodes from, ref T first, nuint offset)
    {
        ref var target = ref Unsafe.AddByteOffset(ref Unsafe.As<T, byte>(ref first), offset);
        var values = FieldGroup.Shuffle(from.Codes, same);
        if (hasReals)
            values |= Reals(FieldGroup.Shuffle(from.Codes, codes).AsInt32()).AsByte();
        Blend(values, Vector128.LoadUnsafe(ref target), FieldGroup.Shuffle(from.Row, owners)).StoreUnsafe(ref target);
    }

    /// <summary>One value or the other, byte by byte, as the highest bit of a third says.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Blend(Vector128<byte> ifClear, Vector128<byte> ifSet, Vector128<byte> choice) =>
        Sse41.IsSupported
            ? Sse41.BlendVariable(ifClear, ifSet, choice)
            : Vector128.ConditionalSelect(Vector128.LessThan(choice.AsSByte(), Vector128<sbyte>.Zero).AsByte(), ifSet, ifClear);

    /// <summary>
    /// Lanes without a code come out as 0, whose bits are all 0 as well. The arithmetic is the documented one, 64 bits wide and rounded once.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<float> Reals(Vector128<int> lanes)
    {
        if (hasSigned)
            lanes = (lanes ^ signs) - signs;
        if (Avx.IsSupported)
        {
            var wide = Avx.ConvertToVector256Double(lanes) * steps;
            return Avx.ConvertToVector128Single(hasOrigins ? wide + origins : wide);
        }

        // A code of 16 bits is exact as a float too.
        var (lower, upper) = Vector128.Widen(Vector128.ConvertToSingle(lanes));
        lower *= steps.GetLower();
        upper *= steps.GetUpper();
        return hasOrigins
            ? Vector128.Narrow(lower + origins.GetLower(), upper + origins.GetUpper())
            : Vector128.Narrow(lower, upper);
    }

    /// <summary>Where in a lane of 4 bytes the code's bytes begin.</summary>
    private static int LowByte(int size) => BitConverter.IsLittleEndian ? 0 : sizeof(int) - size;
}
