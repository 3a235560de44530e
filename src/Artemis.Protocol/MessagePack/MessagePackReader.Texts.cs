using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Text;

namespace Artemis.Protocol.MessagePack;

/// <content>Texts, bytes and extensions.</content>
public ref partial struct MessagePackReader
{
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
}
