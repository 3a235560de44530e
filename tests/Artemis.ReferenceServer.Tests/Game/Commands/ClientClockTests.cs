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
        clock.Observe(askedAt: 1000, clientTime: 5020, heardAt: 1040);

        Assert.Equal(1030, clock.Map(clientTime: 5030, earliest: 1000, now: 1050));
    }

    [Fact]
    public void The_shortest_round_trip_counts()
    {
        var clock = default(ClientClock);
        clock.Observe(askedAt: 1000, clientTime: 5005, heardAt: 1010);
        clock.Observe(askedAt: 2000, clientTime: 6190, heardAt: 2200);

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
            clock.Observe(1000, lie, 1020);
            var mapped = clock.Map(stamp, earliest: 1000, now: 1050);
            return mapped is >= 1000 and <= 1050;
        }).QuickCheckThrowOnFailure();
    }

    [Fact]
    public void A_command_that_came_before_the_last_tick_counts_as_given_at_it() =>
        Assert.Equal(250, default(ClientClock).Map(clientTime: 3, earliest: 250, now: 128));

    [Fact]
    public void Time_never_goes_backwards()
    {
        var clock = default(ClientClock);
        clock.Observe(askedAt: 1000, clientTime: 0, heardAt: 1000);

        Assert.Equal(1040, clock.Map(clientTime: 40, earliest: 1000, now: 1050));
        Assert.Equal(1040, clock.Map(clientTime: 10, earliest: 1000, now: 1050));
    }
}
