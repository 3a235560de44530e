// The names are those of MessagePack-CSharp.
#pragma warning disable CA1720
using System.Runtime.CompilerServices;

namespace Artemis.Protocol.MessagePack;

/// <summary>First bytes of the formats of the MessagePack specification.</summary>
public static class MessagePackCode
{
    /// <summary>Whole numbers 0 to 127 in the code itself.</summary>
    public const byte MaxFixInt = 0x7f;

    /// <summary>Maps of up to 15 entries.</summary>
    public const byte MinFixMap = 0x80;

    /// <summary>Last code of short maps.</summary>
    public const byte MaxFixMap = 0x8f;

    /// <summary>Arrays of up to 15 elements.</summary>
    public const byte MinFixArray = 0x90;

    /// <summary>Last code of short arrays.</summary>
    public const byte MaxFixArray = 0x9f;

    /// <summary>Texts of up to 31 bytes.</summary>
    public const byte MinFixStr = 0xa0;

    /// <summary>Last code of short texts.</summary>
    public const byte MaxFixStr = 0xbf;

    /// <summary>Nothing.</summary>
    public const byte Nil = 0xc0;

    /// <summary>Not in use by the specification.</summary>
    public const byte NeverUsed = 0xc1;

    /// <summary>False.</summary>
    public const byte False = 0xc2;

    /// <summary>True.</summary>
    public const byte True = 0xc3;

    /// <summary>Bytes with an 8-bit length.</summary>
    public const byte Bin8 = 0xc4;

    /// <summary>Bytes with a 16-bit length.</summary>
    public const byte Bin16 = 0xc5;

    /// <summary>Bytes with a 32-bit length.</summary>
    public const byte Bin32 = 0xc6;

    /// <summary>Extension with an 8-bit length.</summary>
    public const byte Ext8 = 0xc7;

    /// <summary>Extension with a 16-bit length.</summary>
    public const byte Ext16 = 0xc8;

    /// <summary>Extension with a 32-bit length.</summary>
    public const byte Ext32 = 0xc9;

    /// <summary>IEEE 754 number of 32 bits.</summary>
    public const byte Float32 = 0xca;

    /// <summary>IEEE 754 number of 64 bits.</summary>
    public const byte Float64 = 0xcb;

    /// <summary>Unsigned, 8 bits.</summary>
    public const byte UInt8 = 0xcc;

    /// <summary>Unsigned, 16 bits.</summary>
    public const byte UInt16 = 0xcd;

    /// <summary>Unsigned, 32 bits.</summary>
    public const byte UInt32 = 0xce;

    /// <summary>Unsigned, 64 bits.</summary>
    public const byte UInt64 = 0xcf;

    /// <summary>Signed, 8 bits.</summary>
    public const byte Int8 = 0xd0;

    /// <summary>Signed, 16 bits.</summary>
    public const byte Int16 = 0xd1;

    /// <summary>Signed, 32 bits.</summary>
    public const byte Int32 = 0xd2;

    /// <summary>Signed, 64 bits.</summary>
    public const byte Int64 = 0xd3;

    /// <summary>Extension of 1 byte.</summary>
    public const byte FixExt1 = 0xd4;

    /// <summary>Extension of 2 bytes.</summary>
    public const byte FixExt2 = 0xd5;

    /// <summary>Extension of 4 bytes.</summary>
    public const byte FixExt4 = 0xd6;

    /// <summary>Extension of 8 bytes.</summary>
    public const byte FixExt8 = 0xd7;

    /// <summary>Extension of 16 bytes.</summary>
    public const byte FixExt16 = 0xd8;

    /// <summary>Text with an 8-bit length.</summary>
    public const byte Str8 = 0xd9;

    /// <summary>Text with a 16-bit length.</summary>
    public const byte Str16 = 0xda;

    /// <summary>Text with a 32-bit length.</summary>
    public const byte Str32 = 0xdb;

    /// <summary>Array with a 16-bit count.</summary>
    public const byte Array16 = 0xdc;

    /// <summary>Array with a 32-bit count.</summary>
    public const byte Array32 = 0xdd;

    /// <summary>Map with a 16-bit count.</summary>
    public const byte Map16 = 0xde;

    /// <summary>Map with a 32-bit count.</summary>
    public const byte Map32 = 0xdf;

    /// <summary>Whole numbers −32 to −1 in the code itself.</summary>
    public const byte MinNegativeFixInt = 0xe0;

    private static ReadOnlySpan<byte> Types =>
    [
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0x00
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0x10
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0x20
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0x30
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0x40
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0x50
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0x60
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0x70
        8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, 8, // 0x80
        7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, // 0x90
        5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, // 0xa0
        5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, // 0xb0
        2, 0, 3, 3, 6, 6, 6, 9, 9, 9, 4, 4, 1, 1, 1, 1, // 0xc0
        1, 1, 1, 1, 9, 9, 9, 9, 9, 5, 5, 5, 7, 7, 8, 8, // 0xd0
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0xe0
        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, // 0xf0
    ];

    /// <summary>What sort of value a code begins.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static MessagePackType ToMessagePackType(byte code) => (MessagePackType)Types[code];
}
