using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;
using Artemis.Protocol.Generator.Text;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Syntax;

public class ParserTests
{
    [Fact]
    public void Keywords_are_names_where_the_grammar_expects_a_name()
    {
        var model = Compile.Model("""
            enum Words : u8 { import }
            struct Step {
               step : f32
               in : f32 as : u8
               wraps : u8 in 0..3
               since : u16
               struct : bool
               view? : u8
               packet : Words
               mask : f32 step 1/4 as u8
               by : u8
            }
            object Thing = 1 mask 2 { 0 view : u8 1 reserved : u8, 2 object : u8; view View { view, reserved } }
            """.Replace("{ import }", "{ Import }", StringComparison.Ordinal));

        Assert.Equal(
            ["step", "in", "as", "wraps", "since", "struct", "view", "packet", "mask", "by"],
            model.Structs[0].Fields.Select(field => field.Name));
        Assert.Equal(0b11UL, model.Objects[0].Views[0].Mask);
    }

    [Fact]
    public void Members_of_enums_may_be_called_like_the_heads_of_declarations()
    {
        var result = Compile.Declarations("enum Odd : u8 {\nconst Name = 1\npacket Foo from since since 1.1\n}");

        Assert.All(result.Diagnostics, item => Assert.Equal(Rules.NameStyle.Id, item.Id));
        Assert.Equal(["const", "Name", "packet", "Foo", "from", "since"], result.Model!.Enums[0].Members.Select(member => member.Name));
    }

    [Theory]
    [InlineData("reserved 1, 3..5, 7 view V { x } 0 x : u8")]
    [InlineData("reserved 1, 3..5, 7 reserved 2, 0 x : u8")]
    [InlineData("reserved 1, 3..5, 0 x : u8 view V { x }")]
    [InlineData("reserved 1, 3..5, 0 view : u8")]
    [InlineData("reserved 1, 3..5; 0 reserved : u8")]
    public void After_reserved_bits_a_comma_may_begin_the_next_member(string members)
    {
        var item = Compile.Model($"object O = 1 mask 1 {{ {members} }}").Objects[0];

        Assert.Equal(0, Assert.Single(item.Fields).Bit);
    }

    [Theory]
    [InlineData("0..1", 0, 1)]
    [InlineData("0x0f..0x1F", 15, 31)]
    [InlineData("1_0..2_000", 10, 2000)]
    [InlineData("(2)..2*3+1", 2, 7)]
    [InlineData("-(-1)..7-2-1", 1, 4)]
    [InlineData("6/3..Max/2", 2, 4)]
    public void Whole_numbers_are_read_and_computed(string range, int min, int max)
    {
        var model = Compile.Model($"const Max = 8\nquantity Q = u32 in {range}");

        var type = Assert.IsType<IntegerType>(model.Quantities[0].Type);
        Assert.Equal((min, max), ((int)type.Min, (int)type.Max));
    }

    [Theory]
    [InlineData("0.5", 0.5)]
    [InlineData("1e3", 1000)]
    [InlineData("2.5e-1", 0.25)]
    [InlineData("1/16", 0.0625)]
    [InlineData("2π", 2 * Math.PI)]
    [InlineData("2pi", 2 * Math.PI)]
    [InlineData("π/2", Math.PI / 2)]
    [InlineData("-pi", -Math.PI)]
    [InlineData("7/2*2.0", 7)]
    public void Real_numbers_are_read_and_computed(string expression, double expected) =>
        Assert.Equal(expected, Compile.Model($"const A = {expression}").Consts[0].Real);

    [Fact]
    public void A_range_needs_no_spaces_around_its_points()
    {
        var type = Assert.IsType<QuantizedType>(Compile.Model("quantity Heading = f32 in 0..2π wraps as u16").Quantities[0].Type);

        Assert.Equal(2 * Math.PI, type.Quantization.Max);
    }

    [Fact]
    public void Separators_and_layout_mean_nothing()
    {
        var dense = Compile.Model("struct A{x:u8 y:u8,z:u8;}const B=1;const C=2").Structs;
        var wide = Compile.Model("struct A\r\n{\r\n\tx : u8,,\r\n\ty : u8\r\n\tz : u8\r\n}\r\nconst B\n=\n1\nconst C = 2\n").Structs;

        Assert.Equal(dense, wide);
    }

    [Fact]
    public void Documentation_is_what_stands_before_a_declaration_or_member()
    {
        var model = Compile.Model("""
            /// First.
            ///
            ///   Indented.
            // Not this.
            struct A {
               //// Nor this.
               x : u8
               /// Of y.
               y : u8
            }
            """);

        Assert.Equal("First.\n\n  Indented.", model.Structs[0].Doc);
        Assert.Equal(["", "Of y."], model.Structs[0].Fields.Select(field => field.Doc));
    }

    [Fact]
    public void Comments_leave_the_model_equal_and_documentation_does_not()
    {
        const string Text = "/// Doc.\nstruct A { x : u8 }\n";

        Assert.Equal(Compile.Model(Text), Compile.Model("// Comment.\n" + Text.Replace("{ ", "{ // more\n", StringComparison.Ordinal)));
        Assert.NotEqual(Compile.Model(Text), Compile.Model(Text.Replace("Doc", "Other", StringComparison.Ordinal)));
    }

    [Fact]
    public void Texts_know_four_escapes() =>
        Assert.Equal("a\"b\\c\nd\te", Compile.Model("""const A = "a\"b\\c\nd\te" """).Consts[0].Text);

    [Fact]
    public void A_byte_order_mark_is_skipped() =>
        Assert.Empty(Compile.File("\uFEFFprotocol Test 1.0").Diagnostics);

    [Fact]
    public void Nesting_without_end_is_refused_before_the_stack_is_full()
    {
        foreach (var text in new[] { new string('(', 100_000), new string('-', 100_000), "1" + string.Concat(Enumerable.Repeat("+1", 100_000)), string.Concat(Enumerable.Repeat("(1*", 100_000)) })
        {
            var source = "const A = " + text;
            var diagnostics = new DiagnosticBag();
            var tree = SyntaxTree.Parse(new SourceText("test.artemis", source), diagnostics);

            Assert.Equal(source, tree.Root.ToFullString());
            Assert.Contains(diagnostics.Ordered([]), item => item.Id == Rules.TooDeep.Id);
        }
    }
}
