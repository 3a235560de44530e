using Artemis.Protocol.Generator.Diagnostics;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Syntax;

/// <summary>One mistake is one error, and what follows is read as if it had not been made.</summary>
public class RecoveryTests
{
    private const string Rest = "\nstruct Later { x : Missing }";

    [Theory]
    [InlineData("struct A { x u8 }")]
    [InlineData("struct A { x : }")]
    [InlineData("struct A { : u8 }")]
    [InlineData("struct A { x : u8 y }")]
    [InlineData("struct A { x : u8 ! }")]
    [InlineData("struct A { x : string(..4 }")]
    [InlineData("struct A { x : u8[..4 }")]
    [InlineData("struct A { x : u8 in 1.. }")]
    [InlineData("struct A { x : u8 in 1 }")]
    [InlineData("struct A { x : u8")]
    [InlineData("struct A x : u8 }")]
    [InlineData("struct { x : u8 }")]
    [InlineData("strct A { x : u8 }")]
    [InlineData("what is this { x : u8 { } } thing")]
    [InlineData("}")]
    [InlineData("enum E { A B }")]
    [InlineData("enum E : { A B }")]
    [InlineData("enum E : u8 { A = B }")]
    [InlineData("enum E : u8 { A, 5, B }")]
    [InlineData("enum E : u8 { A, B")]
    [InlineData("const = 5")]
    [InlineData("const A 5")]
    [InlineData("const A =")]
    [InlineData("const A = (1 + 2")]
    [InlineData("const A = 1 +")]
    [InlineData("quantity Q = ")]
    [InlineData("object O = mask 2 { 0 x : u8 }")]
    [InlineData("object O = 1 { 0 x : u8 }")]
    [InlineData("object O = 1 mask 2 { x : u8 }")]
    [InlineData("object O = 1 mask 2 { 0 x : u8 view V { x ")]
    [InlineData("object O = 1 mask 2 { 0 x : u8 view { x } }")]
    [InlineData("object O = 1 mask 2 { 0 x : u8 reserved }")]
    [InlineData("event E { x : u8 }")]
    [InlineData("command C = 1 bye Someone { x : u8 }")]
    [InlineData("enum E : u8 { A }\ncommand C = 1 by E { x : u8 }")]
    [InlineData("packet P = 1 { x : u8 }")]
    [InlineData("packet P from servr = 1 { x : u8 }")]
    [InlineData("packet P from server = jamcrc { x : u8 }")]
    [InlineData("message M from client 5 { x : u8 }")]
    [InlineData("import common")]
    public void After_a_mistake_the_rest_is_still_read(string mistake)
    {
        var result = Compile.Declarations(mistake + Rest);

        Assert.Equal(2, result.Diagnostics.Count);
        Assert.Equal("there is no type 'Missing'", result.Diagnostics[1].Message);
    }

    [Fact]
    public void Every_bad_member_is_reported_and_every_good_one_is_read()
    {
        var result = Compile.Declarations("""
            struct A {
               a u8
               b : u8 in 4..1
               c : : u8
               d : Nothing
               e : string
            }
            struct B { a : A }
            """);

        Assert.Equal(
            [Rules.Expected.Id, Rules.EmptyRange.Id, Rules.Expected.Id, Rules.UnknownName.Id, Rules.NoUpperBound.Id],
            Compile.Ids(result));
    }

    [Fact]
    public void Where_an_import_is_missing_unknown_names_are_no_errors()
    {
        var result = Compile.File("protocol Test 1.0\nimport \"gone.artemis\"\nstruct A { x : Far, y : u8 in 4..1 }");

        Assert.Equal([Rules.ImportNotFound.Id, Rules.EmptyRange.Id], Compile.Ids(result));
    }

    [Fact]
    public void Five_mistakes_are_five_errors_with_carets()
    {
        const string Text = """
            protocol Quarry 1.0

            quantity Depth = f32 in 0..-90 as u16

            /// A machine that digs.
            object Digger = 1 mask 1 {
               0 posX : Dpeth
               1 load : u8 in 0..200
               1 name : string(..24)
               view Far { posX, posY }
            }

            command Dig = 300 { deep : Depth

            packet Orders from client = 7 { command : commandId, body : commandBody }
            """;

        var result = Compile.File(Text);

        Assert.Equal(5, result.Diagnostics.Count);
        Assert.Null(result.Model);
        Approved.Verify("five-mistakes.txt", Compile.Print(result, Text));
    }
}
