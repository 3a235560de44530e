using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <content>
/// The ranges of a group's numbers, all checked at once: bytes in place, 16-bit numbers and floats gathered into lanes first. The few that
/// are wider are checked one by one.
/// </content>
public readonly unsafe partial struct FieldGroup
{
    private readonly bool checksBytes;
    private readonly bool checksWords;
    private readonly bool checksFloats;
    private readonly bool zeroIsFine;
    private readonly Vector128<byte> lowBytes;
    private readonly Vector128<byte> spanBytes;
    private readonly Vector128<byte> wordPlaces;
    private readonly Vector128<ushort> lowWords;
    private readonly Vector128<ushort> spanWords;
    private readonly Vector128<byte> floatPlaces;
    private readonly Vector128<float> lowFloats;
    private readonly Vector128<float> highFloats;
    private readonly nint wideLimits;
    private readonly int wideCount;

    /// <summary>Not zero if a set field is outside its range.</summary>
    /// <param name="wire">The group's fields, zero where unset.</param>
    /// <param name="unset">All bits set in the bytes of unset fields.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Violations(Vector128<byte> wire, Vector128<byte> unset)
    {
        var bad = Vector128<byte>.Zero;
        if (checksBytes)
            bad = Only(Vector128.SubtractSaturate(wire - lowBytes, spanBytes), unset);
        if (checksWords)
        {
            var words = Shuffle(wire, wordPlaces).AsUInt16();
            bad |= Only(Vector128.SubtractSaturate(words - lowWords, spanWords).AsByte(), Gathered(unset, wordPlaces));
        }

        if (checksFloats)
        {
            var floats = Shuffle(wire, floatPlaces).AsSingle();
            var within = Vector128.GreaterThanOrEqual(floats, lowFloats) & Vector128.LessThanOrEqual(floats, highFloats);
            bad |= Only(~within.AsByte(), Gathered(unset, floatPlaces));
        }

        if (wideCount > 0)
            bad |= WideViolations(wire, unset, (WideLimit*)wideLimits, wideCount);
        return bad;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Gathered(Vector128<byte> unset, Vector128<byte> places) => zeroIsFine ? default : Shuffle(unset, places);

    /// <summary>Drops what concerns unset fields; they read as zero, which most ranges allow anyway.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector128<byte> Only(Vector128<byte> violations, Vector128<byte> unset) => zeroIsFine ? violations : violations & ~unset;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Vector128<byte> WideViolations(Vector128<byte> wire, Vector128<byte> unset, WideLimit* limits, int count)
    {
        for (var i = 0; i < count; i++)
        {
            if (unset.GetElement(limits[i].Offset) == 0 && !limits[i].Accepts(wire))
                return Vector128<byte>.AllBitsSet;
        }

        return Vector128<byte>.Zero;
    }
}
