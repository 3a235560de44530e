using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Artemis.Protocol.MessagePack;

/// <summary>
/// Writes MessagePack in the shortest formats. Its members have the names and meanings of MessagePack-CSharp's writer of the same name, so that
/// code written against one compiles against the other.
/// </summary>
/// <remarks>What was written is in the buffer writer after <see cref="Flush"/>.</remarks>
public ref struct MessagePackWriter
{
    private readonly IBufferWriter<byte> output;
    private Span<byte> span;
    private int used;

    /// <summary>Makes a writer that appends to a buffer.</summary>
    public MessagePackWriter(IBufferWriter<byte> writer)
    {
        output = writer;
        span = writer.GetSpan();
        used = 0;
    }

    /// <summary>Hands what was written to the buffer writer.</summary>
    public void Flush()
    {
        if (used > 0) output.Advance(used);
        span = default;
        used = 0;
    }

    /// <summary>Room for at least so many bytes, to be filled and passed by <see cref="Advance"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Span<byte> GetSpan(int length)
    {
        if (span.Length - used < length) Grow(length);
        return span[used..];
    }

    /// <summary>Passes bytes that were written into <see cref="GetSpan"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Advance(int length) => used += length;

    /// <summary>Writes nil.</summary>
    public void WriteNil() => WriteCode(MessagePackCode.Nil);

    /// <summary>Writes true or false.</summary>
    public void Write(bool value) => WriteCode(value ? MessagePackCode.True : MessagePackCode.False);

    /// <summary>Writes a whole number.</summary>
    public void Write(byte value) => Write((ulong)value);

    /// <summary>Writes a whole number.</summary>
    public void Write(ushort value) => Write((ulong)value);

    /// <summary>Writes a whole number.</summary>
    public void Write(uint value) => Write((ulong)value);

    /// <summary>Writes a whole number.</summary>
    public void Write(sbyte value) => Write((long)value);

    /// <summary>Writes a whole number.</summary>
    public void Write(short value) => Write((long)value);

    /// <summary>Writes a whole number.</summary>
    public void Write(int value) => Write((long)value);

    /// <summary>Writes a whole number.</summary>
    public void Write(ulong value)
    {
        var to = GetSpan(9);
        switch (value)
        {
            case <= MessagePackCode.MaxFixInt:
                to[0] = (byte)value;
                used += 1;
                break;
            case <= byte.MaxValue:
                to[0] = MessagePackCode.UInt8;
                to[1] = (byte)value;
                used += 2;
                break;
            case <= ushort.MaxValue:
                to[0] = MessagePackCode.UInt16;
                BinaryPrimitives.WriteUInt16BigEndian(to[1..], (ushort)value);
                used += 3;
                break;
            case <= uint.MaxValue:
                to[0] = MessagePackCode.UInt32;
                BinaryPrimitives.WriteUInt32BigEndian(to[1..], (uint)value);
                used += 5;
                break;
            default:
                to[0] = MessagePackCode.UInt64;
                BinaryPrimitives.WriteUInt64BigEndian(to[1..], value);
                used += 9;
                break;
        }
    }

    /// <summary>Writes a whole number.</summary>
    public void Write(long value)
    {
        if (value >= 0)
        {
            Write((ulong)value);
            return;
        }

        var to = GetSpan(9);
        switch (value)
        {
            case >= -32:
                to[0] = (byte)value;
                used += 1;
                break;
            case >= sbyte.MinValue:
                to[0] = MessagePackCode.Int8;
                to[1] = (byte)value;
                used += 2;
                break;
            case >= short.MinValue:
                to[0] = MessagePackCode.Int16;
                BinaryPrimitives.WriteInt16BigEndian(to[1..], (short)value);
                used += 3;
                break;
            case >= int.MinValue:
                to[0] = MessagePackCode.Int32;
                BinaryPrimitives.WriteInt32BigEndian(to[1..], (int)value);
                used += 5;
                break;
            default:
                to[0] = MessagePackCode.Int64;
                BinaryPrimitives.WriteInt64BigEndian(to[1..], value);
                used += 9;
                break;
        }
    }

    /// <summary>Writes an IEEE 754 number of 32 bits.</summary>
    public void Write(float value)
    {
        var to = GetSpan(5);
        to[0] = MessagePackCode.Float32;
        BinaryPrimitives.WriteSingleBigEndian(to[1..], value);
        used += 5;
    }

    /// <summary>Writes an IEEE 754 number of 64 bits.</summary>
    public void Write(double value)
    {
        var to = GetSpan(9);
        to[0] = MessagePackCode.Float64;
        BinaryPrimitives.WriteDoubleBigEndian(to[1..], value);
        used += 9;
    }

    /// <summary>Writes text, or nil for null.</summary>
    public void Write(string? value)
    {
        if (value is null)
        {
            WriteNil();
            return;
        }

        Write(value.AsSpan());
    }

    /// <summary>Writes text; what is not well-formed becomes U+FFFD.</summary>
    public void Write(scoped ReadOnlySpan<char> value)
    {
        // Where the longest and the shortest it can be have the same header, one pass will do.
        int most = value.Length * 3;
        if (HeaderSize(most) == HeaderSize(value.Length))
        {
            int header = HeaderSize(most);
            var to = GetSpan(header + most);
            int written = Encoding.UTF8.GetBytes(value, to[header..]);
            WriteStringHeader(written);
            used += written;
            return;
        }

        int count = Encoding.UTF8.GetByteCount(value);
        WriteStringHeader(count);
        // In a statement of its own: asking for room may hand on what was written and begin to count anew.
        var room = GetSpan(count);
        used += Encoding.UTF8.GetBytes(value, room);
    }

    /// <summary>Writes text that is UTF-8 already.</summary>
    public void WriteString(scoped ReadOnlySpan<byte> utf8)
    {
        WriteStringHeader(utf8.Length);
        WriteRaw(utf8);
    }

    /// <summary>Writes the header of a text; its bytes are to follow.</summary>
    public void WriteStringHeader(int byteCount)
    {
        if (byteCount <= 31) WriteCode((byte)(MessagePackCode.MinFixStr | byteCount));
        else WriteLength(byteCount, MessagePackCode.Str8, MessagePackCode.Str16, MessagePackCode.Str32);
    }

    /// <summary>Writes bytes.</summary>
    public void Write(scoped ReadOnlySpan<byte> bytes)
    {
        WriteBinHeader(bytes.Length);
        WriteRaw(bytes);
    }

    /// <summary>Writes the header of bytes, which are to follow.</summary>
    public void WriteBinHeader(int length) =>
        WriteLength(length, MessagePackCode.Bin8, MessagePackCode.Bin16, MessagePackCode.Bin32);

    /// <summary>Writes the header of an array; so many values are to follow.</summary>
    public void WriteArrayHeader(int count)
    {
        if (count <= 15) WriteCode((byte)(MessagePackCode.MinFixArray | count));
        else WriteLength(count, null, MessagePackCode.Array16, MessagePackCode.Array32);
    }

    /// <summary>Writes the header of a map; so many pairs of key and value are to follow.</summary>
    public void WriteMapHeader(int count)
    {
        if (count <= 15) WriteCode((byte)(MessagePackCode.MinFixMap | count));
        else WriteLength(count, null, MessagePackCode.Map16, MessagePackCode.Map32);
    }

    /// <summary>Writes the header of an extension; its bytes are to follow.</summary>
    public void WriteExtensionFormatHeader(ExtensionHeader header)
    {
        byte? code = header.Length switch
        {
            1 => MessagePackCode.FixExt1,
            2 => MessagePackCode.FixExt2,
            4 => MessagePackCode.FixExt4,
            8 => MessagePackCode.FixExt8,
            16 => MessagePackCode.FixExt16,
            _ => null,
        };
        if (code is { } fixedLength) WriteCode(fixedLength);
        else WriteLength(checked((int)header.Length), MessagePackCode.Ext8, MessagePackCode.Ext16, MessagePackCode.Ext32);
        WriteCode((byte)header.TypeCode);
    }

    /// <summary>Writes bytes that are MessagePack already.</summary>
    public void WriteRaw(scoped ReadOnlySpan<byte> rawMessagePackBlock)
    {
        rawMessagePackBlock.CopyTo(GetSpan(rawMessagePackBlock.Length));
        used += rawMessagePackBlock.Length;
    }

    private static int HeaderSize(int byteCount) => byteCount switch
    {
        <= 31 => 1,
        <= byte.MaxValue => 2,
        <= ushort.MaxValue => 3,
        _ => 5,
    };

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void WriteCode(byte code)
    {
        GetSpan(1)[0] = code;
        used++;
    }

    private void WriteLength(int length, byte? code8, byte code16, byte code32)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        var to = GetSpan(5);
        if (length <= byte.MaxValue && code8 is { } code)
        {
            to[0] = code;
            to[1] = (byte)length;
            used += 2;
        }
        else if (length <= ushort.MaxValue)
        {
            to[0] = code16;
            BinaryPrimitives.WriteUInt16BigEndian(to[1..], (ushort)length);
            used += 3;
        }
        else
        {
            to[0] = code32;
            BinaryPrimitives.WriteUInt32BigEndian(to[1..], (uint)length);
            used += 5;
        }
    }

    private void Grow(int length)
    {
        if (used > 0) output.Advance(used);
        used = 0;
        span = output.GetSpan(length);
    }
}
