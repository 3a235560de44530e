using System.Text;
using Artemis.Protocol.Tool.Files;

namespace Artemis.Protocol.Tool.Tests;

public sealed class HexInputTests
{
    [Theory]
    [InlineData("efbeadde")]
    [InlineData("EF BE AD DE")]
    [InlineData("ef:be:ad:de\n")]
    [InlineData("0xef, 0xbe, 0xad, 0xde")]
    [InlineData("efbe-adde")]
    public void Bytes_are_read_in_every_usual_spelling(string text) =>
        Assert.Equal([0xef, 0xbe, 0xad, 0xde], HexInput.Parse(text));

    [Theory]
    [InlineData("efb", "3 hexadecimal digits do not make whole bytes")]
    [InlineData("ef g0", "'g' at position 4")]
    public void What_is_not_bytes_is_refused_with_the_reason(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<ToolException>(() => HexInput.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_file_may_hold_digits_or_the_bytes_themselves()
    {
        byte[] raw = [0xef, 0xbe, 0xad, 0xde];

        Assert.Equal(raw, HexInput.ParseFile(raw));
        Assert.Equal(raw, HexInput.ParseFile(Encoding.ASCII.GetBytes("efbe adde\n")));
    }
}
