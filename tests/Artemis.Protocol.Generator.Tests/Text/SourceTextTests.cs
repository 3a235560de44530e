using Artemis.Protocol.Generator.Text;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Text;

public class SourceTextTests
{
    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 1, 2)]
    [InlineData(3, 2, 1)]
    [InlineData(4, 3, 1)]
    [InlineData(6, 4, 1)]
    [InlineData(99, 4, 2)]
    public void Offsets_have_lines_and_columns_whatever_ends_a_line(int offset, int line, int column) =>
        Assert.Equal(new LinePosition(line, column), new SourceText("x", "a\r\n\nb\rc").PositionOf(offset));

    [Fact]
    public void Lines_come_without_their_ends()
    {
        var source = new SourceText("x", "a\r\n\nb\rc");

        Assert.Equal(["a", "", "b", "c"], Enumerable.Range(1, source.LineCount).Select(source.LineText));
    }
}
