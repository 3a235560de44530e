using System.Numerics;
using System.Runtime.CompilerServices;
#if USE_MESSAGEPACK_CSHARP
using MessagePack;
#else
using Artemis.Protocol.MessagePack;
#endif

namespace Artemis.Protocol.Runtime;

/// <content>Values of any format, wherever their key stands.</content>
public ref partial struct MessageReader
{
    /// <summary>Reads true or false.</summary>
    public bool Read(ReadOnlySpan<byte> key, out bool? value)
    {
        value = null;
        if (IsNil(key))
            return true;
        if (!Is(MessagePackType.Boolean))
            return false;
        value = reader.ReadBoolean();
        return true;
    }

    /// <summary>Reads a whole number of any format within a range.</summary>
    public bool Read<T>(ReadOnlySpan<byte> key, T min, T max, out T? value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = null;
        if (IsNil(key))
            return true;
        if (!Is(MessagePackType.Integer))
            return false;

        if (IsUnsigned(reader.NextCode))
        {
            var whole = reader.ReadUInt64();
            if (whole > ulong.CreateSaturating(max) || (T.IsPositive(min) && whole < ulong.CreateTruncating(min)) || T.IsNegative(max))
                return Bad();
            value = T.CreateTruncating(whole);
            return true;
        }

        var number = reader.ReadInt64();
        if (number < long.CreateSaturating(min) || number > long.CreateSaturating(max))
            return Bad();
        value = T.CreateTruncating(number);
        return true;
    }

    /// <summary>Reads a member of an enum; those without a name pass.</summary>
    public bool ReadEnum<TEnum, TKind>(ReadOnlySpan<byte> key, out TEnum? value)
        where TEnum : unmanaged, Enum
        where TKind : unmanaged, IBinaryInteger<TKind>, IMinMaxValue<TKind>
    {
        var isWhole = Read(key, TKind.MinValue, TKind.MaxValue, out TKind? code);
        value = code is { } given ? Unsafe.BitCast<TKind, TEnum>(given) : null;
        return isWhole;
    }

    /// <summary>Reads a number of any format as one of 32 bits.</summary>
    public bool Read(ReadOnlySpan<byte> key, out float? value)
    {
        var isReal = Read(key, out double? real);
        value = (float?)real;
        return isReal;
    }

    /// <summary>Reads a number of any format as one of 64 bits.</summary>
    public bool Read(ReadOnlySpan<byte> key, out double? value)
    {
        value = null;
        if (IsNil(key))
            return true;
        if (reader.NextMessagePackType is not (MessagePackType.Float or MessagePackType.Integer))
            return Bad();
        value = reader.ReadDouble();
        return true;
    }

    /// <summary>Reads a number of any format as one of 32 bits within a range.</summary>
    public bool Read(ReadOnlySpan<byte> key, float min, float max, out float? value) =>
        Read(key, out value) && (value is null || (value >= min && value <= max) || Bad());

    /// <summary>Reads a number of any format as one of 64 bits within a range.</summary>
    public bool Read(ReadOnlySpan<byte> key, double min, double max, out double? value) =>
        Read(key, out value) && (value is null || (value >= min && value <= max) || Bad());

    /// <summary>Reads a text; what is ill-formed becomes U+FFFD.</summary>
    public bool Read(ReadOnlySpan<byte> key, int min, int max, out string? value)
    {
        value = null;
        if (IsNil(key))
            return true;
        if (!ReadUtf8(out var utf8))
            return false;
        if (utf8.Length < min || utf8.Length > max)
            return Bad();
        value = Utf8Text.Decode(utf8);
        return true;
    }

    /// <summary>Reads bytes.</summary>
    public bool Read(ReadOnlySpan<byte> key, int min, int max, out byte[]? value)
    {
        value = null;
        if (IsNil(key))
            return true;
        if (!Is(MessagePackType.Binary) || reader.ReadBytes() is not { } bytes)
            return false;
        if (bytes.Length < min || bytes.Length > max)
            return Bad();
        value = [.. bytes.FirstSpan];
        return true;
    }

    /// <summary>Reads a UUID in its spelling of 36 characters.</summary>
    public bool Read(ReadOnlySpan<byte> key, out Guid? value)
    {
        value = null;
        if (IsNil(key))
            return true;
        if (!ReadUtf8(out var utf8))
            return false;
        if (!UuidText.TryParse(utf8, out var uuid))
            return Bad();
        value = uuid;
        return true;
    }

    private bool ReadUtf8(out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        return Is(MessagePackType.String) && reader.TryReadStringSpan(out utf8);
    }

    private static bool IsUnsigned(byte code) => code is <= MessagePackCode.MaxFixInt or (>= MessagePackCode.UInt8 and <= MessagePackCode.UInt64);
}
