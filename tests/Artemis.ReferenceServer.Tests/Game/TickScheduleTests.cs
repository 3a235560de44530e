using Artemis.ReferenceServer.Game;

namespace Artemis.ReferenceServer.Tests.Game;

public sealed class TickScheduleTests
{
    private const long Frequency = 1_000_000_000;
    private const long Step = Frequency / 20;

    [Fact]
    public void Twenty_ticks_are_due_in_a_second()
    {
        var schedule = Create();
        var ticks = 0;

        for (long now = 0; now <= Frequency; now += 1_000_000)
        {
            while (schedule.TryBegin(now))
                ticks++;
        }

        Assert.Equal(20, ticks);
        Assert.Equal(0, schedule.LateCount);
    }

    [Fact]
    public void A_late_tick_delays_none_after_it()
    {
        var schedule = Create();

        Assert.True(schedule.TryBegin(Step + 40_000_000));
        Assert.Equal(1, schedule.LateCount);

        Assert.Equal(2 * Step, schedule.NextDue);
        Assert.False(schedule.TryBegin(2 * Step - 1));
        Assert.True(schedule.TryBegin(2 * Step));
        Assert.Equal(1, schedule.LateCount);
    }

    [Fact]
    public void A_short_stall_is_made_up_for()
    {
        var schedule = Create();
        var ticks = 0;

        while (schedule.TryBegin(4 * Step))
            ticks++;

        Assert.Equal(4, ticks);
        Assert.Equal(0, schedule.SkippedCount);
    }

    [Fact]
    public void After_a_long_stall_the_game_goes_on_where_it_was()
    {
        var schedule = Create();
        var ticks = 0;

        while (schedule.TryBegin(1000 * Step))
            ticks++;

        Assert.Equal(1, ticks);
        Assert.Equal(999, schedule.SkippedCount);
        Assert.Equal(1001 * Step, schedule.NextDue);
    }

    [Fact]
    public void The_wait_ends_when_the_tick_is_due()
    {
        var schedule = Create();

        Assert.Equal(TimeSpan.FromMilliseconds(50), schedule.Wait(0));
        Assert.Equal(TimeSpan.Zero, schedule.Wait(Step));
        Assert.Equal(TimeSpan.Zero, schedule.Wait(5 * Step));
    }

    private static TickSchedule Create() => new(start: 0, Frequency, rate: 20, maxBacklog: 5);
}
