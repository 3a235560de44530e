using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <summary>
/// Turns a mask of differing bytes into a mask of differing fields. Each step spreads a difference over twice as many bytes, so that
/// the first byte of a field tells for 1, 2, 4, 8 or 16 of them; other sizes ask twice.
/// </summary>
internal readonly struct GroupReduction
{
    private readonly int reach;
    private readonly Level ones;
    private readonly Level twos;
    private readonly Level fours;
    private readonly Level eights;
    private readonly Level sixteens;

    public GroupReduction(Scalar[][] fields)
    {
        var sizes = Array.ConvertAll(fields, field => field.Sum(scalar => scalar.Size));
        reach = sizes.Length == 0 ? 0 : sizes.Max();
        ones = new Level(sizes, 1);
        twos = new Level(sizes, 2);
        fours = new Level(sizes, 4);
        eights = new Level(sizes, 8);
        sixteens = new Level(sizes, 16);
    }

    /// <summary>Bit n is set if a byte of the nth field is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public uint ToFields(Vector128<byte> bytes)
    {
        var fields = ones.Pick(bytes);
        if (reach >= 2)
        {
            bytes |= Down(bytes, 1);
            fields |= twos.Pick(bytes);
        }

        if (reach >= 4)
        {
            bytes |= Down(bytes, 2);
            fields |= fours.Pick(bytes);
        }

        if (reach >= 8)
        {
            bytes |= Down(bytes, 4);
            fields |= eights.Pick(bytes);
        }

        if (reach >= 16)
        {
            bytes |= Down(bytes, 8);
            fields |= sixteens.Pick(bytes);
        }

        return fields.ExtractMostSignificantBits();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector128<byte> Down(Vector128<byte> bytes, byte distance)
    {
        var from = Vector128<byte>.Indices + Vector128.Create(distance);
        return FieldGroup.Shuffle(bytes, Vector128.ConditionalSelect(
            Vector128.GreaterThan(from, Vector128.Create((byte)15)), Vector128.Create(GroupTables.Nothing), from));
    }

    /// <summary>The fields whose size is at least some power of two, and less than the next.</summary>
    private readonly struct Level
    {
        private readonly bool picks;
        private readonly bool picksTwice;
        private readonly Vector128<byte> begins;
        private readonly Vector128<byte> ends;

        public Level(int[] sizes, int power)
        {
            begins = ends = Vector128.Create(GroupTables.Nothing);
            var offset = 0;
            for (var i = 0; i < sizes.Length; i++)
            {
                if (sizes[i] >= power && sizes[i] < power * 2)
                {
                    picks = true;
                    picksTwice |= sizes[i] > power;
                    begins = begins.WithElement(i, (byte)offset);
                    ends = ends.WithElement(i, (byte)(offset + sizes[i] - power));
                }

                offset += sizes[i];
            }
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector128<byte> Pick(Vector128<byte> bytes)
        {
            if (!picks)
                return Vector128<byte>.Zero;
            var fields = FieldGroup.Shuffle(bytes, begins);
            return picksTwice ? fields | FieldGroup.Shuffle(bytes, ends) : fields;
        }
    }
}
