using Xunit;

namespace Artemis.Simulation.Tests;

public class EngineeringTests
{
    private const int Beams = (int)ShipSystem.Beams;

    [Fact]
    public void Power_moves_30_percent_a_second_towards_what_was_ordered()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.EngineeringSetPower, number: Beams, other: 160);
        bridge.Run(1);
        Assert.Equal(1.3, bridge.Ship.Systems[Beams].Power, 1e-9);
        bridge.Run(2);
        Assert.Equal(1.6, bridge.Ship.Systems[Beams].Power);
    }

    [Fact]
    public void Coolant_moves_1_2_a_second_and_there_are_never_more_than_8()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.EngineeringSetCoolant, number: 0, other: 8);
        bridge.Run(1);
        Assert.Equal(1.2, bridge.Ship.Systems[0].Coolant, 1e-9);
        bridge.Run(9);
        Assert.Equal(8, bridge.Ship.Systems[0].Coolant);
        var all = new Order { Kind = OrderKind.EngineeringSetAll };
        for (int i = 0; i < 8; i++)
        {
            all.Percent[i] = 100;
            all.Coolant[i] = 1;
        }
        Assert.True(bridge.Game.TryApply(0, ConsoleSet.Engineering, in all, out _));
        for (int tick = 0; tick < 200; tick++)
        {
            bridge.Run(0.05);
            double sum = 0;
            foreach (var system in bridge.Ship.Systems) sum += system.Coolant;
            Assert.True(sum <= 8 + 1e-9);
        }
        Assert.Equal(1, bridge.Ship.Systems[7].Coolant, 1e-9);
    }

    [Fact]
    public void More_coolant_than_the_ship_has_is_refused()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.EngineeringSetCoolant, number: 0, other: 5);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.EngineeringSetCoolant, number: 1, other: 4));
        bridge.Do(OrderKind.EngineeringSetCoolant, number: 1, other: 3);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.EngineeringSetPower, number: 8, other: 100));
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.EngineeringSetPower, number: 0, other: 301));
    }

    [Theory]
    [InlineData(100, 0)]
    [InlineData(200, 0)]
    [InlineData(300, 8)]
    [InlineData(150, 3)]
    public void Heat_follows_the_power_law(int percent, int coolant)
    {
        var bridge = new Bridge();
        ref var system = ref bridge.Ship.Systems[Beams];
        system.OrderedPercent = percent;
        system.Power = percent / 100.0;
        system.OrderedCoolant = coolant;
        system.Coolant = coolant;
        system.Heat = 0.3;
        bridge.Run(1);
        double rate = 0.05 * (Math.Pow(1.7, percent / 100.0 - 1) - 1.01 - 0.1 * coolant);
        Assert.Equal(0.3 + rate, bridge.Ship.Systems[Beams].Heat, 1e-9);
    }

    [Fact]
    public void A_system_at_heat_1_takes_damage_and_the_crew_is_told()
    {
        var bridge = new Bridge();
        bridge.Ship.Systems[Beams].Heat = 1;
        bridge.Do(OrderKind.EngineeringSetPower, number: Beams, other: 300);
        bridge.Ship.Systems[Beams].Power = 3;
        bridge.Ship.Teams[0].System = ShipSystem.Warp;
        for (int t = 0; t < 3; t++) bridge.Do(OrderKind.EngineeringSendTeam, number: t, other: (int)ShipSystem.Warp);
        bridge.Run(5);
        Assert.Equal(1 - 5 * 0.02, bridge.Ship.Systems[Beams].Health, 1e-9);
        Assert.Contains(bridge.Events(GameEventKind.SystemDamaged), e => e.Flag && e.Code == Beams);
    }

    [Theory]
    [InlineData(1, 0.6)]
    [InlineData(3, 1.3)]
    [InlineData(11, 5.9)]
    public void Energy_is_the_reactors_less_what_systems_draw_at_the_difficulty(int difficulty, double drain)
    {
        var bridge = new Bridge(difficulty: difficulty);
        bridge.Run(1);
        double expected = 20 * 0.08 - 26 * 0.08 * drain;
        Assert.Equal(expected, bridge.Ship.EnergyBalance, 1e-9);
        double before = bridge.Ship.Energy = 500;
        bridge.Run(10);
        Assert.Equal(before + expected * 10, bridge.Ship.Energy, 1e-6);
    }

    [Fact]
    public void Shields_that_are_up_cost_one_and_a_half_a_second()
    {
        var bridge = new Bridge();
        double down = bridge.Ship.EnergyBalance;
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        bridge.Run(0.05);
        Assert.Equal(down - 1.5, bridge.Ship.EnergyBalance, 1e-9);
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(4, true)]
    public void Warp_costs_by_the_power_of_its_factor_and_more_with_shields(int factor, bool shields)
    {
        var bridge = new Bridge();
        double idle = bridge.Ship.EnergyBalance;
        if (shields) bridge.Do(OrderKind.WeaponsSetShields, on: true);
        bridge.Do(OrderKind.HelmSetWarp, number: factor);
        bridge.Run(factor * 4 + 1);
        double cost = 1.7 * Math.Pow(factor, 1.3) * (shields ? 1.7 : 1) + (shields ? 1.5 : 0);
        Assert.Equal(idle - cost, bridge.Ship.EnergyBalance, 1e-9);
    }

    [Fact]
    public void Without_energy_shields_and_warp_fail_and_systems_share_what_the_reactor_gives()
    {
        var bridge = new Bridge(difficulty: 5);
        bridge.Do(OrderKind.WeaponsSetShields, on: true);
        bridge.Do(OrderKind.HelmSetWarp, number: 1);
        bridge.Ship.Energy = 0.01;
        bridge.Run(0.1);
        Assert.Equal(0, bridge.Ship.Energy);
        Assert.False(bridge.Ship.ShieldsUp);
        Assert.Equal(0, bridge.Ship.Helm.WarpFactor);
        Assert.Equal(20 / (26 * 2.1), bridge.Ship.Supply, 1e-9);
        Assert.Equal(RefusalReason.NoPower, bridge.Order(OrderKind.HelmSetWarp, number: 1));
        Assert.Equal(RefusalReason.NoPower, bridge.Order(OrderKind.WeaponsSetShields, on: true));
    }

    [Fact]
    public void A_team_repairs_seven_thousandths_a_second_once_it_is_there()
    {
        var bridge = new Bridge();
        for (int t = 0; t < 3; t++) bridge.Do(OrderKind.EngineeringSendTeam, number: t, other: (int)ShipSystem.Sensors);
        bridge.Run(5);
        bridge.Ship.Systems[(int)ShipSystem.Warp].Health = 0.5;
        bridge.Do(OrderKind.EngineeringSendTeam, number: 0, other: (int)ShipSystem.Warp);
        bridge.Run(5);
        Assert.InRange(bridge.Ship.Teams[0].Progress, 0.99, 1.0);
        double begun = bridge.Ship.Systems[(int)ShipSystem.Warp].Health;
        bridge.Run(10);
        Assert.Equal(begun + 0.07, bridge.Ship.Systems[(int)ShipSystem.Warp].Health, 0.001);
    }

    [Fact]
    public void Autonomous_teams_go_to_what_is_damaged_and_rest_when_all_is_well()
    {
        var bridge = new Bridge();
        Assert.True(bridge.Ship.Teams[0].Idle);
        bridge.Ship.Systems[(int)ShipSystem.AftShields].Health = 0.9;
        bridge.Run(6);
        Assert.Equal(ShipSystem.AftShields, bridge.Ship.Teams[0].System);
        bridge.RunUntil(() => bridge.Ship.Systems[(int)ShipSystem.AftShields].Health >= 1);
        bridge.Run(0.1);
        Assert.True(bridge.Ship.Teams[0].Idle);
    }

    [Fact]
    public void A_team_that_was_sent_stays_until_it_is_let_choose_again()
    {
        var bridge = new Bridge();
        for (int t = 0; t < 3; t++) bridge.Do(OrderKind.EngineeringSendTeam, number: t, other: (int)ShipSystem.Warp);
        bridge.Ship.Systems[(int)ShipSystem.AftShields].Health = 0.9;
        bridge.Run(6);
        Assert.Equal(0.9, bridge.Ship.Systems[(int)ShipSystem.AftShields].Health, 1e-9);
        bridge.Do(OrderKind.EngineeringSetAutonomous, number: 2, on: true);
        bridge.Run(6);
        Assert.Equal(ShipSystem.AftShields, bridge.Ship.Teams[2].System);
        Assert.Equal(ShipSystem.Warp, bridge.Ship.Teams[0].System);
        Assert.Equal(RefusalReason.BadValue, bridge.Order(OrderKind.EngineeringSetAutonomous, number: 3, on: true));
    }

    [Fact]
    public void What_a_system_achieves_is_power_times_health()
    {
        var bridge = new Bridge();
        bridge.Ship.Systems[(int)ShipSystem.Impulse].Health = 0.5;
        for (int t = 0; t < 3; t++) bridge.Do(OrderKind.EngineeringSendTeam, number: t, other: 0);
        bridge.Do(OrderKind.EngineeringSetPower, number: (int)ShipSystem.Impulse, other: 150);
        bridge.Do(OrderKind.HelmSetImpulse, value: 1);
        bridge.Run(20);
        Assert.Equal(60 * 1.5 * 0.5, bridge.Ship.Motion.Velocity, 1e-6);
    }
}
