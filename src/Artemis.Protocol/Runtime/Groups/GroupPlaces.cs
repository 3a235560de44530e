using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <summary>Where the fields of a group begin and end, by size, for the shuffles that compare them.</summary>
internal sealed class GroupPlaces(Scalar[][] fields)
{
    private readonly int[] sizes = Array.ConvertAll(fields, field => field.Sum(scalar => scalar.Size));

    /// <summary>Bytes of the largest field.</summary>
    public int Reach => sizes.Length == 0 ? 0 : sizes.Max();

    /// <summary>Whether the size of a field is no power of two.</summary>
    public bool HasUneven => sizes.Any(size => (size & (size - 1)) != 0);

    /// <summary>Lane n is the first byte of the nth field, if its size is at least some power of two and less than the next.</summary>
    public Vector128<byte> Begins(int power) => Lanes(power, (offset, _) => offset);

    /// <summary>Lane n is where the last so many bytes of the nth field begin, if its size lies between two powers of two.</summary>
    public Vector128<byte> Ends(int power) => Lanes(power, (offset, size) => size > power ? offset + size - power : GroupTables.Nothing);

    private Vector128<byte> Lanes(int power, Func<int, int, int> place)
    {
        var lanes = Vector128.Create(GroupTables.Nothing);
        var offset = 0;
        for (var i = 0; i < sizes.Length; i++)
        {
            if (sizes[i] >= power && sizes[i] < power * 2)
                lanes = lanes.WithElement(i, (byte)place(offset, sizes[i]));
            offset += sizes[i];
        }

        return lanes;
    }
}
