using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using System.Text;

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
public ref struct MessagePackReader
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

    /// <summary>Reads a whole number of any format that fits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public byte ReadByte()
    {
        var code = NextCode;
        if (code > MessagePackCode.MaxFixInt)
            return (byte)ReadUnsigned(byte.MaxValue);
        position++;
        return code;
    }

    /// <summary>Reads a whole number of any format that fits.</summary>
    public ushort ReadUInt16() => (ushort)ReadUnsigned(ushort.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public uint ReadUInt32() => (uint)ReadUnsigned(uint.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public ulong ReadUInt64() => ReadUnsigned(ulong.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public sbyte ReadSByte() => (sbyte)ReadSigned(sbyte.MinValue, sbyte.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public short ReadInt16() => (short)ReadSigned(short.MinValue, short.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public int ReadInt32() => (int)ReadSigned(int.MinValue, int.MaxValue);

    /// <summary>Reads a whole number of any format that fits.</summary>
    public long ReadInt64() => ReadSigned(long.MinValue, long.MaxValue);

    /// <summary>Reads a number of any format as one of 32 bits.</summary>
    public float ReadSingle() => NextCode == MessagePackCode.Float32
        ? BinaryPrimitives.ReadSingleBigEndian(TakeAfterCode(4))
        : (float)ReadDouble();

    /// <summary>Reads a number of any format as one of 64 bits.</summary>
    public double ReadDouble()
    {
        switch (NextCode)
        {
            case MessagePackCode.Float64:
                return BinaryPrimitives.ReadDoubleBigEndian(TakeAfterCode(8));
            case MessagePackCode.Float32:
                return BinaryPrimitives.ReadSingleBigEndian(TakeAfterCode(4));
            default:
                ReadWhole("a number", out ulong bits, out bool negative);
                return negative ? (long)bits : bits;
        }
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

    /// <summary>Reads text as its UTF-8 bytes, without copying. False for nil, which is left to be read.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TryReadStringSpan(out ReadOnlySpan<byte> utf8)
    {
        // Short texts are the rule: keys above all.
        var length = NextCode - MessagePackCode.MinFixStr;
        if ((uint)length <= 31 && length < span.Length - position)
        {
            utf8 = span.Slice(position + 1, length);
            position += length + 1;
            return true;
        }

        return TryReadLongStringSpan(out utf8);
    }

    /// <summary>Reads text, or null for nil. What is not well-formed UTF-8 becomes U+FFFD.</summary>
    public string? ReadString() => TryReadNil() ? null : Encoding.UTF8.GetString(Take(ReadStringLength()));

    /// <summary>Reads text as its UTF-8 bytes, or null for nil.</summary>
    public ReadOnlySequence<byte>? ReadStringSequence() =>
        TryReadNil() ? null : new ReadOnlySequence<byte>(TakeMemory(ReadStringLength()));

    /// <summary>Reads bytes, or null for nil. They lie in the reader's own memory.</summary>
    public ReadOnlySequence<byte>? ReadBytes()
    {
        if (TryReadNil()) return null;
        uint length = NextCode switch
        {
            MessagePackCode.Bin8 => TakeAfterCode(1)[0],
            MessagePackCode.Bin16 => BinaryPrimitives.ReadUInt16BigEndian(TakeAfterCode(2)),
            MessagePackCode.Bin32 => BinaryPrimitives.ReadUInt32BigEndian(TakeAfterCode(4)),
            _ => throw Unexpected("bytes"),
        };
        return new ReadOnlySequence<byte>(TakeMemory(length));
    }

    /// <summary>Reads an extension's header; its bytes follow and are read by <see cref="ReadRaw(long)"/>.</summary>
    public ExtensionHeader ReadExtensionFormatHeader()
    {
        uint length = NextCode switch
        {
            MessagePackCode.FixExt1 => TakeFix(1),
            MessagePackCode.FixExt2 => TakeFix(2),
            MessagePackCode.FixExt4 => TakeFix(4),
            MessagePackCode.FixExt8 => TakeFix(8),
            MessagePackCode.FixExt16 => TakeFix(16),
            MessagePackCode.Ext8 => TakeAfterCode(1)[0],
            MessagePackCode.Ext16 => BinaryPrimitives.ReadUInt16BigEndian(TakeAfterCode(2)),
            MessagePackCode.Ext32 => BinaryPrimitives.ReadUInt32BigEndian(TakeAfterCode(4)),
            _ => throw Unexpected("an extension"),
        };
        var header = new ExtensionHeader((sbyte)Take(1)[0], length);
        return length <= span.Length - position ? header : throw TooShort();
    }

    /// <summary>Reads so many bytes as they are.</summary>
    public ReadOnlySequence<byte> ReadRaw(long length) => new(TakeMemory(checked((uint)length)));

    /// <summary>Reads the next value, whatever it is, as its bytes.</summary>
    public ReadOnlySequence<byte> ReadRaw()
    {
        int start = position;
        Skip();
        return new ReadOnlySequence<byte>(memory[start..position]);
    }

    /// <summary>Goes past bytes that the caller has seen.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal void Pass(int length) => position += length;

    /// <summary>Passes the next value, whatever it is.</summary>
    public void Skip() => Skip(MaxDepth);

    private void Skip(int depth)
    {
        if (depth == 0) throw new MessagePackSerializationException($"Values are nested deeper than {MaxDepth}.");
        int nested;
        switch (NextMessagePackType)
        {
            case MessagePackType.Nil or MessagePackType.Boolean:
                position++;
                return;
            case MessagePackType.Integer:
                ReadWhole("a number", out _, out _);
                return;
            case MessagePackType.Float:
                ReadDouble();
                return;
            case MessagePackType.String:
                Take(ReadStringLength());
                return;
            case MessagePackType.Binary:
                ReadBytes();
                return;
            case MessagePackType.Extension:
                Take(ReadExtensionFormatHeader().Length);
                return;
            case MessagePackType.Array:
                nested = ReadArrayHeader();
                break;
            case MessagePackType.Map:
                nested = ReadMapHeader() * 2;
                break;
            default:
                throw Unexpected("a value");
        }

        while (nested-- > 0) Skip(depth - 1);
    }

    private uint ReadStringLength()
    {
        byte code = NextCode;
        return code switch
        {
            >= MessagePackCode.MinFixStr and <= MessagePackCode.MaxFixStr => TakeFix(code & 0x1f),
            MessagePackCode.Str8 => TakeAfterCode(1)[0],
            MessagePackCode.Str16 => BinaryPrimitives.ReadUInt16BigEndian(TakeAfterCode(2)),
            MessagePackCode.Str32 => BinaryPrimitives.ReadUInt32BigEndian(TakeAfterCode(4)),
            _ => throw Unexpected("a text"),
        };
    }

    private bool TryReadLongStringSpan(out ReadOnlySpan<byte> utf8)
    {
        utf8 = default;
        if (NextCode == MessagePackCode.Nil)
            return false;
        utf8 = Take(ReadStringLength());
        return true;
    }

    private ulong ReadUnsigned(ulong max)
    {
        ReadWhole("a whole number", out ulong bits, out bool negative);
        return !negative && bits <= max ? bits : throw OutOfRange();
    }

    private long ReadSigned(long min, long max)
    {
        ReadWhole("a whole number", out ulong bits, out bool negative);
        bool fits = negative ? (long)bits >= min : bits <= (ulong)max;
        return fits ? (long)bits : throw OutOfRange();
    }

    /// <summary>Reads a whole number as its 64 bits in two's complement, and whether they stand for one below zero.</summary>
    private void ReadWhole(string expected, out ulong bits, out bool negative)
    {
        byte code = NextCode;
        if (code <= MessagePackCode.MaxFixInt)
        {
            position++;
            bits = code;
            negative = false;
            return;
        }

        bits = code switch
        {
            >= MessagePackCode.MinNegativeFixInt => unchecked((ulong)(sbyte)TakeFix(code)),
            MessagePackCode.UInt8 => TakeAfterCode(1)[0],
            MessagePackCode.UInt16 => BinaryPrimitives.ReadUInt16BigEndian(TakeAfterCode(2)),
            MessagePackCode.UInt32 => BinaryPrimitives.ReadUInt32BigEndian(TakeAfterCode(4)),
            MessagePackCode.UInt64 => BinaryPrimitives.ReadUInt64BigEndian(TakeAfterCode(8)),
            MessagePackCode.Int8 => unchecked((ulong)(sbyte)TakeAfterCode(1)[0]),
            MessagePackCode.Int16 => unchecked((ulong)BinaryPrimitives.ReadInt16BigEndian(TakeAfterCode(2))),
            MessagePackCode.Int32 => unchecked((ulong)BinaryPrimitives.ReadInt32BigEndian(TakeAfterCode(4))),
            MessagePackCode.Int64 => unchecked((ulong)BinaryPrimitives.ReadInt64BigEndian(TakeAfterCode(8))),
            _ => throw Unexpected(expected),
        };
        negative = code is not (MessagePackCode.UInt8 or MessagePackCode.UInt16 or MessagePackCode.UInt32 or MessagePackCode.UInt64)
            && unchecked((long)bits) < 0;
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
