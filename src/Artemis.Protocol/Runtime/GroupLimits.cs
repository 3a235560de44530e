using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <summary>
/// The ranges of a group's numbers, all checked at once: bytes in place, 16-bit numbers and floats gathered into lanes first. The few
/// that are wider are checked one by one.
/// </summary>
internal readonly unsafe struct GroupLimits
{
    private readonly bool checksBytes;
    private readonly bool checksWords;
    private readonly bool checksFloats;
    private readonly bool checksWide;
    private readonly bool zeroIsFine;
    private readonly Vector128<byte> lowBytes;
    private readonly Vector128<byte> spanBytes;
    private readonly Vector128<byte> wordPlaces;
    private readonly Vector128<ushort> lowWords;
    private readonly Vector128<ushort> spanWords;
    private readonly Vector128<byte> floatPlaces;
    private readonly Vector128<float> lowFloats;
    private readonly Vector128<float> highFloats;
    private readonly int wideCount;
    private readonly nint wide;

    public GroupLimits(Scalar[][] fields)
    {
        var ranged = GroupTables.Offsets(fields).Where(item => item.Scalar.IsRanged).ToArray();
        var bytes = ranged.Where(item => item.Scalar.Size == 1).ToArray();
        var words = ranged.Where(item => item.Scalar.Size == 2).ToArray();
        var floats = ranged.Where(item => item.Scalar is { Size: 4, IsFloat: true }).ToArray();
        var rest = ranged.Except(bytes).Except(words).Except(floats).ToArray();

        checksBytes = bytes.Length > 0;
        checksWords = words.Length > 0;
        checksFloats = floats.Length > 0;
        checksWide = rest.Length > 0;
        zeroIsFine = ranged.All(item => item.Scalar.AllowsZero);

        (lowBytes, spanBytes) = (Vector128<byte>.Zero, Vector128<byte>.AllBitsSet);
        foreach (var (scalar, offset) in bytes)
        {
            lowBytes = lowBytes.WithElement(offset, (byte)scalar.Low);
            spanBytes = spanBytes.WithElement(offset, (byte)(scalar.High - scalar.Low));
        }

        (lowWords, spanWords) = (Vector128<ushort>.Zero, Vector128<ushort>.AllBitsSet);
        for (var i = 0; i < words.Length; i++)
        {
            lowWords = lowWords.WithElement(i, (ushort)words[i].Scalar.Low);
            spanWords = spanWords.WithElement(i, (ushort)(words[i].Scalar.High - words[i].Scalar.Low));
        }

        lowFloats = highFloats = Vector128<float>.Zero;
        for (var i = 0; i < floats.Length; i++)
        {
            lowFloats = lowFloats.WithElement(i, (float)floats[i].Scalar.Min);
            highFloats = highFloats.WithElement(i, (float)floats[i].Scalar.Max);
        }

        wordPlaces = Places(words, 2);
        floatPlaces = Places(floats, 4);
        wideCount = rest.Length;
        wide = rest.Length == 0 ? 0 : (nint)NativeMemory.Alloc((nuint)(rest.Length * sizeof(WideLimit)));
        for (var i = 0; i < rest.Length; i++)
            ((WideLimit*)wide)[i] = new WideLimit(rest[i].Scalar, rest[i].Offset);
    }

    /// <summary>Not zero if a set field is outside its range.</summary>
    /// <param name="wire">The group's fields, zero where unset.</param>
    /// <param name="unset">All bits set in the bytes of unset fields.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector128<byte> Violations(Vector128<byte> wire, Vector128<byte> unset)
    {
        var bad = Vector128<byte>.Zero;
        if (checksBytes)
            bad = Only(Vector128.SubtractSaturate(wire - lowBytes, spanBytes), unset, Vector128<byte>.Indices);
        if (checksWords)
        {
            var words = FieldGroup.Shuffle(wire, wordPlaces).AsUInt16();
            bad |= Only(Vector128.SubtractSaturate(words - lowWords, spanWords).AsByte(), unset, wordPlaces);
        }

        if (checksFloats)
        {
            var floats = FieldGroup.Shuffle(wire, floatPlaces).AsSingle();
            var within = Vector128.GreaterThanOrEqual(floats, lowFloats) & Vector128.LessThanOrEqual(floats, highFloats);
            bad |= Only(~within.AsByte(), unset, floatPlaces);
        }

        if (checksWide)
            bad |= WideViolations(wire, unset);
        return bad;
    }

    private static Vector128<byte> Places((Scalar Scalar, int Offset)[] items, int size)
    {
        var places = Vector128.Create(GroupTables.Nothing);
        for (var i = 0; i < items.Length * size; i++)
            places = places.WithElement(i, (byte)(items[i / size].Offset + (i % size)));
        return places;
    }

    /// <summary>Drops what concerns unset fields; they read as zero, which most ranges allow anyway.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Only(Vector128<byte> violations, Vector128<byte> unset, Vector128<byte> places) =>
        zeroIsFine ? violations : violations & ~FieldGroup.Shuffle(unset, places);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private Vector128<byte> WideViolations(Vector128<byte> wire, Vector128<byte> unset)
    {
        var limits = (WideLimit*)wide;
        for (var i = 0; i < wideCount; i++)
        {
            if (unset.GetElement(limits[i].Offset) == 0 && !limits[i].Accepts(wire))
                return Vector128<byte>.AllBitsSet;
        }

        return Vector128<byte>.Zero;
    }

    private readonly struct WideLimit(Scalar scalar, int offset)
    {
        public int Offset => offset;

        public bool Accepts(Vector128<byte> wire)
        {
            Span<byte> bytes = stackalloc byte[FieldGroup.Window];
            wire.CopyTo(bytes);
            return scalar.Accepts(scalar.Size == 4 ? BitConverter.ToUInt32(bytes[offset..]) : BitConverter.ToUInt64(bytes[offset..]));
        }
    }
}
