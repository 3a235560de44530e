namespace Artemis.Client.Tests;

public sealed class LinkStateTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly BackoffPolicy Steady = new() { Jitter = 0 };

    [Fact]
    public void A_lost_connection_is_tried_again_with_growing_waits()
    {
        var state = LinkState.Idle.Start().Accepted();
        state = state.Lost(1006, "", Start, Steady, 0);
        Assert.Equal((LinkPhase.Disconnected, 1), (state.Phase, state.Attempt));
        Assert.Equal(Start.AddMilliseconds(300), state.RetryAt);

        state = state.Retry().Lost(1006, "", Start.AddSeconds(1), Steady, 0);
        Assert.Equal(2, state.Attempt);
        Assert.Equal(Start, state.LostAt);
        Assert.Equal(Start.AddSeconds(1).AddMilliseconds(600), state.RetryAt);
    }

    [Fact]
    public void Coming_back_makes_the_next_loss_a_first_one()
    {
        var state = LinkState.Idle.Start().Accepted().Lost(1006, "", Start, Steady, 0).Retry().Accepted();
        Assert.Equal(LinkPhase.Connected, state.Phase);
        Assert.Equal(1, state.Lost(1006, "", Start.AddMinutes(1), Steady, 0).Attempt);
    }

    [Theory]
    [InlineData(1000, EndReason.SessionClosed)]
    [InlineData(CloseCode.Superseded, EndReason.Replaced)]
    [InlineData(CloseCode.Kicked, EndReason.Kicked)]
    [InlineData(CloseCode.BadToken, EndReason.Refused)]
    [InlineData(1003, EndReason.Fault)]
    [InlineData(1009, EndReason.Fault)]
    [InlineData(CloseCode.Malformed, EndReason.Fault)]
    [InlineData(CloseCode.TooFast, EndReason.Fault)]
    public void Some_closes_are_for_good(int code, EndReason reason)
    {
        var state = LinkState.Idle.Start().Accepted().Lost(code, "", Start, Steady, 0);
        Assert.Equal((LinkPhase.Ended, reason), (state.Phase, state.Reason));
        Assert.NotEmpty(state.Message);
        Assert.Same(state, state.Start());
        Assert.Same(state, state.Retry());
    }

    [Theory]
    [InlineData(1001)]
    [InlineData(1011)]
    [InlineData(CloseCode.HandshakeTimeout)]
    [InlineData(CloseCode.TooSlow)]
    [InlineData(CloseCode.Full)]
    public void Faults_of_the_server_and_the_network_are_waited_out(int code) =>
        Assert.Equal(LinkPhase.Disconnected, LinkState.Idle.Start().Accepted().Lost(code, "", Start, Steady, 0).Phase);

    [Fact]
    public void A_game_that_stays_away_is_given_up()
    {
        var state = LinkState.Idle.Start().Accepted().Lost(1006, "", Start, Steady, 0);
        var later = Start + Steady.GiveUpAfter;
        Assert.Equal(EndReason.GaveUp, state.Retry().Lost(1006, "", later, Steady, 0).Reason);
    }

    [Fact]
    public void Waits_stay_within_the_policys_bounds()
    {
        var policy = BackoffPolicy.Default;
        for (int attempt = 1; attempt < 100; attempt++)
        {
            Assert.InRange(policy.Delay(attempt, 0), TimeSpan.Zero, policy.Max);
            Assert.True(policy.Delay(attempt, 0.999) < policy.Delay(attempt, 0));
        }
    }
}
