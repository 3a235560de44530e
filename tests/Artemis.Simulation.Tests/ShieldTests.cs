using Xunit;

namespace Artemis.Simulation.Tests;

public class ShieldTests
{
    [Theory]
    [InlineData(ShipClass.LightCruiser, 80, 80)]
    [InlineData(ShipClass.Scout, 60, 60)]
    [InlineData(ShipClass.Battleship, 250, 150)]
    [InlineData(ShipClass.MissileCruiser, 110, 70)]
    [InlineData(ShipClass.Dreadnought, 200, 200)]
    public void Each_class_has_its_shields(ShipClass shipClass, double fore, double aft)
    {
        var bridge = new Bridge(shipClass);
        Assert.Equal(fore, bridge.Ship.ShieldsFore);
        Assert.Equal(aft, bridge.Ship.ShieldsAft);
    }

    [Fact]
    public void Damage_goes_to_the_facing_half_first()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        Damage.HitShip(bridge.World, ref bridge.Ship, 30, 0, 1000, 0);
        Assert.Equal(50, bridge.Ship.ShieldsFore, 1e-9);
        Damage.HitShip(bridge.World, ref bridge.Ship, 20, 100, -1000, 0);
        Assert.Equal(60, bridge.Ship.ShieldsAft, 1e-9);
        Assert.Equal(8, bridge.Ship.SummedHealth());
        Assert.Equal(50, bridge.Ship.Statistics.DamageTaken);
    }

    [Fact]
    public void What_a_shield_does_not_stop_damages_one_system()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        Damage.HitShip(bridge.World, ref bridge.Ship, 100, 0, 1000, 0);
        Assert.Equal(0, bridge.Ship.ShieldsFore);
        Assert.Equal(8 - 20 * 0.012, bridge.Ship.SummedHealth(), 1e-9);
        int damaged = 0;
        foreach (var system in bridge.Ship.Systems) damaged += system.Health < 1 ? 1 : 0;
        Assert.Equal(1, damaged);
    }

    [Fact]
    public void Shields_that_are_down_stop_nothing()
    {
        var bridge = new Bridge();
        Damage.HitShip(bridge.World, ref bridge.Ship, 10, 0, 1000, 0);
        Assert.Equal(80, bridge.Ship.ShieldsFore);
        Assert.Equal(8 - 0.12, bridge.Ship.SummedHealth(), 1e-9);
    }

    [Fact]
    public void Hits_are_weighted_by_side()
    {
        var bridge = new Bridge();
        for (int i = 0; i < 200; i++)
        {
            Damage.HitShip(bridge.World, ref bridge.Ship, 1, 0, 1000, 0);
            Damage.HitShip(bridge.World, ref bridge.Ship, 0.5, 0, -1000, 0);
        }
        Assert.True(bridge.Ship.Alive);
        Assert.True(bridge.Ship.Systems[(int)ShipSystem.ForeShields].Health < bridge.Ship.Systems[(int)ShipSystem.AftShields].Health);
        Assert.True(bridge.Ship.Systems[(int)ShipSystem.Beams].Health < bridge.Ship.Systems[(int)ShipSystem.Impulse].Health);
    }

    [Fact]
    public void Shields_recharge_three_tenths_a_second()
    {
        var bridge = new Bridge();
        bridge.Ship.ShieldsFore = 10;
        bridge.Ship.ShieldsAft = 79.5;
        bridge.Run(10);
        Assert.Equal(13, bridge.Ship.ShieldsFore, 1e-9);
        Assert.Equal(80, bridge.Ship.ShieldsAft);
    }

    [Fact]
    public void A_ship_dies_when_its_systems_summed_health_is_under_30_percent()
    {
        var bridge = new Bridge(ships: 2);
        foreach (ref var system in bridge.Ship.Systems) system.Health = 0.31;
        Damage.HitShip(bridge.World, ref bridge.Ship, 5, 0, 1000, 77);
        Assert.True(bridge.Ship.Alive);
        bridge.Prepare();
        Damage.HitShip(bridge.World, ref bridge.Ship, 5, 0, 1000, 77);
        Assert.False(bridge.Ship.Alive);
        Assert.Equal(RefusalReason.ShipLost, bridge.Order(OrderKind.HelmSetImpulse, value: 1));
        var lost = Assert.Single(bridge.Events(GameEventKind.ShipLost));
        Assert.Equal((bridge.Ship.Id, 77u, (byte)3), (lost.ObjectId, lost.SourceId, lost.Ships));
        bridge.Run(2);
        Assert.Equal(GameOutcome.None, bridge.Game.Outcome);
    }

    [Fact]
    public void The_game_is_lost_when_all_ships_are()
    {
        var bridge = new Bridge();
        foreach (ref var system in bridge.Ship.Systems) system.Health = 0.3;
        Damage.HitShip(bridge.World, ref bridge.Ship, 5, 0, 1000, 0);
        bridge.Run(1.1);
        Assert.Equal(GameOutcome.Defeat, bridge.Game.Outcome);
        Assert.Equal(RefusalReason.NotRunning, bridge.Order(OrderKind.HelmSetImpulse, value: 1));
        Assert.Single(bridge.Events(GameEventKind.Defeat));
    }
}
