using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Bytes that are read from front to back, and the faults found on the way.</summary>
internal sealed class ByteSource(byte[] bytes, int start, int end)
{
    private readonly List<WireFault> faults = [];
    private readonly int begin = start;

    public ByteSource(byte[] bytes)
        : this(bytes, 0, bytes.Length)
    {
    }

    public int Position { get; private set; } = start;

    /// <summary>Where reading must stop. Moved inward while an entry with a length of its own is read.</summary>
    public int End { get; set; } = end;

    public int Remaining => End - Position;

    public int Consumed => Position - begin;

    public IReadOnlyList<WireFault> Faults => faults;

    /// <summary>Notes a fault that does not hinder reading on.</summary>
    public void Note(WireStatus status, int offset, string path, string message) =>
        faults.Add(new WireFault(status, offset, path, message));

    /// <summary>Notes a fault behind which nothing makes sense.</summary>
    public StopReading Stop(WireStatus status, int offset, string path, string message)
    {
        Note(status, offset, path, message);
        return new StopReading();
    }

    public byte[] Take(int count, string path)
    {
        if (count > Remaining)
            throw Stop(WireStatus.Truncated, Position, path, $"{count} bytes are needed and {Remaining} are left");

        var taken = new byte[count];
        Array.Copy(bytes, Position, taken, 0, count);
        Position += count;
        return taken;
    }

    public void Skip(int count) => Position += count;

    public byte PeekByte(string path)
    {
        if (Remaining < 1)
            throw Stop(WireStatus.Truncated, Position, path, "1 byte is needed and none is left");
        return bytes[Position];
    }

    public byte[] Slice(int from, int to)
    {
        var slice = new byte[to - from];
        Array.Copy(bytes, from, slice, 0, slice.Length);
        return slice;
    }

    /// <summary>An integer of the kind's width, little-endian, in two's complement where signed.</summary>
    public BigInteger TakeInteger(ScalarKind kind, string path)
    {
        var taken = Take(kind.Size(), path);
        var value = BigInteger.Zero;
        for (var i = taken.Length - 1; i >= 0; i--)
            value = (value << 8) | taken[i];
        return kind.IsSigned() && value > kind.MaxValue() ? value - (BigInteger.One << (kind.Size() * 8)) : value;
    }

    public double TakeFloat(ScalarKind kind, string path)
    {
        var taken = LittleEndian.ToMachine(Take(kind.Size(), path));
        return kind == ScalarKind.F32 ? BitConverter.ToSingle(taken, 0) : BitConverter.ToDouble(taken, 0);
    }

    public uint TakeU32(string path) => (uint)TakeInteger(ScalarKind.U32, path);
}

/// <summary>Ends reading; the fault is in the source's list.</summary>
internal sealed class StopReading : Exception;
