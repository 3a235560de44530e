using Xunit;

namespace Artemis.Simulation.Tests;

public class DockingTests
{
    [Fact]
    public void A_ship_docks_within_600_slower_than_10_with_shields_down()
    {
        var bridge = new Bridge();
        uint station = bridge.Base.Id;
        Assert.Equal(RefusalReason.OutOfRange, bridge.Order(OrderKind.HelmDock, station));
        bridge.Ship.Motion.PosZ = bridge.Base.Z + 601;
        Assert.Equal(RefusalReason.OutOfRange, bridge.Order(OrderKind.HelmDock, station));
        bridge.Ship.Motion.PosZ = bridge.Base.Z + 599;
        bridge.Ship.Motion.Velocity = 10;
        Assert.Equal(RefusalReason.TooFast, bridge.Order(OrderKind.HelmDock, station));
        bridge.Ship.Motion.Velocity = 9.9;
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        Assert.Equal(RefusalReason.ShieldsUp, bridge.Order(OrderKind.HelmDock, station));
        bridge.Do(OrderKind.WeaponsSetShields, on: false);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.HelmDock, 12345));
        bridge.Do(OrderKind.HelmDock, station);
        Assert.Equal(station, bridge.Ship.DockedAt);
        Assert.Contains(bridge.Events(GameEventKind.Docking), e => e.Flag && e.ObjectId == station);
    }

    [Fact]
    public void A_docked_ship_lies_still_and_may_not_warp_shoot_or_raise_shields()
    {
        var bridge = Docked();
        Assert.Equal(RefusalReason.Docked, bridge.Order(OrderKind.HelmSetWarp, number: 1));
        Assert.Equal(RefusalReason.Docked, bridge.Order(OrderKind.WeaponsSetShields, on: true));
        uint enemy = bridge.AddNpc(NpcKind.Light, 0, bridge.Base.Z + 900);
        Assert.Equal(RefusalReason.Docked, bridge.Order(OrderKind.WeaponsFireBeams, enemy));
        bridge.Do(OrderKind.HelmSetImpulse, value: 1);
        bridge.Run(3);
        Assert.Equal(0, bridge.Ship.Motion.Velocity);
        bridge.Do(OrderKind.HelmUndock);
        bridge.Run(3);
        Assert.True(bridge.Ship.Motion.Velocity > 20);
        Assert.Equal(RefusalReason.NotDocked, bridge.Order(OrderKind.HelmUndock));
        Assert.Contains(bridge.Events(GameEventKind.Docking), e => !e.Flag);
    }

    [Fact]
    public void The_computer_at_weapons_lowers_the_shields_for_a_helmsman_who_docks()
    {
        var bridge = new Bridge();
        bridge.Ship.Manned = ConsoleSet.Helm;
        bridge.Ship.Assisted = ConsoleSet.Weapons;
        bridge.Ship.Motion.PosZ = bridge.Base.Z + 300;
        bridge.Ship.ShieldsUp = true;
        bridge.Do(OrderKind.HelmDock, bridge.Base.Id);
        Assert.False(bridge.Ship.ShieldsUp);
        Assert.Equal(bridge.Base.Id, bridge.Ship.DockedAt);
        bridge.AddNpc(NpcKind.Light, 0, bridge.Base.Z + 1500);
        bridge.Run(2);
        Assert.False(bridge.Ship.ShieldsUp);
    }

    [Fact]
    public void The_computer_at_the_helm_says_what_keeps_it_from_docking()
    {
        var bridge = new Bridge();
        bridge.Ship.Manned = ConsoleSet.Weapons;
        bridge.Ship.Assisted = ConsoleSet.Helm;
        bridge.Ship.Motion.PosZ = bridge.Base.Z + 400;
        bridge.Ship.Energy = 100;
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        bridge.Run(25);
        Assert.Single(bridge.Heard, e => e.Text.StartsWith("Ready to dock", StringComparison.Ordinal));
        Assert.Equal(0u, bridge.Ship.DockedAt);
        bridge.Do(OrderKind.WeaponsSetShields, on: false);
        bridge.Run(2);
        Assert.Equal(bridge.Base.Id, bridge.Ship.DockedAt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    [InlineData(11)]
    public void A_docked_ship_fills_up_at_every_difficulty(int difficulty)
    {
        var bridge = new Bridge(difficulty: difficulty);
        bridge.Ship.Motion.PosZ = bridge.Base.Z + 300;
        bridge.Do(OrderKind.HelmDock, bridge.Base.Id);
        bridge.Ship.Energy = 100;
        bridge.Run(100);
        Assert.True(bridge.Ship.Energy > 950);
    }

    [Fact]
    public void Docking_gives_10_energy_a_second_up_to_1000()
    {
        var bridge = Docked();
        bridge.Ship.Energy = 500;
        double balance = bridge.Ship.EnergyBalance;
        bridge.Run(10);
        Assert.Equal(500 + (10 + balance) * 10, bridge.Ship.Energy, 0.1);
        bridge.Run(60);
        Assert.InRange(bridge.Ship.Energy, 999, 1000);
    }

    [Fact]
    public void Docking_fills_stores_one_by_one_from_the_base()
    {
        var bridge = Docked();
        bridge.Ship.Stores[(int)Ordnance.Homing] = 6;
        bridge.Ship.Stores[(int)Ordnance.Nuke] = 0;
        bridge.Run(2.9);
        Assert.Equal(6, bridge.Ship.Stores[(int)Ordnance.Homing]);
        bridge.Run(0.2);
        Assert.Equal(7, bridge.Ship.Stores[(int)Ordnance.Homing]);
        Assert.Equal(15, bridge.Base.Stores[(int)Ordnance.Homing]);
        bridge.Run(30);
        Assert.Equal(8, bridge.Ship.Stores[(int)Ordnance.Homing]);
        // The base had but one nuke.
        Assert.Equal(1, bridge.Ship.Stores[(int)Ordnance.Nuke]);
        Assert.Equal(0, bridge.Base.Stores[(int)Ordnance.Nuke]);
    }

    [Fact]
    public void Docked_shields_recharge_four_times_as_fast_and_systems_are_repaired()
    {
        var bridge = Docked();
        bridge.Ship.ShieldsFore = 10;
        bridge.Ship.Systems[0].Health = bridge.Ship.Systems[6].Health = 0.5;
        bridge.Ship.Systems[6].Health = 1;
        bridge.Run(10);
        Assert.Equal(10 + 12, bridge.Ship.ShieldsFore, 1e-6);
        Assert.True(bridge.Ship.Systems[0].Health >= 0.6);
    }

    [Fact]
    public void A_base_builds_a_homing_torpedo_in_three_minutes()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.CommsHail, bridge.Base.Id, number: (int)Hail.Build, other: (int)Ordnance.Homing);
        Assert.Equal(180, bridge.RunUntil(() => bridge.Base.Stores[0] == 17), 0.1);
        Assert.False(bridge.Base.IsBuilding);
        Assert.Contains(bridge.Events(GameEventKind.CommsMessage), e => e.Text.Contains("homing torpedo ready", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(Ordnance.Nuke, 10)]
    [InlineData(Ordnance.Mine, 4)]
    [InlineData(Ordnance.Emp, 4)]
    [InlineData(Ordnance.PShock, 6)]
    public void Other_ordnance_takes_its_minutes(Ordnance ordnance, double minutes) =>
        Assert.Equal(minutes * 60, Balance.Default.Bases.BuildSeconds.Of(ordnance));

    [Fact]
    public void Ships_are_cast_off_when_their_base_is_destroyed()
    {
        var bridge = Docked();
        Damage.HitBase(bridge.World, ref bridge.Base, 2000, 0);
        bridge.Run(0.1);
        Assert.Equal(0u, bridge.Ship.DockedAt);
        Assert.Equal(1, bridge.Game.BasesLost);
        bridge.Run(1);
        Assert.Equal(GameOutcome.Defeat, bridge.Game.Outcome);
    }

    private static Bridge Docked()
    {
        var bridge = new Bridge();
        bridge.Ship.Motion.PosZ = bridge.Base.Z + 400;
        bridge.Do(OrderKind.HelmDock, bridge.Base.Id);
        bridge.Run(0.05);
        return bridge;
    }
}
