using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace Artemis.Protocol.MessagePack;

/// <summary>
/// Reads MessagePack. Its members have the names and meanings of MessagePack-CSharp's reader of the same name, so that code written against one
/// compiles against the other.
/// </summary>
/// <remarks>
/// Bytes that end too soon are an <see cref="EndOfStreamException"/>, any other fault a
/// <see cref="MessagePackSerializationException"/>. It never reads past the end, and a header that claims more elements than
/// bytes are left is refused before anything is allocated for them.
/// </remarks>
public ref partial struct MessagePackReader
{
    /// <summary>Deepest nesting that <see cref="Skip()"/> follows.</summary>
    public const int MaxDepth = 64;

    private readonly ReadOnlyMemory<byte> memory;
    private readonly ReadOnlySpan<byte> span;
    private int position;

    /// <summary>Makes a reader over bytes.</summary>
    public MessagePackReader(ReadOnlyMemory<byte> memory)
    {
        this.memory = memory;
        span = memory.Span;
    }

    /// <summary>Makes a reader over a sequence; one of several segments is copied.</summary>
    public MessagePackReader(scoped in ReadOnlySequence<byte> readOnlySequence)
        : this(readOnlySequence.IsSingleSegment ? readOnlySequence.First : readOnlySequence.ToArray())
    {
    }

    /// <summary>Bytes read so far.</summary>
    public readonly long Consumed => position;

    /// <summary>Whether all was read.</summary>
    public readonly bool End => position == span.Length;

    /// <summary>First byte of the next value.</summary>
    public readonly byte NextCode
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get
        {
            if ((uint)position >= (uint)span.Length)
                ThrowTooShort();
            return span[position];
        }
    }

    /// <summary>Sort of the next value.</summary>
    public readonly MessagePackType NextMessagePackType
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => MessagePackCode.ToMessagePackType(NextCode);
    }

    /// <summary>Whether the next value is nil.</summary>
    public readonly bool IsNil => NextCode == MessagePackCode.Nil;

    /// <summary>Reads nil if it is next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadNil()
    {
        if (NextCode != MessagePackCode.Nil)
            return false;
        position++;
        return true;
    }

    /// <summary>Reads nil.</summary>
    public void ReadNil()
    {
        if (!TryReadNil()) throw Unexpected("nil");
    }

    /// <summary>Reads true or false.</summary>
    public bool ReadBoolean()
    {
        bool value = NextCode switch
        {
            MessagePackCode.True => true,
            MessagePackCode.False => false,
            _ => throw Unexpected("a boolean"),
        };
        position++;
        return value;
    }

    /// <summary>Reads an array's header and returns how many values follow.</summary>
    /// <exception cref="EndOfStreamException">Fewer bytes are left than values are claimed.</exception>
    public int ReadArrayHeader()
    {
        byte code = NextCode;
        uint count = code switch
        {
            >= MessagePackCode.MinFixArray and <= MessagePackCode.MaxFixArray => TakeFix(code & 0x0f),
            MessagePackCode.Array16 => BinaryPrimitives.ReadUInt16BigEndian(TakeAfterCode(2)),
            MessagePackCode.Array32 => BinaryPrimitives.ReadUInt32BigEndian(TakeAfterCode(4)),
            _ => throw Unexpected("an array"),
        };
        return count <= span.Length - position ? (int)count : throw TooShort();
    }

    /// <summary>Reads a map's header and returns how many pairs of key and value follow.</summary>
    /// <exception cref="EndOfStreamException">Fewer bytes are left than pairs are claimed.</exception>
    public int ReadMapHeader()
    {
        byte code = NextCode;
        uint count = code switch
        {
            >= MessagePackCode.MinFixMap and <= MessagePackCode.MaxFixMap => TakeFix(code & 0x0f),
            MessagePackCode.Map16 => BinaryPrimitives.ReadUInt16BigEndian(TakeAfterCode(2)),
            MessagePackCode.Map32 => BinaryPrimitives.ReadUInt32BigEndian(TakeAfterCode(4)),
            _ => throw Unexpected("a map"),
        };
        return count <= (span.Length - position) / 2 ? (int)count : throw TooShort();
    }

    private uint TakeFix(int value)
    {
        position++;
        return (uint)value;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private ReadOnlySpan<byte> TakeAfterCode(int length)
    {
        if (span.Length - position - 1 < length) throw TooShort();
        var taken = span.Slice(position + 1, length);
        position += length + 1;
        return taken;
    }

    private ReadOnlySpan<byte> Take(uint length)
    {
        if (length > span.Length - position) throw TooShort();
        var taken = span.Slice(position, (int)length);
        position += (int)length;
        return taken;
    }

    private ReadOnlyMemory<byte> TakeMemory(uint length)
    {
        int start = position;
        Take(length);
        return memory.Slice(start, (int)length);
    }

    [DoesNotReturn]
    private static void ThrowTooShort() => throw TooShort();

    private static EndOfStreamException TooShort() => new("The bytes end within a value.");

    private static MessagePackSerializationException OutOfRange() => new("The number is out of range.");

    private readonly MessagePackSerializationException Unexpected(string expected) =>
        new($"Expected {expected}, found {MessagePackCode.ToMessagePackType(span[position])} (0x{span[position]:x2}).");
}
