namespace Artemis.Simulation;

/// <summary>
/// The layout of a recording, little-endian: "ARTR", version u16, then blocks, each { length u32, check u64, that many bytes }. The check
/// is a hash of the bytes, so that damage is told from a game that went otherwise. A recording that was broken off ends in the middle of a
/// block, or without an entry <see cref="End"/>.
/// </summary>
/// <remarks>
/// The first block is the head: scenario id, difficulty u8, seed u64, world and speed limits f64, fingerprints of scenario and
/// balance u64, ships u8 × { name, class u8, manned u8, assisted u8 }. The others hold entries, each beginning with its kind and none
/// divided. Text is a u16 count of UTF-8 bytes, 0xffff for none.
/// </remarks>
internal static class RecordingFormat
{
    public const uint Magic = 0x52545241;
    public const ushort Version = 2;
    public const ushort NoText = 0xffff;
    public const int PreambleSize = 4 + 2;
    public const int BlockHeadSize = 4 + 8;

    /// <summary>An order that was carried out: ship u8, consoles u8, kind u16, object u32, value f64, number i32, other i32,
    /// on u8, text; for all systems at once also 8 × percent u16 and 8 × coolant u16.</summary>
    public const byte Order = 1;

    /// <summary>Consoles that people work: ship u8, consoles u8.</summary>
    public const byte Crew = 2;

    /// <summary>A step, which comes after all entries since the last, and the hash after it: u64.</summary>
    public const byte Step = 3;

    /// <summary>The end, and why: u8. Nothing follows.</summary>
    public const byte End = 4;

    /// <summary>What guards a block.</summary>
    public static ulong Check(ReadOnlySpan<byte> block)
    {
        var hash = new StateHash();
        foreach (byte value in block) hash.Add((ulong)value);
        return hash.Value;
    }
}
