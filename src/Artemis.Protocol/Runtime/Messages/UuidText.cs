using System.Runtime.CompilerServices;

namespace Artemis.Protocol.Runtime;

/// <summary>The spelling of a UUID in 36 characters, as in <c>0f8fad5b-d9cb-469f-a165-70867728950e</c>.</summary>
internal static class UuidText
{
    /// <summary>Bytes of the spelling.</summary>
    public const int Length = 36;

    private static ReadOnlySpan<byte> Places => [0, 2, 4, 6, 9, 11, 14, 16, 19, 21, 24, 26, 28, 30, 32, 34];

    /// <summary>Reads a spelling, in either case of letters and without anything around it.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out Guid value)
    {
        value = default;
        if (text.Length != Length || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
            return false;

        Span<byte> bytes = stackalloc byte[16];
        var bad = 0;
        for (var i = 0; i < 16; i++)
        {
            var place = Places[i];
            var (high, low) = (Digit(text[place]), Digit(text[place + 1]));
            bad |= high | low;
            bytes[i] = (byte)(high << 4 | (low & 0xf));
        }

        value = new Guid(bytes, bigEndian: true);
        return bad >= 0;
    }

    /// <summary>The value of a hexadecimal digit, or a negative number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digit(byte character)
    {
        var digit = character - '0';
        var letter = (character | 0x20) - 'a';
        return (uint)digit <= 9 ? digit : (uint)letter <= 5 ? letter + 10 : -1;
    }
}
