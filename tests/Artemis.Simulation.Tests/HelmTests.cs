using Xunit;

namespace Artemis.Simulation.Tests;

public class HelmTests
{
    [Theory]
    [InlineData(ShipClass.LightCruiser, 60, 10)]
    [InlineData(ShipClass.Scout, 80, 15)]
    [InlineData(ShipClass.Battleship, 50, 7)]
    [InlineData(ShipClass.MissileCruiser, 60, 10)]
    [InlineData(ShipClass.Dreadnought, 50, 7.5)]
    public void Each_class_reaches_its_top_speed_and_turning_rate(ShipClass shipClass, double speed, double degrees)
    {
        var bridge = new Bridge(shipClass);
        bridge.Do(OrderKind.HelmSetImpulse, value: 1);
        bridge.Do(OrderKind.HelmSetRudder, value: 1);
        bridge.Run(10);
        Assert.Equal(speed, bridge.Ship.Motion.Velocity, 1e-9);
        Assert.Equal(degrees, bridge.Ship.Motion.TurnRate * 180 / Math.PI, 1e-9);
    }

    [Fact]
    public void A_course_is_steered_and_held()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.HelmSetCourse, value: 4.5);
        bridge.Run(30);
        Assert.Equal(4.5, bridge.Ship.Motion.Heading);
    }

    [Fact]
    public void Astern_a_ship_goes_backwards_on_its_heading()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.HelmSetReverse, on: true);
        bridge.Do(OrderKind.HelmSetImpulse, value: 0.5);
        bridge.Run(10);
        Assert.True(bridge.Ship.Motion.Velocity < 0);
        Assert.True(bridge.Ship.Motion.PosZ < -100);
        bridge.Do(OrderKind.HelmSetReverse, on: false);
        bridge.Run(10);
        Assert.Equal(30, bridge.Ship.Motion.Velocity, 1e-9);
    }

    [Fact]
    public void Warp_makes_600_units_a_second_for_each_factor_after_four_seconds_each()
    {
        var bridge = new Bridge();
        bridge.Do(OrderKind.HelmSetWarp, number: 2);
        bridge.Run(7.9);
        Assert.True(bridge.Ship.Motion.Warp < 2);
        bridge.Run(0.2);
        Assert.Equal(2, bridge.Ship.Motion.Warp);
        Assert.Equal(1200, bridge.Ship.Motion.Velocity, 1e-6);
    }

    [Theory]
    [InlineData(OrderKind.HelmSetImpulse, 1.01)]
    [InlineData(OrderKind.HelmSetImpulse, -0.01)]
    [InlineData(OrderKind.HelmSetImpulse, double.NaN)]
    [InlineData(OrderKind.HelmSetRudder, -1.5)]
    [InlineData(OrderKind.HelmSetCourse, 6.3)]
    [InlineData(OrderKind.HelmSetCourse, double.PositiveInfinity)]
    [InlineData(OrderKind.HelmSetClimb, 2)]
    public void A_value_out_of_range_is_refused_and_changes_nothing(OrderKind kind, double value)
    {
        var bridge = new Bridge();
        ulong before = bridge.Game.Hash();
        Assert.Equal(RefusalReason.BadValue, bridge.Order(kind, value: value));
        Assert.Equal(before, bridge.Game.Hash());
    }

    [Theory]
    [InlineData(5)]
    [InlineData(-1)]
    public void There_is_no_warp_beyond_four(int factor) =>
        Assert.Equal(RefusalReason.BadValue, new Bridge().Order(OrderKind.HelmSetWarp, number: factor));

    [Fact]
    public void Only_the_helm_steers()
    {
        var game = new Bridge().Game;
        var order = new Order { Kind = OrderKind.HelmSetImpulse, Value = 1 };
        Assert.False(game.TryApply(0, ConsoleSet.All & ~ConsoleSet.Helm, in order, out var reason));
        Assert.Equal(RefusalReason.WrongConsole, reason);
        Assert.True(game.TryApply(0, ConsoleSet.Helm, in order, out _));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(0x0100)]
    [InlineData(0x0109)]
    [InlineData(0x0602)]
    [InlineData(0x0701)]
    public void An_order_that_does_not_exist_is_unknown(int kind) =>
        Assert.Equal(RefusalReason.Unknown, new Bridge().Order((OrderKind)kind));

    [Fact]
    public void The_same_setup_and_orders_give_the_same_world_at_every_tick()
    {
        var a = new Bridge(seed: 5, ships: 3);
        var b = new Bridge(seed: 5, ships: 3);
        for (int i = 0; i < 50; i++)
        {
            a.Do(OrderKind.HelmSetCourse, value: i * 0.1);
            b.Do(OrderKind.HelmSetCourse, value: i * 0.1);
            a.Run(0.5);
            b.Run(0.5);
            Assert.Equal(a.Game.Hash(), b.Game.Hash());
        }
    }
}
