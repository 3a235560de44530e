using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Artemis.Protocol.Runtime;

/// <content>
/// Turns differing bytes into differing fields. Each step spreads a difference over twice as many bytes, so that the first byte of a field
/// tells for 1, 2, 4, 8 or 16 of them; fields of other sizes are asked at their end too.
/// </content>
public readonly unsafe partial struct FieldGroup
{
    private readonly int reach;
    private readonly bool hasUneven;
    private readonly Vector128<byte> ones;
    private readonly Vector128<byte> twos;
    private readonly Vector128<byte> fours;
    private readonly Vector128<byte> eights;
    private readonly Vector128<byte> sixteens;
    private readonly Vector128<byte> unevenTwos;
    private readonly Vector128<byte> unevenFours;
    private readonly Vector128<byte> unevenEights;

    /// <summary>Bit n is set if a byte of the nth field is.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private uint ToFields(Vector128<byte> bytes)
    {
        var fields = Shuffle(bytes, ones);
        if (reach >= 2)
        {
            bytes |= Shuffle(bytes, Vector128.Create((byte)1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 128));
            fields |= Shuffle(bytes, twos);
            if (hasUneven)
                fields |= Shuffle(bytes, unevenTwos);
        }

        if (reach >= 4)
        {
            bytes |= Shuffle(bytes, Vector128.Create((byte)2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 128, 128));
            fields |= Shuffle(bytes, fours);
            if (hasUneven)
                fields |= Shuffle(bytes, unevenFours);
        }

        if (reach >= 8)
        {
            bytes |= Shuffle(bytes, Vector128.Create((byte)4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 128, 128, 128, 128));
            fields |= Shuffle(bytes, eights);
            if (hasUneven)
                fields |= Shuffle(bytes, unevenEights);
        }

        if (reach >= 16)
        {
            bytes |= Shuffle(bytes, Vector128.Create((byte)8, 9, 10, 11, 12, 13, 14, 15, 128, 128, 128, 128, 128, 128, 128, 128));
            fields |= Shuffle(bytes, sixteens);
        }

        return fields.ExtractMostSignificantBits();
    }
}
