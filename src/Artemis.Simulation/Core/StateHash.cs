namespace Artemis.Simulation;

/// <summary>A running 64-bit hash of state: the same values in the same order give the same number.</summary>
internal struct StateHash
{
    private ulong _value;

    public StateHash() => _value = 0x6a09e667f3bcc908;

    public readonly ulong Value => _value;

    public void Add(ulong bits)
    {
        _value = (_value ^ bits) * 0x9e3779b97f4a7c15;
        _value ^= _value >> 29;
    }

    public void Add(double value) => Add((ulong)BitConverter.DoubleToInt64Bits(value));

    public void Add(uint value) => Add((ulong)value);

    public void Add(int value) => Add((ulong)(uint)value);

    public void Add(bool value) => Add(value ? 1UL : 2UL);
}
