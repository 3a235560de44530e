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
/// <remarks>Keys are given as their MessagePack, header and all, which is also how they are compared.</remarks>
public ref partial struct MessageReader
{
    /// <summary>Maps and arrays may lie in each other this deep, the outermost included.</summary>
    public const int DepthLimit = 32;

    private readonly ReadOnlySpan<byte> body;
    private MessagePackReader reader;
    private DecodeStatus status;
    private ReadOnlySpan<byte> keyName;
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
    public readonly DecodeError Error => new(status, Math.Max(valueStart, 0), NameOf(keyName));

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
        keyName = default;
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
    public bool BeginMap(ReadOnlySpan<byte> key, out int count)
    {
        count = -1;
        return IsNil(key) || (Is(MessagePackType.Map) && Begin() && Count(reader.ReadMapHeader(), out count));
    }

    /// <summary>Reads the header of an array; its count is −1 for nil.</summary>
    /// <param name="key">The key.</param>
    /// <param name="min">Fewest elements.</param>
    /// <param name="max">Most elements.</param>
    /// <param name="count">How many elements there are.</param>
    public bool BeginArray(ReadOnlySpan<byte> key, int min, int max, out int count)
    {
        count = -1;
        if (IsNil(key))
            return true;
        if (!Is(MessagePackType.Array) || !Begin() || !Count(reader.ReadArrayHeader(), out count))
            return false;
        return (count >= min && count <= max) || Bad();
    }

    /// <summary>Leaves a map or array.</summary>
    public void Leave() => depth--;

    /// <summary>Reads the next key of a map.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool ReadKey(out ReadOnlySpan<byte> key)
    {
        key = default;
        keyName = default;
        pairStart = valueStart = (int)reader.Consumed;
        return Is(MessagePackType.String) && reader.TryReadStringSpan(out key);
    }

    /// <summary>Notes a required key that is not there.</summary>
    public bool Missing(ReadOnlySpan<byte> key)
    {
        keyName = key;
        status = DecodeStatus.MissingKey;
        return false;
    }

    /// <summary>Notes an element of a list that is nil.</summary>
    public bool NilElement(ReadOnlySpan<byte> key)
    {
        keyName = key;
        return Bad();
    }

    /// <summary>Goes past bytes that were looked at.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Advance(int length)
    {
#if USE_MESSAGEPACK_CSHARP
        reader.ReadRaw(length);
#else
        reader.Pass(length);
#endif
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool IsNil(ReadOnlySpan<byte> key)
    {
        Enter(key);
        return reader.TryReadNil();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Enter(ReadOnlySpan<byte> key)
    {
        keyName = key;
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

    /// <summary>A key without its header, which is one byte up to 31 bytes of text.</summary>
    private static string? NameOf(ReadOnlySpan<byte> key) =>
        key.IsEmpty ? null : Utf8Text.Decode(key[(key[0] <= MessagePackCode.MaxFixStr ? 1 : 2)..]);
}
