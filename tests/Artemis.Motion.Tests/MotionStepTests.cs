using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Artemis.Motion.Tests;

public class MotionStepTests
{
    private static readonly MotionLimits World = new(100_000, 8_000);

    private static MotionInput Cruiser() => new()
    {
        TopSpeed = 60,
        TopTurnRate = 10 * ExactMath.Pi / 180,
        WarpEffect = 1,
        WarpCeiling = 4,
    };

    private static void Run(ref MotionState ship, in MotionInput input, double seconds)
    {
        for (int tick = 0; tick < seconds * 20; tick++) MotionStep.Advance(ref ship, in input, in World);
    }

    [Fact]
    public void A_ship_at_full_impulse_gathers_way_to_its_top_speed_in_five_seconds()
    {
        var ship = default(MotionState);
        var input = Cruiser() with { Impulse = 1 };
        Run(ref ship, in input, 2.5);
        Assert.Equal(30.0, ship.Velocity, 1e-6);
        Run(ref ship, in input, 2.5);
        Assert.Equal(60.0, ship.Velocity, 1e-9);
        Run(ref ship, in input, 10);
        Assert.Equal(60.0, ship.Velocity);
        Assert.Equal(0.0, ship.PosX);
        Assert.InRange(ship.PosZ, 740.0, 760.0);
    }

    [Fact]
    public void A_ship_whose_lever_is_drawn_back_comes_to_rest_without_backing()
    {
        var ship = new MotionState { Velocity = 60 };
        var input = Cruiser();
        for (int tick = 0; tick < 200; tick++)
        {
            MotionStep.Advance(ref ship, in input, in World);
            Assert.True(ship.Velocity >= 0.0);
        }
        Assert.Equal(0.0, ship.Velocity);
    }

    [Fact]
    public void A_ship_in_reverse_backs_at_the_speed_of_its_lever()
    {
        var ship = default(MotionState);
        Run(ref ship, Cruiser() with { Impulse = 0.5, Reverse = true }, 10);
        Assert.Equal(-30.0, ship.Velocity);
        Assert.True(ship.PosZ < 0.0);
    }

    [Fact]
    public void Headings_run_clockwise_from_north()
    {
        var ship = new MotionState { Heading = ExactMath.Pi / 2 };
        Run(ref ship, Cruiser() with { Impulse = 1 }, 10);
        Assert.True(ship.PosX > 400.0);
        Assert.Equal(0.0, ship.PosZ, 1e-9);
    }

    [Fact]
    public void A_hard_rudder_turns_the_ship_at_its_top_rate()
    {
        var ship = default(MotionState);
        var input = Cruiser() with { Rudder = 1 };
        Run(ref ship, in input, 3);
        Assert.Equal(input.TopTurnRate, ship.TurnRate);
        double before = ship.Heading;
        Run(ref ship, in input, 1);
        Assert.Equal(10 * ExactMath.Pi / 180, ship.Heading - before, 1e-9);
    }

    [Fact]
    public void A_ship_turns_gradually()
    {
        var ship = default(MotionState);
        var input = Cruiser() with { Rudder = -1 };
        MotionStep.Advance(ref ship, in input, in World);
        Assert.Equal(-input.TopTurnRate * 0.04, ship.TurnRate, 1e-12);
    }

    [Fact]
    public void A_course_is_reached_by_the_shorter_way_and_held_without_overshoot() =>
        Prop.ForAll(Angle(), Angle(), (heading, course) =>
        {
            var ship = new MotionState { Heading = heading };
            var input = Cruiser() with { Steering = SteeringMode.Course, Course = course };
            double way = ExactMath.WrapHalf(course - heading);
            for (int tick = 0; tick < 20 * 25; tick++)
            {
                MotionStep.Advance(ref ship, in input, in World);
                double left = ExactMath.WrapHalf(course - ship.Heading);
                if (left * way < -1e-9 || Math.Abs(left) > Math.Abs(way) + 1e-9) return false;
            }
            return Math.Abs(ExactMath.WrapHalf(course - ship.Heading)) < 1e-12 && ship.TurnRate == 0.0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void A_course_is_held_whatever_the_ship_was_doing_before() =>
        Prop.ForAll(Angle(), Angle(), Gen.Choose(-100, 100).ToArbitrary(), (heading, course, percent) =>
        {
            var input = Cruiser() with { Steering = SteeringMode.Course, Course = course };
            var ship = new MotionState { Heading = heading, TurnRate = input.TopTurnRate * percent / 100 };
            Run(ref ship, in input, 40);
            return Math.Abs(ExactMath.WrapHalf(course - ship.Heading)) < 1e-12 && ship.TurnRate == 0.0;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void Warp_spins_up_four_seconds_a_factor_to_600_units_per_second_each(int factor)
    {
        var ship = new MotionState { PosZ = -90_000 };
        var input = Cruiser() with { WarpFactor = factor };
        Run(ref ship, in input, factor * 4 - 0.05);
        Assert.True(ship.Warp < factor);
        MotionStep.Advance(ref ship, in input, in World);
        Assert.Equal(factor, ship.Warp);
        MotionStep.Advance(ref ship, in input, in World);
        Assert.Equal(600.0 * factor, ship.Velocity, 1e-6);
    }

    [Fact]
    public void Warp_stays_under_the_ceiling_of_the_place()
    {
        var ship = default(MotionState);
        Run(ref ship, Cruiser() with { WarpFactor = 4, WarpCeiling = 1 }, 20);
        Assert.Equal(1.0, ship.Warp);
    }

    [Fact]
    public void Warp_does_not_engage_in_reverse()
    {
        var ship = default(MotionState);
        Run(ref ship, Cruiser() with { WarpFactor = 2, Reverse = true }, 5);
        Assert.Equal(0.0, ship.Warp);
        Assert.Equal(0.0, ship.Velocity);
    }

    [Fact]
    public void A_dead_warp_drive_gives_no_speed()
    {
        var ship = default(MotionState);
        Run(ref ship, Cruiser() with { WarpFactor = 2, WarpEffect = 0 }, 10);
        Assert.Equal(0.0, ship.Velocity);
    }

    [Fact]
    public void A_docked_ship_stays_where_it_is()
    {
        var ship = new MotionState { PosX = 10, PosY = 20, PosZ = 30, Heading = 1, Velocity = 9, TurnRate = 0.1, Warp = 1 };
        Run(ref ship, Cruiser() with { Docked = true, Impulse = 1, Rudder = 1, DriftX = 50 }, 5);
        Assert.Equal(new MotionState { PosX = 10, PosY = 20, PosZ = 30, Heading = 1 }, ship);
    }

    [Fact]
    public void Climb_follows_the_slope_and_levels_out()
    {
        var ship = default(MotionState);
        Run(ref ship, Cruiser() with { Impulse = 1, Climb = 1 }, 20);
        Assert.Equal(18.0, ship.ClimbVelocity, 1e-9);
        Assert.True(ship.PosY > 200.0);
        Run(ref ship, Cruiser() with { Impulse = 1 }, 20);
        Assert.Equal(0.0, ship.ClimbVelocity);
    }

    [Fact]
    public void Drift_carries_a_ship_that_lies_still()
    {
        var ship = default(MotionState);
        Run(ref ship, Cruiser() with { DriftX = -20, DriftZ = 40 }, 1);
        Assert.Equal(-20.0, ship.PosX, 1e-9);
        Assert.Equal(40.0, ship.PosZ, 1e-9);
    }

    [Fact]
    public void Nothing_leaves_the_world()
    {
        var ship = new MotionState { PosX = 99_000, PosY = 99_990, PosZ = -99_000, Heading = 2.3 };
        Run(ref ship, Cruiser() with { WarpFactor = 4, Climb = 1 }, 120);
        Assert.Equal(100_000.0, ship.PosX);
        Assert.Equal(100_000.0, ship.PosY);
        Assert.Equal(-100_000.0, ship.PosZ);
    }

    private static Arbitrary<double> Angle() =>
        Gen.Choose(0, int.MaxValue).Select(n => ExactMath.TwoPi * n / ((double)int.MaxValue + 1)).ToArbitrary();
}
