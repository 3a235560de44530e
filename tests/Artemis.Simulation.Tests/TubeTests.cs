using Xunit;

namespace Artemis.Simulation.Tests;

public class TubeTests
{
    [Theory]
    [InlineData(ShipClass.LightCruiser, 2, 8, 2, 6, 4, 2)]
    [InlineData(ShipClass.Scout, 2, 8, 1, 4, 2, 2)]
    [InlineData(ShipClass.Battleship, 2, 8, 4, 8, 6, 4)]
    [InlineData(ShipClass.MissileCruiser, 4, 20, 4, 10, 8, 4)]
    [InlineData(ShipClass.Dreadnought, 2, 12, 3, 6, 4, 4)]
    public void Each_class_has_its_tubes_and_stores(ShipClass shipClass, int tubes, params int[] stores)
    {
        var bridge = new Bridge(shipClass);
        Assert.Equal(tubes, bridge.Ship.TubeCount);
        for (int kind = 0; kind < 5; kind++) Assert.Equal(stores[kind], bridge.Ship.Stores[kind]);
    }

    [Fact]
    public void Loading_takes_15_seconds_and_unloading_8()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.WeaponsLoadTube, number: 0, other: (int)Ordnance.Nuke);
        Assert.Equal(1, bridge.Ship.Stores[(int)Ordnance.Nuke]);
        Assert.Equal(15, bridge.RunUntil(() => bridge.Ship.Tubes[0].Status == TubeStatus.Loaded), 0.051);
        bridge.Do(OrderKind.WeaponsUnloadTube, number: 0);
        Assert.Equal(8, bridge.RunUntil(() => bridge.Ship.Tubes[0].Status == TubeStatus.Empty), 0.051);
        Assert.Equal(2, bridge.Ship.Stores[(int)Ordnance.Nuke]);
    }

    [Fact]
    public void Tubes_load_faster_with_more_power()
    {
        var bridge = new Bridge();
        bridge.Ship.Systems[(int)ShipSystem.Torpedoes].Power = 2;
        bridge.Ship.Systems[(int)ShipSystem.Torpedoes].OrderedPercent = 200;
        bridge.Do(OrderKind.WeaponsLoadTube, number: 0);
        Assert.Equal(7.5, bridge.RunUntil(() => bridge.Ship.Tubes[0].Status == TubeStatus.Loaded), 0.051);
    }

    [Fact]
    public void A_tube_refuses_what_its_state_does_not_allow()
    {
        var bridge = new Bridge();
        Assert.Equal(RefusalReason.TubeBusy, bridge.Order(OrderKind.WeaponsFireTube, number: 0));
        Assert.Equal(RefusalReason.TubeBusy, bridge.Order(OrderKind.WeaponsUnloadTube, number: 0));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsLoadTube, number: 2));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsLoadTube, number: 0, other: 5));
        bridge.Do(OrderKind.WeaponsLoadTube, number: 0);
        Assert.Equal(RefusalReason.TubeBusy, bridge.Order(OrderKind.WeaponsLoadTube, number: 0));
        Assert.Equal(RefusalReason.NotReady, bridge.Order(OrderKind.WeaponsFireTube, number: 0));
        bridge.Ship.Stores[(int)Ordnance.Emp] = 0;
        Assert.Equal(RefusalReason.OutOfStock, bridge.Order(OrderKind.WeaponsLoadTube, number: 1, other: (int)Ordnance.Emp));
    }

    [Fact]
    public void A_homing_torpedo_flies_300_units_a_second_and_does_35_damage()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 3000, shields: 100);
        Fire(bridge, Ordnance.Homing, id);
        Assert.Equal(300, bridge.Game.Torpedoes[0].Velocity);
        double seconds = bridge.RunUntil(() => bridge.Npc(id).ShieldsAft < 99);
        Assert.Equal(10, seconds, 0.3);
        Assert.Equal(65, bridge.Npc(id).ShieldsAft, 0.1);
        Assert.Empty(bridge.Game.Torpedoes.ToArray());
        Assert.Equal(1, bridge.Ship.Statistics.TorpedoesHit);
        Assert.Equal(35, bridge.Ship.Statistics.DamageDealt);
    }

    [Fact]
    public void A_homing_torpedo_turns_after_its_target()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, -1500, -500, shields: 100);
        Fire(bridge, Ordnance.Homing, id);
        bridge.RunUntil(() => bridge.Ship.Statistics.TorpedoesHit == 1, 18);
    }

    [Fact]
    public void A_torpedo_flies_5400_units_at_most()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 5500, shields: 100);
        Load(bridge, Ordnance.Homing);
        Assert.Equal(RefusalReason.OutOfRange, bridge.Order(OrderKind.WeaponsFireTube, id, number: 0));
        bridge.Do(OrderKind.WeaponsFireTube, 0, number: 0);
        bridge.Run(17.9);
        Assert.Single(bridge.Game.Torpedoes.ToArray());
        Assert.InRange(bridge.Game.Torpedoes[0].Z, 5300, 5400);
        bridge.Run(0.2);
        Assert.Empty(bridge.Game.Torpedoes.ToArray());
    }

    [Theory]
    [InlineData(0, 160)]
    [InlineData(500, 95)]
    [InlineData(1000, 30)]
    [InlineData(1001, 0)]
    public void A_blast_does_160_in_its_middle_and_30_at_1000(double distance, double damage) =>
        Assert.Equal(damage, Blast.DamageAt(Balance.Default.Ordnance, distance), 1e-9);

    [Fact]
    public void A_nuke_hurts_all_that_is_near_friends_too()
    {
        var bridge = new Bridge(ships: 2);
        uint target = bridge.AddNpc(NpcKind.Heavy, 0, 3000, shields: 500);
        uint other = bridge.AddNpc(NpcKind.Heavy, 500, 3000, shields: 500);
        uint friend = bridge.AddNpc(NpcKind.Escort, 0, 3900, Faction.Friendly, shields: 500);
        Fire(bridge, Ordnance.Nuke, target);
        bridge.RunUntil(() => bridge.Npc(target).ShieldsAft < 450);
        Assert.InRange(bridge.Npc(target).ShieldsAft, 339, 347);
        Assert.InRange(bridge.Npc(other).ShieldsFore + bridge.Npc(other).ShieldsAft, 900, 915);
        Assert.True(bridge.Npc(friend).ShieldsAft + bridge.Npc(friend).ShieldsFore < 970);
        Assert.Contains(bridge.Events(GameEventKind.Explosion), e => e.Amount == 1000);
    }

    [Fact]
    public void An_EMP_halves_shields_within_1000()
    {
        var bridge = new Bridge();
        uint target = bridge.AddNpc(NpcKind.Heavy, 0, 3000, shields: 400);
        uint near = bridge.AddNpc(NpcKind.Heavy, 900, 3000, shields: 400);
        uint away = bridge.AddNpc(NpcKind.Heavy, 1100, 3000, shields: 400);
        Fire(bridge, Ordnance.Emp, target);
        bridge.RunUntil(() => bridge.Npc(target).ShieldsAft < 300);
        Assert.Equal(200, bridge.Npc(target).ShieldsFore, 0.1);
        Assert.Equal(200, bridge.Npc(near).ShieldsAft, 0.1);
        Assert.Equal(400, bridge.Npc(away).ShieldsAft, 0.1);
    }

    [Fact]
    public void A_PShock_passes_shields_and_damages_systems_only()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Heavy, 0, 2000, shields: 400);
        Fire(bridge, Ordnance.PShock, id);
        bridge.RunUntil(() => bridge.Ship.Statistics.TorpedoesHit == 1);
        double lost = 8;
        foreach (double health in bridge.Npc(id).Systems) lost -= health;
        Assert.Equal(60 * 0.008, lost, 1e-9);
        Assert.Equal(400, bridge.Npc(id).ShieldsAft);
        Assert.Equal(90, bridge.Npc(id).Hull);
        Assert.Equal(60, bridge.Ship.Statistics.DamageDealt, 1e-9);
    }

    [Fact]
    public void A_PShock_is_credited_with_the_damage_that_it_did()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Heavy, 0, 2000, shields: 400);
        ref var npc = ref bridge.Npc(id);
        for (int i = 0; i < SystemArray.Count; i++) npc.Systems[i] = 0.004;
        bridge.Prepare();
        Damage.Shock(bridge.World, id, 60, bridge.Ship.Id);
        // Each of its four parts finds half a point left, or nothing where another was before.
        double lost = 0;
        foreach (double health in bridge.Npc(id).Systems) lost += 0.004 - health;
        Assert.InRange(lost, 0.004, 0.016);
        Assert.Equal(lost / 0.008, bridge.Ship.Statistics.DamageDealt, 1e-9);
        npc.Gone = true;
        double dealt = bridge.Ship.Statistics.DamageDealt;
        Damage.Shock(bridge.World, id, 60, bridge.Ship.Id);
        Assert.Equal(dealt, bridge.Ship.Statistics.DamageDealt);
    }

    [Fact]
    public void A_mine_is_armed_after_3_seconds_and_goes_off_when_an_enemy_comes_within_600()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.HelmSetImpulse, value: 1);
        bridge.Do(OrderKind.HelmSetWarp, number: 2);
        Fire(bridge, Ordnance.Mine, 0);
        Assert.Single(bridge.Game.Mines.ToArray());
        var mine = bridge.Game.Mines[0];
        bridge.Run(2.8);
        Assert.False(bridge.Game.Mines[0].Armed);
        bridge.Run(0.3);
        Assert.True(bridge.Game.Mines[0].Armed);
        bridge.AddNpc(NpcKind.Heavy, mine.X, mine.Z + 650, shields: 500);
        bridge.Run(1);
        Assert.Single(bridge.Game.Mines.ToArray());
        uint near = bridge.AddNpc(NpcKind.Heavy, mine.X, mine.Z + 500, shields: 500);
        bridge.Run(0.1);
        Assert.Empty(bridge.Game.Mines.ToArray());
        Assert.Equal(1000 - 95, bridge.Npc(near).ShieldsFore + bridge.Npc(near).ShieldsAft, 0.5);
    }

    [Fact]
    public void A_torpedo_converts_to_100_energy_and_back()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.WeaponsConvert, on: true);
        Assert.Equal(7, bridge.Ship.Stores[0]);
        Assert.Equal(1100, bridge.Ship.Energy, 0.1);
        bridge.Do(OrderKind.WeaponsConvert, on: false);
        Assert.Equal(8, bridge.Ship.Stores[0]);
        Assert.Equal(1000, bridge.Ship.Energy, 0.1);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsConvert, on: false));
        bridge.Ship.Stores[0] = 0;
        Assert.Equal(RefusalReason.OutOfStock, bridge.Order(OrderKind.WeaponsConvert, on: true));
        bridge.Ship.Energy = 99;
        Assert.Equal(RefusalReason.NoPower, bridge.Order(OrderKind.WeaponsConvert, on: false));
    }

    [Fact]
    public void A_torpedo_whose_energy_would_not_fit_is_not_converted()
    {
        var bridge = new Bridge();
        double most = bridge.Balance.Power.EnergyMost;
        bridge.Ship.Energy = most - 99;
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsConvert, on: true));
        Assert.Equal(8, bridge.Ship.Stores[0]);
        Assert.Equal(most - 99, bridge.Ship.Energy);
        bridge.Ship.Energy = most - 100;
        bridge.Do(OrderKind.WeaponsConvert, on: true);
        Assert.Equal(7, bridge.Ship.Stores[0]);
        Assert.Equal(most, bridge.Ship.Energy);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nothing_is_converted_while_docked(bool toEnergy)
    {
        var bridge = new Bridge();
        bridge.Ship.Stores[0] = 4;
        DockingSystem.MakeFast(bridge.World, ref bridge.Ship, bridge.Base.Id);
        Assert.Equal(RefusalReason.Docked, bridge.Order(OrderKind.WeaponsConvert, on: toEnergy));
        Assert.Equal(4, bridge.Ship.Stores[0]);
        Assert.Equal(1000, bridge.Ship.Energy, 0.1);
    }

    [Fact]
    public void What_is_in_the_tubes_counts_for_what_a_ship_holds()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.WeaponsLoadTube, number: 0);
        bridge.Do(OrderKind.WeaponsLoadTube, number: 1);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsConvert, on: false));
        for (int t = 0; t < 2; t++) bridge.Do(OrderKind.WeaponsUnloadTube, number: t);
        bridge.Run(8.1);
        Assert.Equal(8, bridge.Ship.Stores[0]);
    }

    private static void Load(Bridge bridge, Ordnance ordnance)
    {
        bridge.Do(OrderKind.WeaponsLoadTube, number: 0, other: (int)ordnance);
        bridge.Run(15.1);
    }

    private static void Fire(Bridge bridge, Ordnance ordnance, uint target)
    {
        Load(bridge, ordnance);
        bridge.Do(OrderKind.WeaponsFireTube, target, number: 0);
        Assert.Equal(1, bridge.Ship.Statistics.TorpedoesFired);
    }
}
