using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <summary>Works out how the ranges of a group's numbers are checked.</summary>
internal sealed unsafe class GroupLimits
{
    public GroupLimits(Scalar[][] fields)
    {
        var ranged = GroupTables.Offsets(fields).Where(item => item.Scalar.IsRanged).ToArray();
        var bytes = ranged.Where(item => item.Scalar.Size == 1).ToArray();
        var words = ranged.Where(item => item.Scalar.Size == 2).ToArray();
        var floats = ranged.Where(item => item.Scalar is { Size: 4, IsFloat: true }).ToArray();
        var wide = ranged.Except(bytes).Except(words).Except(floats).ToArray();

        ZeroIsFine = ranged.All(item => item.Scalar.AllowsZero);
        HasBytes = bytes.Length > 0;
        foreach (var (scalar, offset) in bytes)
        {
            LowBytes = LowBytes.WithElement(offset, (byte)scalar.Low);
            SpanBytes = SpanBytes.WithElement(offset, (byte)(scalar.High - scalar.Low));
        }

        HasWords = words.Length > 0;
        WordPlaces = Places(words, sizeof(ushort));
        for (var i = 0; i < words.Length; i++)
        {
            LowWords = LowWords.WithElement(i, (ushort)words[i].Scalar.Low);
            SpanWords = SpanWords.WithElement(i, (ushort)(words[i].Scalar.High - words[i].Scalar.Low));
        }

        HasFloats = floats.Length > 0;
        FloatPlaces = Places(floats, sizeof(float));
        for (var i = 0; i < floats.Length; i++)
        {
            LowFloats = LowFloats.WithElement(i, (float)floats[i].Scalar.Min);
            HighFloats = HighFloats.WithElement(i, (float)floats[i].Scalar.Max);
        }

        WideCount = wide.Length;
        if (wide.Length == 0)
            return;
        WideLimits = (nint)NativeMemory.Alloc((nuint)(wide.Length * sizeof(WideLimit)));
        for (var i = 0; i < wide.Length; i++)
            ((WideLimit*)WideLimits)[i] = new WideLimit(wide[i].Scalar, wide[i].Offset);
    }

    /// <summary>Whether every range allows the zero that an unset field reads as.</summary>
    public bool ZeroIsFine { get; }

    public bool HasBytes { get; }

    public Vector128<byte> LowBytes { get; } = Vector128<byte>.Zero;

    public Vector128<byte> SpanBytes { get; } = Vector128<byte>.AllBitsSet;

    public bool HasWords { get; }

    /// <summary>Where each 16-bit number lies, for a shuffle into lanes.</summary>
    public Vector128<byte> WordPlaces { get; }

    public Vector128<ushort> LowWords { get; } = Vector128<ushort>.Zero;

    public Vector128<ushort> SpanWords { get; } = Vector128<ushort>.AllBitsSet;

    public bool HasFloats { get; }

    /// <summary>Where each float lies, for a shuffle into lanes.</summary>
    public Vector128<byte> FloatPlaces { get; }

    public Vector128<float> LowFloats { get; } = Vector128<float>.Zero;

    public Vector128<float> HighFloats { get; } = Vector128<float>.Zero;

    /// <summary>Address of the ranges that are checked one by one.</summary>
    public nint WideLimits { get; }

    public int WideCount { get; }

    private static Vector128<byte> Places((Scalar Scalar, int Offset)[] items, int size)
    {
        var places = Vector128.Create(GroupTables.Nothing);
        for (var i = 0; i < items.Length * size; i++)
            places = places.WithElement(i, (byte)(items[i / size].Offset + (i % size)));
        return places;
    }
}
