using System.Text;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>JamCRC: CRC-32 (polynomial 0xedb88320, reflected) without the final inversion.</summary>
internal static class JamCrc
{
    public static uint Of(string name)
    {
        var crc = uint.MaxValue;
        foreach (var octet in Encoding.UTF8.GetBytes(name))
        {
            crc ^= octet;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc >> 1) ^ ((crc & 1) * 0xedb88320u);
        }

        return crc;
    }
}
