using System.Numerics;
using System.Text;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Writes MessagePack, each value in the shortest format that holds it; floats keep their width.</summary>
internal sealed class PackWriter(ByteSink sink)
{
    public void Bool(bool value) => sink.PutByte(value ? 0xc3 : 0xc2);

    public void Integer(BigInteger value)
    {
        if (value >= 0)
            Unsigned(value);
        else if (value >= -32)
            sink.PutByte((int)(value + 256));
        else if (value >= sbyte.MinValue)
            Number(0xd0, value, 1);
        else if (value >= short.MinValue)
            Number(0xd1, value, 2);
        else if (value >= int.MinValue)
            Number(0xd2, value, 4);
        else
            Number(0xd3, value, 8);
    }

    public void Float32(double value)
    {
        sink.PutByte(0xca);
        sink.Put(LittleEndian.ToMachine(BitConverter.GetBytes((float)value)).AsEnumerable().Reverse());
    }

    public void Float64(double value)
    {
        sink.PutByte(0xcb);
        sink.Put(LittleEndian.ToMachine(BitConverter.GetBytes(value)).AsEnumerable().Reverse());
    }

    public void Text(string text) => Text(Encoding.UTF8.GetBytes(text));

    public void Text(byte[] utf8)
    {
        if (utf8.Length < 32)
            sink.PutByte(0xa0 | utf8.Length);
        else if (utf8.Length <= byte.MaxValue)
            Number(0xd9, utf8.Length, 1);
        else if (utf8.Length <= ushort.MaxValue)
            Number(0xda, utf8.Length, 2);
        else
            Number(0xdb, utf8.Length, 4);
        sink.Put(utf8);
    }

    public void Binary(byte[] bytes)
    {
        if (bytes.Length <= byte.MaxValue)
            Number(0xc4, bytes.Length, 1);
        else if (bytes.Length <= ushort.MaxValue)
            Number(0xc5, bytes.Length, 2);
        else
            Number(0xc6, bytes.Length, 4);
        sink.Put(bytes);
    }

    public void ArrayHead(int count) => Head(count, 0x90, 0xdc);

    public void MapHead(int count) => Head(count, 0x80, 0xde);

    public void Raw(IEnumerable<byte> value) => sink.Put(value);

    private void Head(int count, int fix, int wide)
    {
        if (count < 16)
            sink.PutByte(fix | count);
        else if (count <= ushort.MaxValue)
            Number(wide, count, 2);
        else
            Number(wide + 1, count, 4);
    }

    private void Unsigned(BigInteger value)
    {
        if (value < 128)
            sink.PutByte((int)value);
        else if (value <= byte.MaxValue)
            Number(0xcc, value, 1);
        else if (value <= ushort.MaxValue)
            Number(0xcd, value, 2);
        else if (value <= uint.MaxValue)
            Number(0xce, value, 4);
        else
            Number(0xcf, value, 8);
    }

    private void Number(int format, BigInteger value, int width)
    {
        sink.PutByte(format);
        for (var shift = (width - 1) * 8; shift >= 0; shift -= 8)
            sink.PutByte((int)((value >> shift) & 0xff));
    }
}
