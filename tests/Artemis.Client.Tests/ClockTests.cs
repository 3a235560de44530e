namespace Artemis.Client.Tests;

public sealed class ClockTests
{
    [Fact]
    public void The_shortest_round_trip_sets_the_offset()
    {
        var sync = new ClockSync();
        sync.Answer(1000, 5300, 1400);
        sync.Answer(2000, 6020, 2040);
        sync.Answer(3000, 7500, 3600);
        Assert.Equal(4000, sync.Offset);
    }

    [Fact]
    public void Nonsense_is_not_an_answer()
    {
        var sync = new ClockSync();
        sync.Answer(1000, double.NaN, 1100);
        sync.Answer(1000, 5000, 900);
        Assert.False(sync.IsSynced);
    }

    [Fact]
    public void On_a_steady_network_the_world_is_shown_100_ms_behind()
    {
        var clock = new PlayoutClock(PlayoutOptions.Default);
        for (int i = 0; i < 50; i++) clock.Update(i * 100, 10_000 + (i * 100));
        Assert.Equal(100, clock.Delay);
        Assert.Equal(4800, clock.Time(14_900), 6);
    }

    [Fact]
    public void Jitter_raises_the_delay_within_its_bound_and_time_never_runs_backwards()
    {
        var clock = new PlayoutClock(PlayoutOptions.Default);
        double last = double.NegativeInfinity;
        for (int i = 0; i < 200; i++)
        {
            double late = i % 5 == 4 ? 400 : 0;
            clock.Update(i * 100, (i * 100) + late);
            double time = clock.Time((i * 100) + 50 + late);
            Assert.True(time >= last);
            last = time;
        }

        Assert.InRange(clock.Delay, 101, 250);
    }
}
