using Artemis.ReferenceServer.Game.Commands;
using FsCheck;
using FsCheck.Fluent;

namespace Artemis.ReferenceServer.Tests.Game.Commands;

public sealed class ClientClockTests
{
    [Fact]
    public void A_stamp_is_mapped_by_the_middle_of_the_round_trip()
    {
        var clock = default(ClientClock);
        Answer(ref clock, askedAt: 1000, clientTime: 5020, heardAt: 1040);

        Assert.Equal(1030, clock.Map(clientTime: 5030, earliest: 1000, now: 1050));
    }

    [Fact]
    public void The_shortest_round_trip_counts()
    {
        var clock = default(ClientClock);
        Answer(ref clock, askedAt: 1000, clientTime: 5005, heardAt: 1010);
        Answer(ref clock, askedAt: 2000, clientTime: 6190, heardAt: 2200);

        Assert.Equal(10, clock.BestRoundTrip);
        Assert.Equal(3000, clock.Map(clientTime: 7000, earliest: 2950, now: 3010));
    }

    [Fact]
    public void Without_a_measurement_a_command_was_given_when_it_came() =>
        Assert.Equal(100, default(ClientClock).Map(clientTime: 3, earliest: 50, now: 100));

    [Fact]
    public void Nobody_gains_by_lying_about_time()
    {
        var stamps = ArbMap.Default.ArbFor<double>();

        Prop.ForAll(stamps, stamps, (lie, stamp) =>
        {
            var clock = default(ClientClock);
            clock.Ask(1000);
            clock.Observe(1000, lie, 1020);
            var mapped = clock.Map(stamp, earliest: 1000, now: 1050);
            return mapped is >= 1000 and <= 1050;
        }).QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(0)]
    [InlineData(1039.9)]
    public void An_answer_to_what_was_not_asked_is_none(double madeUp)
    {
        var clock = default(ClientClock);
        clock.Ask(1000);
        clock.Observe(madeUp, clientTime: 5000, heardAt: 1040);
        Assert.Equal(1050, clock.Map(clientTime: 5010, earliest: 1000, now: 1050));

        clock.Observe(askedAt: 1000, clientTime: 5020, heardAt: 1040);
        Assert.Equal(40, clock.BestRoundTrip);
    }

    [Fact]
    public void A_question_is_answered_once()
    {
        var clock = default(ClientClock);
        Answer(ref clock, askedAt: 1000, clientTime: 5020, heardAt: 1040);
        clock.Observe(askedAt: 1000, clientTime: 9000, heardAt: 1000);

        Assert.Equal(40, clock.BestRoundTrip);
    }

    [Fact]
    public void A_clock_that_drifts_is_followed_over_hours()
    {
        const double Drift = 1.0001;
        var clock = default(ClientClock);
        // A trip better than all others, long ago.
        Answer(ref clock, askedAt: 1000, clientTime: 1000 * Drift, heardAt: 1000);
        var now = 0.0;
        for (var question = 1; question <= 720; question++)
        {
            now = (question * 10_000.0) + 20;
            Answer(ref clock, now - 20, (now - 10) * Drift, now);
        }

        var given = now + 5;
        Assert.Equal(given, clock.Map(given * Drift, earliest: now, now: now + 50), tolerance: 15);
    }

    [Fact]
    public void A_command_that_came_before_the_last_tick_counts_as_given_at_it() =>
        Assert.Equal(250, default(ClientClock).Map(clientTime: 3, earliest: 250, now: 128));

    [Fact]
    public void Time_never_goes_backwards()
    {
        var clock = default(ClientClock);
        Answer(ref clock, askedAt: 1000, clientTime: 0, heardAt: 1000);

        Assert.Equal(1040, clock.Map(clientTime: 40, earliest: 1000, now: 1050));
        Assert.Equal(1040, clock.Map(clientTime: 10, earliest: 1000, now: 1050));
    }

    private static void Answer(ref ClientClock clock, double askedAt, double clientTime, double heardAt)
    {
        clock.Ask(askedAt);
        clock.Observe(askedAt, clientTime, heardAt);
    }
}
