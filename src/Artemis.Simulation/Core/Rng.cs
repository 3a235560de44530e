using System.Numerics;

namespace Artemis.Simulation;

/// <summary>The game's only source of chance: xoshiro256**, seeded by splitmix64.</summary>
public struct Rng
{
    private ulong _a;
    private ulong _b;
    private ulong _c;
    private ulong _d;

    /// <summary>A generator that gives the same numbers for the same seed everywhere.</summary>
    /// <param name="seed">Any number.</param>
    public Rng(ulong seed)
    {
        _a = SplitMix(ref seed);
        _b = SplitMix(ref seed);
        _c = SplitMix(ref seed);
        _d = SplitMix(ref seed);
    }

    /// <summary>64 random bits.</summary>
    /// <returns>Any number.</returns>
    public ulong NextBits()
    {
        ulong result = BitOperations.RotateLeft(_b * 5, 7) * 9;
        ulong t = _b << 17;
        _c ^= _a;
        _d ^= _b;
        _b ^= _c;
        _a ^= _d;
        _c ^= t;
        _d = BitOperations.RotateLeft(_d, 45);
        return result;
    }

    /// <summary>A number of 0..1, 1 excluded.</summary>
    /// <returns>The number.</returns>
    public double NextUnit() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>A number between two others.</summary>
    /// <param name="low">Lowest.</param>
    /// <param name="high">Highest.</param>
    /// <returns>The number.</returns>
    public double Between(double low, double high) => low + (high - low) * NextUnit();

    /// <summary>A whole number of 0..count−1.</summary>
    /// <param name="count">At least 1.</param>
    /// <returns>The number.</returns>
    public int Below(int count) => (int)(NextUnit() * count);

    /// <summary>True with a probability.</summary>
    /// <param name="probability">0 to 1.</param>
    /// <returns>Whether it happens.</returns>
    public bool Chance(double probability) => NextUnit() < probability;

    internal readonly void AddTo(ref StateHash hash)
    {
        hash.Add(_a);
        hash.Add(_b);
        hash.Add(_c);
        hash.Add(_d);
    }

    private static ulong SplitMix(ref ulong seed)
    {
        seed += 0x9e3779b97f4a7c15;
        ulong z = seed;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }
}
