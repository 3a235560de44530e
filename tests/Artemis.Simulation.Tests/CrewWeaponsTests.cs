using Xunit;

namespace Artemis.Simulation.Tests;

public class CrewWeaponsTests
{
    [Fact]
    public void Ships_fire_no_more_torpedoes_at_a_target_than_it_needs()
    {
        var bridge = NewBridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 3000, shields: 30);
        bridge.RunUntil(() => bridge.Game.Find(id, out _) == EntityKind.None, 60);
        // A shield of 30 and a hull of 70 stand two torpedoes of 35, not three; a fourth would find nothing.
        Assert.Equal(3, Count(bridge, s => s.Statistics.TorpedoesFired));
        Assert.Equal(3, Count(bridge, s => s.Statistics.TorpedoesHit));
    }

    [Fact]
    public void What_the_first_target_does_not_need_flies_at_the_next()
    {
        var bridge = NewBridge();
        uint first = bridge.AddNpc(NpcKind.Light, 0, 3000, shields: 30);
        uint second = bridge.AddNpc(NpcKind.Light, 0, 4000, shields: 30);
        bridge.RunUntil(() => bridge.Game.Torpedoes.Length == 4, 60);
        uint[] targets = [.. bridge.Game.Torpedoes.ToArray().Select(t => t.TargetId).Order()];
        Assert.Equal([first, first, first, second], targets);
    }

    [Fact]
    public void A_nuke_counts_for_all_that_it_will_reach()
    {
        var bridge = NewBridge();
        uint aim = bridge.AddNpc(NpcKind.Light, 0, 3000, shields: 20);
        uint beside = bridge.AddNpc(NpcKind.Light, 300, 3000, shields: 20);
        uint away = bridge.AddNpc(NpcKind.Light, 1200, 3000, shields: 20);
        bridge.World.Torpedoes.Add(new TorpedoState { Ordnance = Ordnance.Nuke, TargetId = aim, RangeLeft = 5000 });
        Assert.True(IsEnough(bridge, aim));
        Assert.True(IsEnough(bridge, beside));
        Assert.False(IsEnough(bridge, away));
    }

    [Fact]
    public void An_EMP_and_a_PShock_destroy_nothing_and_so_count_for_nothing()
    {
        var bridge = NewBridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 3000, shields: 20);
        bridge.World.Torpedoes.Add(new TorpedoState { Ordnance = Ordnance.Emp, TargetId = id, RangeLeft = 5000 });
        for (int i = 0; i < 3; i++)
            bridge.World.Torpedoes.Add(new TorpedoState { Ordnance = Ordnance.PShock, TargetId = id, RangeLeft = 5000 });
        Assert.False(IsEnough(bridge, id));
        Assert.True(Inbound.Any(bridge.World, id, Ordnance.Emp));
        Assert.False(Inbound.Any(bridge.World, id, Ordnance.Homing));
    }

    private static bool IsEnough(Bridge bridge, uint id)
    {
        Assert.True(bridge.World.TryLocate(id, out var target));
        return Inbound.IsEnough(bridge.World, in bridge.Ship, id, in target);
    }

    private static int Count(Bridge bridge, Func<PlayerShipState, int> of) => bridge.Game.PlayerShips.ToArray().Sum(of);

    // Two ships with two tubes each that lie still and have nothing but homing torpedoes.
    private static Bridge NewBridge()
    {
        var bridge = new Bridge(ships: 2);
        for (int i = 0; i < 2; i++)
        {
            bridge.Game.SetCrew(i, ConsoleSet.All & ~ConsoleSet.Weapons);
            for (int kind = 1; kind < StoreArray.Count; kind++) bridge.World.Ships[i].Stores[kind] = 0;
        }
        return bridge;
    }
}
