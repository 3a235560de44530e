using Artemis.Protocol.Generator.Diagnostics;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Diagnostics;

public class DiagnosticTextTests
{
    [Fact]
    public void The_picture_is_the_one_of_the_language_reference()
    {
        const string Text = """
            object PlayerShip = 1 mask 1 {
               0 a : u8
               1 b : u8
               3 posX : u8
               3 posY : u8
            }
            """;

        Assert.Equal(
            """
            test.artemis(6,4): error ART2003: bit 3 is used by 'posX' already
              |
            6 |    3 posY : u8
              |    ^
              = give 'posY' a bit of its own; 2 is free

            """,
            Compile.Print(Compile.Declarations(Text), Compile.Prelude + Text));
    }

    [Theory]
    [InlineData("\tstruct A { x : Nope }", "    struct A { x : Nope }", "                   ^^^^")]
    [InlineData("const B = \"\t\" struct A { x : Nope }", "const B = \" \" struct A { x : Nope }", "                             ^^^^")]
    [InlineData("const B = \"日本\" struct A { x : Nope }", "const B = \"日本\" struct A { x : Nope }", "                                ^^^^")]
    [InlineData("const B = \"🚀\" struct A { x : Nope }", "const B = \"🚀\" struct A { x : Nope }", "                              ^^^^")]
    [InlineData("const B = \"e\u0301\" struct A { x : Nope }", "const B = \"e\u0301\" struct A { x : Nope }", "                             ^^^^")]
    public void Carets_stand_under_the_place_as_a_terminal_shows_it(string source, string line, string carets)
    {
        var printed = Compile.Print(Compile.Declarations(source), Compile.Prelude + source).Split('\n');

        Assert.Equal(["2 | " + line, "  | " + carets], printed[2..4]);
    }

    [Fact]
    public void Of_a_very_long_line_the_part_around_the_place_is_shown()
    {
        var source = "struct A { " + string.Concat(Enumerable.Range(0, 100).Select(i => $"x{i} : u8, ")) + "y : Nope, " + new string(' ', 500) + "}";

        var printed = Compile.Print(Compile.Declarations(source), Compile.Prelude + source).Split('\n');

        Assert.InRange(printed[2].Length, 80, 170);
        Assert.Equal("Nope", printed[2].Substring(printed[3].IndexOf('^', StringComparison.Ordinal), 4));
    }

    [Fact]
    public void A_place_between_two_characters_is_one_caret()
    {
        const string Text = "const A =\n";

        Assert.Contains("\n2 | const A =\n  |          ^\n", Compile.Print(Compile.Declarations(Text), Compile.Prelude + Text), StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_text_there_is_no_picture()
    {
        var diagnostic = Compile.Declarations("const A =").Diagnostics[0];

        Assert.Equal("test.artemis(2,10): error ART1005: expected a number, found the end of the file\n  = write a number here\n", DiagnosticText.Format(diagnostic, null));
        Assert.Equal("expected a number, found the end of the file (write a number here)", DiagnosticText.MessageWithAdvice(diagnostic));
    }
}
