using Artemis.ReferenceServer.Replication.Interest;
using FsCheck;
using FsCheck.Fluent;

namespace Artemis.ReferenceServer.Tests.Replication;

public sealed class ZoneTests
{
    [Theory]
    [InlineData(0, Zone.Near)]
    [InlineData(9_999, Zone.Near)]
    [InlineData(10_001, Zone.Mid)]
    [InlineData(19_999, Zone.Mid)]
    [InlineData(20_001, Zone.Far)]
    [InlineData(49_999, Zone.Far)]
    [InlineData(50_001, Zone.Out)]
    public void A_new_object_is_placed_by_its_distance(float distance, Zone zone) =>
        Assert.Equal(zone, Zones.Next(Zone.Out, distance * distance));

    [Theory]
    [InlineData(Zone.Near, 10_499, Zone.Near)]
    [InlineData(Zone.Near, 10_501, Zone.Mid)]
    [InlineData(Zone.Mid, 20_999, Zone.Mid)]
    [InlineData(Zone.Mid, 21_001, Zone.Far)]
    [InlineData(Zone.Far, 52_499, Zone.Far)]
    [InlineData(Zone.Far, 52_501, Zone.Out)]
    [InlineData(Zone.Mid, 10_499, Zone.Mid)]
    [InlineData(Zone.Near, 52_501, Zone.Out)]
    public void An_object_that_goes_away_changes_zones_five_percent_beyond_the_edge(
        Zone current, float distance, Zone next) =>
        Assert.Equal(next, Zones.Next(current, distance * distance));

    [Fact]
    public void Whatever_its_past_an_object_is_never_in_a_zone_too_far()
    {
        var zones = Gen.Elements(Zone.Out, Zone.Far, Zone.Mid, Zone.Near).ToArbitrary();
        var distances = Gen.Choose(0, 60_000).ToArbitrary();

        Prop.ForAll(zones, distances, (current, distance) =>
            Zones.Next(current, (float)distance * distance) >= Zones.Next(Zone.Out, (float)distance * distance))
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData(Zone.Own, 10)]
    [InlineData(Zone.Near, 10)]
    [InlineData(Zone.Mid, 2)]
    [InlineData(Zone.Far, 1)]
    [InlineData(Zone.Out, 0)]
    public void Each_zone_has_its_rate(Zone zone, int perSecond)
    {
        for (uint id = 1; id <= 50; id++)
        {
            for (uint start = 0; start < 40; start++)
            {
                var sent = 0;
                for (var tick = start; tick < start + 20; tick++)
                    sent += UpdatePhase.IsDue(zone, tick, id) ? 1 : 0;
                Assert.Equal(perSecond, sent);
            }
        }
    }

    [Fact]
    public void Slow_tiers_are_spread_over_ticks()
    {
        for (uint tick = 0; tick < 20; tick += 2)
        {
            var due = 0;
            for (uint id = 1; id <= 100; id++)
                due += UpdatePhase.IsDue(Zone.Far, tick, id) ? 1 : 0;
            Assert.Equal(10, due);
        }
    }

    [Fact]
    public void Systems_are_sent_five_times_a_second()
    {
        var sent = 0;
        for (uint tick = 0; tick < 20; tick++)
            sent += UpdatePhase.AreSystemsDue(tick) ? 1 : 0;
        Assert.Equal(5, sent);
    }
}
