using System.Numerics;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Reads MessagePack, format by format as its specification lists them.</summary>
internal sealed class PackReader(ByteSource source)
{
    /// <summary>Arrays and maps may lie in each other this deep, the outermost included.</summary>
    public const int DepthLimit = 32;

    public PackToken Read(string path)
    {
        var offset = source.Position;
        var format = source.Take(1, path)[0];
        return format switch
        {
            <= 0x7f => Whole(offset, format),
            <= 0x8f => new PackToken(PackKind.Map, offset, Count: format & 0x0f),
            <= 0x9f => new PackToken(PackKind.Array, offset, Count: format & 0x0f),
            <= 0xbf => Sized(PackKind.Text, offset, format & 0x1f, path),
            0xc0 => new PackToken(PackKind.Nil, offset),
            0xc1 => throw source.Stop(WireStatus.BadMessage, offset, path, "0xc1 begins no MessagePack value"),
            0xc2 => new PackToken(PackKind.Bool, offset, Bool: false),
            0xc3 => new PackToken(PackKind.Bool, offset, Bool: true),
            0xc4 => Sized(PackKind.Binary, offset, Length(1, path), path),
            0xc5 => Sized(PackKind.Binary, offset, Length(2, path), path),
            0xc6 => Sized(PackKind.Binary, offset, Length(4, path), path),
            0xc7 => Sized(PackKind.Extension, offset, Length(1, path) + 1, path),
            0xc8 => Sized(PackKind.Extension, offset, Length(2, path) + 1, path),
            0xc9 => Sized(PackKind.Extension, offset, Length(4, path) + 1, path),
            0xca => new PackToken(PackKind.Float, offset, Float: BigEndianFloat(4, path)),
            0xcb => new PackToken(PackKind.Float, offset, Float: BigEndianFloat(8, path)),
            0xcc => Whole(offset, Unsigned(1, path)),
            0xcd => Whole(offset, Unsigned(2, path)),
            0xce => Whole(offset, Unsigned(4, path)),
            0xcf => Whole(offset, Unsigned(8, path)),
            0xd0 => Whole(offset, Signed(1, path)),
            0xd1 => Whole(offset, Signed(2, path)),
            0xd2 => Whole(offset, Signed(4, path)),
            0xd3 => Whole(offset, Signed(8, path)),
            <= 0xd8 => Sized(PackKind.Extension, offset, (1L << (format - 0xd4)) + 1, path),
            0xd9 => Sized(PackKind.Text, offset, Length(1, path), path),
            0xda => Sized(PackKind.Text, offset, Length(2, path), path),
            0xdb => Sized(PackKind.Text, offset, Length(4, path), path),
            0xdc => new PackToken(PackKind.Array, offset, Count: Length(2, path)),
            0xdd => new PackToken(PackKind.Array, offset, Count: Length(4, path)),
            0xde => new PackToken(PackKind.Map, offset, Count: Length(2, path)),
            0xdf => new PackToken(PackKind.Map, offset, Count: Length(4, path)),
            _ => Whole(offset, (sbyte)format),
        };
    }

    /// <summary>Reads past what belongs to a token: the elements of an array or map.</summary>
    /// <param name="depth">Arrays and maps that the token lies in.</param>
    public void SkipRest(PackToken token, string path, int depth)
    {
        CheckDepth(token, path, depth);
        var values = token.Kind switch
        {
            PackKind.Array => token.Count,
            PackKind.Map => token.Count * 2,
            _ => 0,
        };
        for (var i = 0L; i < values; i++)
            SkipRest(Read(path), path, depth + 1);
    }

    public void CheckDepth(PackToken token, string path, int depth)
    {
        if (token.Kind is PackKind.Array or PackKind.Map && depth >= DepthLimit)
            throw source.Stop(WireStatus.BadMessage, token.Offset, path, $"arrays and maps lie in each other deeper than {DepthLimit}");
    }

    private static PackToken Whole(int offset, BigInteger value) => new(PackKind.Integer, offset, Integer: value);

    private PackToken Sized(PackKind kind, int offset, long length, string path)
    {
        if (length > source.Remaining)
            throw source.Stop(WireStatus.Truncated, offset, path, $"{length} bytes are needed and {source.Remaining} are left");
        return new PackToken(kind, offset, Bytes: source.Take((int)length, path));
    }

    private long Length(int width, string path) => (long)Unsigned(width, path);

    private BigInteger Unsigned(int width, string path) =>
        source.Take(width, path).Aggregate(BigInteger.Zero, (value, next) => (value << 8) | next);

    private BigInteger Signed(int width, string path)
    {
        var value = Unsigned(width, path);
        return value >> ((width * 8) - 1) == 0 ? value : value - (BigInteger.One << (width * 8));
    }

    private double BigEndianFloat(int width, string path)
    {
        var machine = LittleEndian.ToMachine([.. source.Take(width, path).AsEnumerable().Reverse()]);
        return width == 4 ? BitConverter.ToSingle(machine, 0) : BitConverter.ToDouble(machine, 0);
    }
}
