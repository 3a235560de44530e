using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>The same MessagePack value in a longer format than need be, as some encoders write it.</summary>
internal static class WideFormat
{
    public static byte[] Of(TypeModel type, byte[] value)
    {
        var format = value[0];
        return type switch
        {
            // A positive integer of 7 bits as 64 signed ones.
            IntegerType or EnumType when format <= 0x7f => [0xd3, 0, 0, 0, 0, 0, 0, 0, format],
            IntegerType or EnumType when format == 0xcc => [0xce, 0, 0, 0, value[1]],
            FloatType or QuantizedType when format == 0xca => [0xcb, .. Widened(value)],
            TextType or UuidType when format is >= 0xa0 and <= 0xbf => [0xda, 0, (byte)(format & 0x1f), .. value.Skip(1)],
            TextType or UuidType when format == 0xd9 => [0xdb, 0, 0, 0, .. value.Skip(1)],
            BytesType when format == 0xc4 => [0xc6, 0, 0, 0, .. value.Skip(1)],
            ArrayType when format is >= 0x90 and <= 0x9f => [0xdd, 0, 0, 0, (byte)(format & 0x0f), .. value.Skip(1)],
            RecordType when format is >= 0x80 and <= 0x8f => [0xde, 0, (byte)(format & 0x0f), .. value.Skip(1)],
            _ => value,
        };
    }

    private static byte[] Widened(byte[] float32)
    {
        var bits = BitConverter.GetBytes((double)BitConverter.ToSingle(MachineOrder([.. float32.Skip(1)]), 0));
        return MachineOrder(bits);
    }

    private static byte[] MachineOrder(byte[] bigEndian) => BitConverter.IsLittleEndian ? [.. bigEndian.AsEnumerable().Reverse()] : bigEndian;
}
