namespace Artemis.Simulation;

/// <summary>
/// The layout of a recording, little-endian. Header: "ARTR", version u16, scenario id, difficulty u8, seed u64, world and speed
/// limits f64, fingerprints of scenario and balance u64, ships u8 × { name, class u8, manned u8, assisted u8 }. Then entries,
/// each beginning with its kind. Text is a u16 count of UTF-8 bytes, 0xffff for none. An entry <see cref="Step"/> closes
/// all that was done before that step.
/// </summary>
internal static class RecordingFormat
{
    public const uint Magic = 0x52545241;
    public const ushort Version = 1;
    public const ushort NoText = 0xffff;

    /// <summary>An order that was carried out: ship u8, consoles u8, kind u16, object u32, value f64, number i32, other i32,
    /// on u8, text; for all systems at once also 8 × percent u16 and 8 × coolant u16.</summary>
    public const byte Order = 1;

    /// <summary>Consoles that people work: ship u8, consoles u8.</summary>
    public const byte Crew = 2;

    /// <summary>A step, and the hash after it: u64.</summary>
    public const byte Step = 3;
}
