using System.Diagnostics.CodeAnalysis;
using System.Numerics;
using System.Runtime.CompilerServices;
#if USE_MESSAGEPACK_CSHARP
using MessagePack;
#else
using Artemis.Protocol.MessagePack;
#endif

namespace Artemis.Protocol.Runtime;

/// <summary>
/// Reads the maps of messages for generated code. Each method returns false if something is wrong; <see cref="Error"/> then says what, where
/// and in which key. Nil reads as null, which stands for a key that is not there.
/// </summary>
public ref struct MessageReader
{
    /// <summary>Maps and arrays may lie in each other this deep, the outermost included.</summary>
    public const int DepthLimit = 32;

    private readonly ReadOnlySpan<byte> body;
    private MessagePackReader reader;
    private DecodeStatus status;
    private string? keyName;
    private int depth;
    private int valueStart;
    private int pairStart;

    /// <summary>Makes a reader over the body of a message.</summary>
    public MessageReader(ReadOnlyMemory<byte> body)
    {
        this.body = body.Span;
        reader = new MessagePackReader(body);
    }

    /// <summary>What was wrong.</summary>
    public readonly DecodeError Error => new(status, Math.Max(valueStart, 0), keyName);

    /// <summary>Notes that the bytes end too soon, or are no MessagePack.</summary>
    /// <returns>Whether an exception says either; no other is expected.</returns>
    public bool Explains(Exception exception)
    {
        status = exception switch
        {
            EndOfStreamException => DecodeStatus.Truncated,
            MessagePackSerializationException { InnerException: EndOfStreamException } => DecodeStatus.Truncated,
            MessagePackSerializationException => DecodeStatus.BadMessage,
            _ => DecodeStatus.Ok,
        };
        return status != DecodeStatus.Ok;
    }

    /// <summary>Checks that nothing is left.</summary>
    public bool End()
    {
        if (reader.End)
            return true;
        keyName = null;
        valueStart = (int)reader.Consumed;
        status = DecodeStatus.TrailingBytes;
        return false;
    }

    /// <summary>Reads the header of the outermost map.</summary>
    public bool BeginBody(out int count)
    {
        count = 0;
        valueStart = (int)reader.Consumed;
        return Is(MessagePackType.Map) && Begin() && Count(reader.ReadMapHeader(), out count);
    }

    /// <summary>Reads the header of a map; its count is −1 for nil.</summary>
    public bool BeginMap(string name, out int count)
    {
        count = -1;
        return IsNil(name) || (Is(MessagePackType.Map) && Begin() && Count(reader.ReadMapHeader(), out count));
    }

    /// <summary>Reads the header of an array; its count is −1 for nil.</summary>
    /// <param name="name">The key.</param>
    /// <param name="min">Fewest elements.</param>
    /// <param name="max">Most elements.</param>
    /// <param name="count">How many elements there are.</param>
    public bool BeginArray(string name, int min, int max, out int count)
    {
        count = -1;
        if (IsNil(name))
            return true;
        if (!Is(MessagePackType.Array) || !Begin() || !Count(reader.ReadArrayHeader(), out count))
            return false;
        return (count >= min && count <= max) || Bad();
    }

    /// <summary>Leaves a map or array.</summary>
    public void Leave() => depth--;

    /// <summary>Takes the next key of a map if it is the expected one.</summary>
    /// <param name="key">The key as MessagePack, header and all.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool NextIs(ReadOnlySpan<byte> key)
    {
        if (!body[(int)reader.Consumed..].StartsWith(key))
            return false;
#if USE_MESSAGEPACK_CSHARP
        reader.ReadRaw(key.Length);
#else
        reader.Pass(key.Length);
#endif
        return true;
    }

    /// <summary>Reads the next key of a map.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadKey(out ReadOnlySpan<byte> key)
    {
        key = default;
        keyName = null;
        pairStart = valueStart = (int)reader.Consumed;
        return Is(MessagePackType.String) && reader.TryReadStringSpan(out key);
    }

    /// <summary>Passes over the value of a key that the schema does not have, and keeps both.</summary>
    public bool ReadUnknown(ref UnknownKeys? unknown)
    {
        var start = pairStart;
        if (!Skip())
            return false;
        unknown = UnknownKeys.Append(unknown, body[start..(int)reader.Consumed]);
        return true;
    }

    /// <summary>Notes a required key that is not there.</summary>
    public bool Missing(string name)
    {
        keyName = name;
        status = DecodeStatus.MissingKey;
        return false;
    }

    /// <summary>Notes an element of a list that is nil.</summary>
    public bool NilElement(string name)
    {
        keyName = name;
        return Bad();
    }

    /// <summary>Reads true or false.</summary>
    public bool Read(string name, out bool? value)
    {
        value = null;
        if (IsNil(name))
            return true;
        if (!Is(MessagePackType.Boolean))
            return false;
        value = reader.ReadBoolean();
        return true;
    }

    /// <summary>Reads a whole number of any format within a range.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Read<T>(string name, T min, T max, out T? value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = null;
        Enter(name);
        var code = reader.NextCode;
        if (code <= MessagePackCode.MaxFixInt)
        {
            var small = T.CreateTruncating(reader.ReadByte());
            if (small < min || small > max)
                return Bad();
            value = small;
            return true;
        }

        return ReadWide(code, min, max, out value);
    }

    private bool ReadWide<T>(byte code, T min, T max, out T? value)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        value = null;
        if (reader.TryReadNil())
            return true;
        if (!Is(MessagePackType.Integer))
            return false;

        if (IsUnsigned(code))
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
    public bool ReadEnum<TEnum, TKind>(string name, out TEnum? value)
        where TEnum : unmanaged, Enum
        where TKind : unmanaged, IBinaryInteger<TKind>, IMinMaxValue<TKind>
    {
        var isWhole = Read(name, TKind.MinValue, TKind.MaxValue, out TKind? code);
        value = code is { } given ? Unsafe.BitCast<TKind, TEnum>(given) : null;
        return isWhole;
    }

    /// <summary>Reads a number of any format as one of 32 bits.</summary>
    public bool Read(string name, out float? value)
    {
        var isReal = Read(name, out double? real);
        value = (float?)real;
        return isReal;
    }

    /// <summary>Reads a number of any format as one of 64 bits.</summary>
    public bool Read(string name, out double? value)
    {
        value = null;
        if (IsNil(name))
            return true;
        if (reader.NextMessagePackType is not (MessagePackType.Float or MessagePackType.Integer))
            return Bad();
        value = reader.ReadDouble();
        return true;
    }

    /// <summary>Reads a number of any format as one of 32 bits within a range.</summary>
    public bool Read(string name, float min, float max, out float? value) =>
        Read(name, out value) && (value is null || (value >= min && value <= max) || Bad());

    /// <summary>Reads a number of any format as one of 64 bits within a range.</summary>
    public bool Read(string name, double min, double max, out double? value) =>
        Read(name, out value) && (value is null || (value >= min && value <= max) || Bad());

    /// <summary>Reads a text; what is ill-formed becomes U+FFFD.</summary>
    public bool Read(string name, int min, int max, out string? value)
    {
        value = null;
        if (IsNil(name))
            return true;
        if (!ReadUtf8(out var utf8))
            return false;
        if (utf8.Length < min || utf8.Length > max)
            return Bad();
        value = Utf8Text.Decode(utf8);
        return true;
    }

    /// <summary>Reads bytes.</summary>
    public bool Read(string name, int min, int max, out byte[]? value)
    {
        value = null;
        if (IsNil(name))
            return true;
        if (!Is(MessagePackType.Binary) || reader.ReadBytes() is not { } bytes)
            return false;
        if (bytes.Length < min || bytes.Length > max)
            return Bad();
        value = [.. bytes.FirstSpan];
        return true;
    }

    /// <summary>Reads a UUID in its spelling of 36 characters.</summary>
    public bool Read(string name, out Guid? value)
    {
        value = null;
        if (IsNil(name))
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

    private bool Skip()
    {
        valueStart = (int)reader.Consumed;
        int values;
        switch (reader.NextMessagePackType)
        {
            case MessagePackType.Array:
                values = reader.ReadArrayHeader();
                break;
            case MessagePackType.Map:
                values = reader.ReadMapHeader() * 2;
                break;
            case MessagePackType.Unknown:
                return Bad();
            default:
                reader.Skip();
                return true;
        }

        if (!Begin())
            return false;
        for (; values > 0; values--)
        {
            if (!Skip())
                return false;
        }

        Leave();
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsNil(string name)
    {
        Enter(name);
        return reader.TryReadNil();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(string name)
    {
        keyName = name;
        valueStart = (int)reader.Consumed;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Is(MessagePackType type) => reader.NextMessagePackType == type || Bad();

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Bad()
    {
        status = DecodeStatus.BadMessage;
        return false;
    }

    private bool Begin() => depth++ < DepthLimit || Bad();

    private static bool Count(int read, out int count)
    {
        count = read;
        return true;
    }

    private static bool IsUnsigned(byte code) => code is <= MessagePackCode.MaxFixInt or (>= MessagePackCode.UInt8 and <= MessagePackCode.UInt64);
}
