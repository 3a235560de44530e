using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Artemis.Simulation;

/// <summary>Writes the primitives of a recording and gathers them into blocks.</summary>
internal sealed class RecordingWriter
{
    private readonly ArrayBufferWriter<byte> _block = new(16 * 1024);
    private bool _begun;

    /// <summary>Closes the block, if there is anything in it, and hands it over.</summary>
    public void WriteBlock(IBufferWriter<byte> output)
    {
        if (!_begun)
        {
            _begun = true;
            var preamble = output.GetSpan(RecordingFormat.PreambleSize);
            BinaryPrimitives.WriteUInt32LittleEndian(preamble, RecordingFormat.Magic);
            BinaryPrimitives.WriteUInt16LittleEndian(preamble[4..], RecordingFormat.Version);
            output.Advance(RecordingFormat.PreambleSize);
        }
        if (_block.WrittenCount == 0) return;
        var head = output.GetSpan(RecordingFormat.BlockHeadSize);
        BinaryPrimitives.WriteUInt32LittleEndian(head, (uint)_block.WrittenCount);
        BinaryPrimitives.WriteUInt64LittleEndian(head[4..], RecordingFormat.Check(_block.WrittenSpan));
        output.Advance(RecordingFormat.BlockHeadSize);
        output.Write(_block.WrittenSpan);
        _block.ResetWrittenCount();
    }

    public void Byte(byte value)
    {
        _block.GetSpan(1)[0] = value;
        _block.Advance(1);
    }

    public void UInt16(ushort value)
    {
        BinaryPrimitives.WriteUInt16LittleEndian(_block.GetSpan(2), value);
        _block.Advance(2);
    }

    public void UInt32(uint value)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(_block.GetSpan(4), value);
        _block.Advance(4);
    }

    public void UInt64(ulong value)
    {
        BinaryPrimitives.WriteUInt64LittleEndian(_block.GetSpan(8), value);
        _block.Advance(8);
    }

    public void Double(double value) => UInt64(BitConverter.DoubleToUInt64Bits(value));

    public void Text(string? text)
    {
        if (text is null)
        {
            UInt16(RecordingFormat.NoText);
            return;
        }
        int count = Encoding.UTF8.GetByteCount(text);
        UInt16((ushort)count);
        Encoding.UTF8.GetBytes(text, _block.GetSpan(count));
        _block.Advance(count);
    }
}
