using Artemis.Protocol.Generator;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Tool.Comparison;

namespace Artemis.Protocol.Tool.Tests;

public sealed class BreakingTests
{
    private const string Base = """
        protocol Toy 1.0
        quantity Angle = f32 in 0..2π wraps as u16
        enum Colour : u8 { Red, Green }
        struct Point { x : f32, y : f32 }
        record Player { name : string(..32), team? : u8 }
        object Ship = 1 mask 2 { 0 heading : Angle  1 speed : f32  view Far { heading } }
        event Boom = 1 { at : Point }
        command Turn = 1 { to : Angle }
        packet Update from server = 0x10 { tick : u32, objects : objects }
        packet Order from client = 0x11 { subtype : commandId, payload : commandBody }
        message Hello from client = 0x12 { name : string(1..32), colour? : Colour }
        """;

    [Theory]
    [InlineData("1 speed : f32", "1 speed : f32  2 mass : f32 since 1.1")]
    [InlineData("{ Red, Green }", "{ Red, Green, Blue }")]
    [InlineData("colour? : Colour }", "colour? : Colour, token? : string(..64) }")]
    [InlineData("to : Angle }", "to : Angle, fast : bool since 1.1 }")]
    [InlineData("event Boom", "event Bang = 2 { loud : bool }\nevent Boom")]
    [InlineData("1 speed : f32", "1 speed : Speed\nreserved 7")]
    [InlineData("protocol Toy 1.0", "protocol Toy 1.0\n/// A ship.")]
    public void An_addition_that_older_peers_can_skip_breaks_nothing(string old, string now) =>
        Assert.DoesNotContain(Edits(old, now), edit => edit.Harm != Harm.None);

    [Theory]
    [InlineData("1 speed : f32", "1 speed : f32  2 mass : f32", "Ship.mass")]
    [InlineData("1 speed : f32", "1 speed : f64", "Ship.speed")]
    [InlineData("1 speed : f32", "2 speed : f32", "Ship.speed")]
    [InlineData("mask 2", "mask 3", "Ship")]
    [InlineData("wraps as u16", "wraps as u8", "Ship.heading")]
    [InlineData("{ Red, Green }", "{ Green, Red }", "Colour.Red")]
    [InlineData("x : f32, y : f32", "y : f32, x : f32", "Point.x")]
    [InlineData("x : f32, y : f32", "x : f32, y : f32, z : f32", "Point.z")]
    [InlineData("name : string(..32), team? : u8", "name : string(..32), team : u8", "Player.team")]
    [InlineData("name : string(..32), team? : u8", "team? : u8", "Player.name")]
    [InlineData("colour? : Colour }", "colour? : Colour, token : string(..64) }", "Hello.token")]
    [InlineData("tick : u32, objects", "tick : u32, time : u32, objects", "Update.objects")]
    [InlineData("Turn = 1", "Turn = 2", "Turn")]
    [InlineData("Hello from client = 0x12", "Hello from client = 0x13", "Hello")]
    [InlineData("event Boom", "object Rock = 2 mask 1 { 0 size : f32 }\nevent Boom", "Rock")]
    [InlineData("protocol Toy 1.0", "protocol Toy 1.0 { magic = 0x12345678 }", "magic")]
    public void An_edit_that_older_peers_would_misread_breaks_the_wire(string old, string now, string where) =>
        Assert.Contains(Edits(old, now), edit => edit.Harm == Harm.Wire && edit.Where == where);

    [Theory]
    [InlineData("1 speed", "1 pace", "Ship.speed")]
    [InlineData("1 speed : f32", "reserved 1", "Ship.speed")]
    [InlineData("event Boom", "event Bang", "Boom")]
    [InlineData("Green }", "Lime }", "Colour.Green")]
    [InlineData("view Far { heading }", "", "Ship.Far")]
    [InlineData("Colour", "Color", "Colour")]
    [InlineData("Point", "Spot", "Point")]
    public void A_new_name_breaks_source_and_not_the_wire(string old, string now, string where)
    {
        var edits = Edits(old, now);

        Assert.Contains(edits, edit => edit.Harm == Harm.Source && edit.Where == where);
        Assert.DoesNotContain(edits, edit => edit.Harm == Harm.Wire);
    }

    private static IReadOnlyList<Edit> Edits(string old, string now)
    {
        Assert.Contains(old, Base, StringComparison.Ordinal);
        var after = Base.Replace(old, now, StringComparison.Ordinal)
            .Replace("protocol Toy 1.0", now.Contains("since 1.1", StringComparison.Ordinal) ? "protocol Toy 1.1" : "protocol Toy 1.0", StringComparison.Ordinal);
        if (now.Contains(": Speed", StringComparison.Ordinal))
            after += "\nquantity Speed = f32";
        return ModelComparer.Compare(Compile(Base), Compile(after));
    }

    private static ProtocolModel Compile(string text)
    {
        var result = SchemaCompiler.Compile(new SchemaFile("toy.artemis", text), _ => null);
        Assert.Empty(result.Diagnostics);
        return result.Model!;
    }
}
