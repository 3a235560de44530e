using System.Buffers.Binary;
using System.Text;

namespace Artemis.Simulation;

/// <summary>An entry of a recording; its kind says which of the others mean something.</summary>
internal struct RecordedEntry
{
    /// <summary>Where in the file it begins.</summary>
    public int Begin;

    public byte Kind;
    public int Ship;
    public ConsoleSet Consoles;
    public Order Order;
    public ulong Hash;
    public RecordingEnd End;
}

/// <summary>
/// Walks through a recording from block to block. What is cut off at the end is taken as broken off; anything else that is not as it
/// must be is damage, and the error says at which byte of the file.
/// </summary>
internal struct RecordingReader
{
    private readonly ReadOnlyMemory<byte> _file;
    private int _offset;
    private int _blockEnd;

    public RecordingReader(ReadOnlyMemory<byte> file)
    {
        _file = file;
        var span = file.Span;
        if (span.Length < RecordingFormat.PreambleSize || BinaryPrimitives.ReadUInt32LittleEndian(span) != RecordingFormat.Magic)
            throw new RecordingException("This is not a recording of a game.");
        ushort version = BinaryPrimitives.ReadUInt16LittleEndian(span[4..]);
        if (version != RecordingFormat.Version)
            throw new RecordingException($"The recording is of version {version}; this program reads version {RecordingFormat.Version}.");
        _offset = _blockEnd = RecordingFormat.PreambleSize;
    }

    /// <summary>Begins with the next block.</summary>
    /// <returns>False if there is none, or only part of one.</returns>
    public bool NextBlock()
    {
        var rest = _file.Span[_blockEnd..];
        if (rest.Length < RecordingFormat.BlockHeadSize) return false;
        uint length = BinaryPrimitives.ReadUInt32LittleEndian(rest);
        ulong check = BinaryPrimitives.ReadUInt64LittleEndian(rest[4..]);
        rest = rest[RecordingFormat.BlockHeadSize..];
        if (length > (uint)rest.Length) return false;
        if (RecordingFormat.Check(rest[..(int)length]) != check)
        {
            throw new RecordingException(
                $"The recording is damaged between byte {_blockEnd} and byte {_blockEnd + RecordingFormat.BlockHeadSize + (int)length}.");
        }
        _offset = _blockEnd + RecordingFormat.BlockHeadSize;
        _blockEnd = _offset + (int)length;
        return true;
    }

    /// <summary>Reads the next entry.</summary>
    /// <returns>False at the end of what there is.</returns>
    public bool Next(int ships, out RecordedEntry entry)
    {
        entry = default;
        while (_offset == _blockEnd)
        {
            if (!NextBlock()) return false;
        }
        entry.Begin = _offset;
        entry.Kind = Byte();
        switch (entry.Kind)
        {
            case RecordingFormat.Order:
                entry.Ship = Ship(ships);
                entry.Consoles = (ConsoleSet)Byte();
                entry.Order = ReadOrder();
                return true;
            case RecordingFormat.Crew:
                entry.Ship = Ship(ships);
                entry.Consoles = (ConsoleSet)Byte();
                return true;
            case RecordingFormat.Step:
                entry.Hash = UInt64();
                return true;
            case RecordingFormat.End:
                entry.End = (RecordingEnd)Byte();
                return true;
            default:
                throw new RecordingException($"The recording is damaged: there is no entry of kind {entry.Kind}, at byte {entry.Begin}.");
        }
    }

    public byte Byte() => Take(1)[0];

    public ushort UInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint UInt32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong UInt64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    public double Double() => BitConverter.UInt64BitsToDouble(UInt64());

    public string? Text()
    {
        ushort count = UInt16();
        return count == RecordingFormat.NoText ? null : Encoding.UTF8.GetString(Take(count));
    }

    private Order ReadOrder()
    {
        var order = new Order
        {
            Kind = (OrderKind)UInt16(),
            ObjectId = UInt32(),
            Value = Double(),
            Number = (int)UInt32(),
            Other = (int)UInt32(),
            On = Byte() != 0,
            Text = Text(),
        };
        if (order.Kind != OrderKind.EngineeringSetAll) return order;
        for (int i = 0; i < SystemArray.Count; i++) order.Percent[i] = UInt16();
        for (int i = 0; i < SystemArray.Count; i++) order.Coolant[i] = UInt16();
        return order;
    }

    private int Ship(int ships)
    {
        int ship = Byte();
        return ship < ships ? ship : throw new RecordingException($"The recording is damaged: there is no ship {ship}, at byte {_offset - 1}.");
    }

    private ReadOnlySpan<byte> Take(int count)
    {
        if (_blockEnd - _offset < count) throw new RecordingException($"The recording is damaged: an entry is cut off at byte {_blockEnd}.");
        var taken = _file.Span.Slice(_offset, count);
        _offset += count;
        return taken;
    }
}
