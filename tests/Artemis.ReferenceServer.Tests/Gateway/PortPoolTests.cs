using Artemis.ReferenceServer.Gateway.Hosting;

namespace Artemis.ReferenceServer.Tests.Gateway;

public sealed class PortPoolTests
{
    private readonly FakeClock _clock = new();

    [Fact]
    public void Each_port_is_given_out_once()
    {
        var pool = Create(8081, 8083);
        var taken = new HashSet<int>();

        while (pool.TryTake(out var port))
            Assert.True(taken.Add(port));

        Assert.Equal([8081, 8082, 8083], taken.Order());
        Assert.Equal(3, pool.TakenCount);
    }

    [Fact]
    public void A_returned_port_is_given_out_after_those_that_were_free_longer()
    {
        var pool = Create(8081, 8082);
        Assert.True(pool.TryTake(out var first));
        pool.Return(first);

        Assert.True(pool.TryTake(out var second));
        Assert.True(pool.TryTake(out var third));

        Assert.NotEqual(first, second);
        Assert.Equal(first, third);
    }

    [Fact]
    public void Returning_twice_does_not_let_two_games_have_one_port()
    {
        var pool = Create(8081, 8081);
        Assert.True(pool.TryTake(out var port));
        pool.Return(port);
        pool.Return(port);

        Assert.True(pool.TryTake(out _));
        Assert.False(pool.TryTake(out _));
    }

    [Fact]
    public void A_claimed_port_is_not_given_out()
    {
        var pool = Create(8081, 8082);

        Assert.True(pool.TryClaim(8081));
        Assert.False(pool.TryClaim(8081));

        Assert.True(pool.TryTake(out var port));
        Assert.Equal(8082, port);
        Assert.False(pool.TryTake(out _));
    }

    [Fact]
    public void No_port_is_given_out_in_quarantine()
    {
        var pool = new PortPool(new PortRange(8081, 8081), TimeSpan.FromSeconds(5), _clock);

        Assert.False(pool.TryTake(out _));
        _clock.Advance(TimeSpan.FromSeconds(5));
        Assert.True(pool.TryTake(out _));
    }

    [Fact]
    public void Port_zero_lets_the_system_choose_without_end()
    {
        var pool = Create(0, 0);

        for (var i = 0; i < 1000; i++)
        {
            Assert.True(pool.TryTake(out var port));
            Assert.Equal(0, port);
        }
    }

    [Theory]
    [InlineData("8081-8180", 8081, 8180)]
    [InlineData(" 9000 - 9001 ", 9000, 9001)]
    [InlineData("8081", 8081, 8081)]
    [InlineData("0", 0, 0)]
    public void Ranges_are_read(string text, int first, int last) =>
        Assert.Equal(new PortRange(first, last), PortRange.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData("8180-8081")]
    [InlineData("80-70000")]
    [InlineData("0-5")]
    [InlineData("-5")]
    [InlineData("a-b")]
    [InlineData("1-2-3")]
    public void What_is_no_range_is_refused(string text) =>
        Assert.Throws<FormatException>(() => PortRange.Parse(text));

    private PortPool Create(int first, int last) => new(new PortRange(first, last), TimeSpan.Zero, _clock);
}
