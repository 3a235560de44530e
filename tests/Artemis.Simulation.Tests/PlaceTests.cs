using Xunit;

namespace Artemis.Simulation.Tests;

public class PlaceTests
{
    [Fact]
    public void A_nebula_hides_what_is_in_it_beyond_5000_and_holds_ships_to_warp_1()
    {
        var bridge = new Bridge();
        bridge.World.Nebulae.Add(new NebulaState { X = 0, Z = 6000, Radius = 1200 });
        uint id = bridge.AddNpc(NpcKind.Light, 0, 5500);
        bridge.Run(0.5);
        Assert.True(bridge.Npc(id).InNebula);
        Assert.False(bridge.Game.CanSee(0, id));
        Assert.Equal(RefusalReason.OutOfRange, bridge.Order(OrderKind.ScienceScan, id));
        Assert.Equal(RefusalReason.OutOfRange, bridge.Order(OrderKind.WeaponsSetTarget, id));
        bridge.Ship.Motion.PosZ = 600;
        Assert.True(bridge.Game.CanSee(0, id));
        bridge.Ship.Motion.PosZ = 5000;
        bridge.Do(OrderKind.HelmSetWarp, number: 4);
        bridge.Run(0.1);
        Assert.True(bridge.Ship.InNebula);
        Assert.Equal(1, bridge.Ship.Helm.WarpCeiling);
    }

    [Fact]
    public void An_asteroid_does_35_damage_to_what_runs_into_it()
    {
        var bridge = new Bridge();
        bridge.World.Asteroids.Add(new AsteroidState { X = 0, Z = 300, Radius = 100 });
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        bridge.Do(OrderKind.HelmSetImpulse, value: 1);
        bridge.RunUntil(() => bridge.Ship.ShieldsFore < 80);
        Assert.Equal(45, bridge.Ship.ShieldsFore, 0.1);
        Assert.Empty(bridge.Game.Asteroids.ToArray());
        Assert.Single(bridge.Game.Destroyed);
    }

    [Fact]
    public void A_black_hole_pulls_within_6000_and_hurts_within_500()
    {
        var bridge = new Bridge();
        bridge.World.BlackHoles.Add(new BlackHoleState { X = 5900, PullRadius = 6000, HurtRadius = 500 });
        bridge.Run(1);
        Assert.True(bridge.Ship.Helm.DriftX > 0);
        Assert.True(bridge.Ship.Motion.PosX > 0);
        bridge.Ship.Motion.PosX = -200;
        bridge.Run(0.1);
        Assert.Equal(0, bridge.Ship.Helm.DriftX);
        Assert.Equal(0, bridge.Ship.Statistics.DamageTaken);
        bridge.Ship.Motion.PosX = 5500;
        bridge.Run(2);
        Assert.InRange(bridge.Ship.Statistics.DamageTaken, 20, 60);
    }

    [Fact]
    public void An_anomaly_gives_500_energy_once()
    {
        var bridge = new Bridge();
        bridge.World.Anomalies.Add(new AnomalyState { X = 0, Z = 200, Energy = 500 });
        bridge.Do(OrderKind.HelmSetImpulse, value: 1);
        bridge.RunUntil(() => bridge.Game.Anomalies.Length == 0);
        Assert.InRange(bridge.Ship.Energy, 1490, 1500);
    }

    [Fact]
    public void Energy_never_passes_its_limit()
    {
        var bridge = new Bridge();
        bridge.Ship.Energy = 1900;
        bridge.World.Anomalies.Add(new AnomalyState { X = 0, Z = 100, Energy = 500 });
        bridge.Run(0.1);
        Assert.InRange(bridge.Ship.Energy, 1990, 2000);
    }
}
