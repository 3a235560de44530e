using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Bytes that grow at their end.</summary>
internal sealed class ByteSink
{
    private readonly List<byte> bytes = [];

    public int Length => bytes.Count;

    public byte[] ToArray() => [.. bytes];

    public void Put(IEnumerable<byte> source) => bytes.AddRange(source);

    public void PutByte(int value) => bytes.Add(checked((byte)value));

    /// <summary>An integer in the kind's width, little-endian, in two's complement where signed.</summary>
    public void PutInteger(ScalarKind kind, BigInteger value)
    {
        if (value < kind.MinValue() || value > kind.MaxValue())
            throw new ArgumentException($"{value} does not fit in {kind.Keyword()}");

        var rest = value.Sign < 0 ? value + (BigInteger.One << (kind.Size() * 8)) : value;
        for (var i = 0; i < kind.Size(); i++, rest >>= 8)
            bytes.Add((byte)(rest & 0xff));
    }

    public void PutFloat(ScalarKind kind, double value) =>
        Put(LittleEndian.FromMachine(kind == ScalarKind.F32 ? BitConverter.GetBytes((float)value) : BitConverter.GetBytes(value)));

    public void PutU32(uint value) => PutInteger(ScalarKind.U32, value);
}

/// <summary>Turns floats' bytes between the machine's order and the wire's.</summary>
internal static class LittleEndian
{
    public static byte[] ToMachine(byte[] wire) => BitConverter.IsLittleEndian ? wire : [.. wire.AsEnumerable().Reverse()];

    public static byte[] FromMachine(byte[] machine) => ToMachine(machine);
}
