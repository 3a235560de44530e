using Xunit;

namespace Artemis.Simulation.Tests;

public class BeamTests
{
    [Theory]
    [InlineData(ShipClass.LightCruiser, 2, 12)]
    [InlineData(ShipClass.Scout, 2, 12)]
    [InlineData(ShipClass.MissileCruiser, 1, 8)]
    [InlineData(ShipClass.Dreadnought, 1, 20)]
    [InlineData(ShipClass.Battleship, 2, 12)]
    public void Automatic_beams_fire_at_the_target_every_six_seconds(ShipClass shipClass, int bearing, double damage)
    {
        var bridge = new Bridge(shipClass);
        uint id = bridge.AddNpc(NpcKind.Light, 0, 900, shields: 500);
        Detune(bridge, id);
        bridge.Do(OrderKind.WeaponsSetTarget, id);
        bridge.Run(5.9);
        Assert.Equal(bearing, bridge.Events(GameEventKind.Beam).Count());
        bridge.Run(0.2);
        Assert.Equal(bearing * 2, bridge.Events(GameEventKind.Beam).Count());
        Assert.All(bridge.Events(GameEventKind.Beam), e => Assert.Equal(damage, e.Amount));
        Assert.Equal(500 - damage * bearing * 2, bridge.Npc(id).ShieldsAft, 2.0);
    }

    [Theory]
    [InlineData(ShipClass.LightCruiser, 990, true)]
    [InlineData(ShipClass.LightCruiser, 1010, false)]
    [InlineData(ShipClass.Dreadnought, 1990, true)]
    [InlineData(ShipClass.Dreadnought, 2010, false)]
    public void Beams_reach_as_far_as_their_class_says(ShipClass shipClass, double distance, bool reaches)
    {
        var bridge = new Bridge(shipClass);
        uint id = bridge.AddNpc(NpcKind.Light, 0, distance, shields: 500);
        Assert.Equal(reaches ? null : RefusalReason.OutOfRange, bridge.Order(OrderKind.WeaponsFireBeams, id));
    }

    [Theory]
    [InlineData(70, true)]
    [InlineData(-70, true)]
    [InlineData(75, false)]
    [InlineData(180, false)]
    public void A_beam_bears_in_its_arc_of_145_degrees(double degrees, bool bears)
    {
        var bridge = new Bridge(ShipClass.Dreadnought);
        double angle = degrees * Math.PI / 180;
        uint id = bridge.AddNpc(NpcKind.Light, 800 * Math.Sin(angle), 800 * Math.Cos(angle), shields: 500);
        Assert.Equal(bears ? null : RefusalReason.OutOfRange, bridge.Order(OrderKind.WeaponsFireBeams, id));
    }

    [Fact]
    public void Manual_beams_wait_for_the_order_and_cost_two_energy_each()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 500, shields: 500);
        bridge.Do(OrderKind.WeaponsSetAutoBeams, on: false);
        bridge.Do(OrderKind.WeaponsSetTarget, id);
        bridge.Run(10);
        Assert.Empty(bridge.Events(GameEventKind.Beam));
        double energy = bridge.Ship.Energy;
        bridge.Do(OrderKind.WeaponsFireBeams, id);
        Assert.Equal(energy - 4, bridge.Ship.Energy, 1e-9);
        Assert.Equal(RefusalReason.NotReady, bridge.Order(OrderKind.WeaponsFireBeams, id));
    }

    [Theory]
    [InlineData(1.5)]
    [InlineData(0.5)]
    public void A_shields_weak_frequency_lets_half_as_much_more_through_and_its_strong_one_half(double factor)
    {
        var bridge = new Bridge(ShipClass.MissileCruiser);
        uint id = bridge.AddNpc(NpcKind.Light, 0, 500, shields: 500);
        ref var npc = ref bridge.Npc(id);
        npc.WeakFrequency = factor > 1 ? BeamFrequency.A : BeamFrequency.B;
        npc.StrongFrequency = factor > 1 ? BeamFrequency.B : BeamFrequency.A;
        bridge.Do(OrderKind.WeaponsFireBeams, id);
        Assert.Equal(500 - 8 * factor, bridge.Npc(id).ShieldsAft, 1e-9);
    }

    [Fact]
    public void Without_shields_the_frequency_is_all_one()
    {
        var bridge = new Bridge(ShipClass.MissileCruiser);
        uint id = bridge.AddNpc(NpcKind.Light, 0, 500, shields: 0);
        bridge.Npc(id).StrongFrequency = BeamFrequency.A;
        bridge.Do(OrderKind.WeaponsFireBeams, id);
        Assert.Equal(70 - 8, bridge.Npc(id).Hull, 1e-9);
    }

    [Fact]
    public void Tuning_takes_25_seconds_during_which_beams_are_silent()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 500, shields: 500);
        bridge.Do(OrderKind.WeaponsSetFrequency, number: (int)BeamFrequency.D);
        Assert.Equal(RefusalReason.NotReady, bridge.Order(OrderKind.WeaponsFireBeams, id));
        bridge.Run(24.9);
        Assert.Equal(BeamFrequency.A, bridge.Ship.Frequency);
        bridge.Run(0.15);
        Assert.Equal(BeamFrequency.D, bridge.Ship.Frequency);
        bridge.Do(OrderKind.WeaponsFireBeams, id);
        Assert.Equal((byte)BeamFrequency.D, bridge.Events(GameEventKind.Beam).First().Code);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsSetFrequency, number: 5));
    }

    [Fact]
    public void Friends_cannot_be_aimed_at()
    {
        var bridge = new Bridge(ships: 2);
        uint friend = bridge.AddNpc(NpcKind.Escort, 0, 500, Faction.Friendly);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsSetTarget, friend));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsSetTarget, bridge.Base.Id));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsSetTarget, bridge.World.Ships[1].Id));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.WeaponsSetTarget, 999_999));
        bridge.Do(OrderKind.WeaponsSetTarget, 0);
    }

    [Fact]
    public void Beams_without_power_are_refused()
    {
        var bridge = new Bridge();
        uint id = bridge.AddNpc(NpcKind.Light, 0, 500);
        bridge.Ship.Systems[(int)ShipSystem.Beams].Health = 0;
        Assert.Equal(RefusalReason.NoPower, bridge.Order(OrderKind.WeaponsFireBeams, id));
    }

    // Neither weak nor strong against frequency A.
    private static void Detune(Bridge bridge, uint id)
    {
        bridge.Npc(id).WeakFrequency = BeamFrequency.B;
        bridge.Npc(id).StrongFrequency = BeamFrequency.C;
    }
}
