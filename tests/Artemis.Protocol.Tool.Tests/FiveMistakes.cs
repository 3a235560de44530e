namespace Artemis.Protocol.Tool.Tests;

/// <summary>A schema of two files with five mistakes of different kinds, and where they are.</summary>
internal static class FiveMistakes
{
    public const string Root = """
        protocol Toy 1.0

        import "ships.artemis"

        packet Update from server = 0x10 { tick : u32, objects : objects }
        message Hello from client = 0x12 {
           name : string(32..1)
           colour : Color
        }
        """;

    public const string Ships = """
        enum Colour : u8 { Red, Green }

        object Ship = 1 mask 1 {
           0 heading : f32 in 0..2π wraps as u16
           0 speed : f32
           1 colour : Colour
           view Far { heading, altitude }
        }

        event Boom 1 { shipId : u32 }
        """;

    /// <summary>The five, in the order they are reported: a range the wrong way round, no such type, a bit used twice, no such field, a missing sign.</summary>
    public static IReadOnlyList<string> Places { get; } =
    [
        "toy.artemis(7,17): ART3005",
        "toy.artemis(8,13): ART2008",
        "ships.artemis(5,4): ART2003",
        "ships.artemis(7,24): ART2009",
        "ships.artemis(10,12): ART1005",
    ];
}
