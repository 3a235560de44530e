using Artemis.Protocol.Generator.Text;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Text;

public class IndentedWriterTests
{
    [Fact]
    public void Blocks_indent_and_blank_lines_come_singly_between_lines_only()
    {
        var writer = new IndentedWriter();
        writer.Blank().Line("using A;").Blank().Blank();
        using (writer.Block("class B"))
        {
            writer.Blank().Line("int x;   ");
            writer.Line();
            using (writer.Block("void M()"))
                writer.Line("first();\nsecond();");
            writer.Blank();
        }

        Assert.Equal(
            "using A;\n\nclass B\n{\n    int x;\n\n    void M()\n    {\n        first();\n        second();\n    }\n}\n",
            writer.ToString());
    }

    [Fact]
    public void Braces_can_end_the_header()
    {
        var writer = new IndentedWriter(2, BraceStyle.SameLine);
        using (writer.Block("export const a =", "};"))
        {
            using (writer.Enclose("b: [", "],"))
                writer.Lines(["1,", "2,"]);
        }

        Assert.Equal("export const a = {\n  b: [\n    1,\n    2,\n  ],\n};\n", writer.ToString());
    }

    [Fact]
    public void A_line_after_a_plain_indent_goes_back()
    {
        var writer = new IndentedWriter();
        writer.Line("a");
        using (writer.Indent())
            writer.Line("b");
        writer.Line("c");

        Assert.Equal("a\n    b\nc\n", writer.ToString());
    }
}
