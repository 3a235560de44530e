namespace Artemis.Motion;

/// <summary>
/// How a ship moves in one tick. A pure function: server and predicting client run it on the same numbers and get the same
/// bits. Ships have inertia: they gather way, turn and climb gradually, and need as long to stop.
/// </summary>
public static class MotionStep
{
    /// <summary>Length of a tick, in seconds.</summary>
    public const double TickSeconds = 0.05;

    /// <summary>Speed of each warp factor, in units per second.</summary>
    public const double WarpSpeed = 600.0;

    /// <summary>Warp factors gained per second: four seconds a factor.</summary>
    public const double WarpSpinUp = 0.25;

    /// <summary>Warp factors lost per second.</summary>
    public const double WarpSpinDown = 1.0;

    /// <summary>Highest change of speed while warp is in play, in units per second squared.</summary>
    public const double WarpAcceleration = 900.0;

    /// <summary>Share of top speed gained per second under impulse.</summary>
    public const double Acceleration = 0.2;

    /// <summary>Share of top speed lost per second under impulse.</summary>
    public const double Braking = 0.3;

    /// <summary>Share of the top turning speed gained or lost per second.</summary>
    public const double TurnAcceleration = 0.8;

    /// <summary>Vertical speed at full climb, as a share of the speed ahead.</summary>
    public const double ClimbSlope = 0.3;

    /// <summary>Thrusters lift a ship as if it made at least this share of its top speed.</summary>
    public const double ClimbThrust = 0.5;

    /// <summary>Share of the top vertical speed gained or lost per second.</summary>
    public const double ClimbAcceleration = 0.5;

    // A ship whose engines are dead still comes to rest, as if it had these top speeds.
    private const double LeastSpeed = 10.0;
    private const double LeastTurnRate = 0.02;

    // Sums of a tick's share miss their goal by a rounding; this much past a step still counts as there.
    private const double Slack = 1.000000001;

    /// <summary>Moves a ship on by one tick.</summary>
    /// <param name="state">The ship; changed in place.</param>
    /// <param name="input">Orders and abilities. Numbers must be finite and in their ranges.</param>
    /// <param name="limits">The world's edges.</param>
    public static void Advance(ref MotionState state, in MotionInput input, in MotionLimits limits)
    {
        if (input.Docked)
        {
            state.Velocity = 0.0;
            state.TurnRate = 0.0;
            state.ClimbVelocity = 0.0;
            state.Warp = 0.0;
            return;
        }
        Turn(ref state, in input);
        SpinWarp(ref state, in input);
        Accelerate(ref state, in input, in limits);
        Climb(ref state, in input, in limits);
        Move(ref state, in input, in limits);
    }

    private static void Turn(ref MotionState state, in MotionInput input)
    {
        double top = input.TopTurnRate;
        double change = (top > LeastTurnRate ? top : LeastTurnRate) * TurnAcceleration * TickSeconds;
        double wanted;
        if (input.Steering == SteeringMode.Course)
        {
            double way = ExactMath.WrapHalf(input.Course - state.Heading);
            double left = way < 0.0 ? -way : way;
            double speed = state.TurnRate < 0.0 ? -state.TurnRate : state.TurnRate;
            double lastStep = change * TickSeconds;
            if (left <= lastStep && speed <= change * Slack && top > 0.0)
            {
                state.Heading = ExactMath.WrapCircle(input.Course);
                state.TurnRate = 0.0;
                return;
            }
            // The fastest turn that still stops on the course: slowing by `change` a tick, it takes `ticks` more after
            // this one, and the turns of all of them add up to the way that is left.
            double ticks = Math.Floor((Math.Sqrt(1.0 + 8.0 * (left / lastStep)) - 1.0) * 0.5);
            double fastest = left / TickSeconds / (ticks + 1.0) + change * ticks * 0.5;
            wanted = fastest < top ? fastest : top;
            if (way < 0.0) wanted = -wanted;
        }
        else
        {
            wanted = input.Rudder * top;
        }
        state.TurnRate = Approach(state.TurnRate, wanted, change);
        state.Heading = ExactMath.WrapCircle(state.Heading + state.TurnRate * TickSeconds);
    }

    private static void SpinWarp(ref MotionState state, in MotionInput input)
    {
        double wanted = input.WarpFactor < input.WarpCeiling ? input.WarpFactor : input.WarpCeiling;
        if (input.Reverse) wanted = 0.0;
        double rate = wanted > state.Warp ? WarpSpinUp : WarpSpinDown;
        state.Warp = Approach(state.Warp, wanted, rate * TickSeconds);
    }

    private static void Accelerate(ref MotionState state, in MotionInput input, in MotionLimits limits)
    {
        double top = input.TopSpeed > LeastSpeed ? input.TopSpeed : LeastSpeed;
        double wanted = input.Impulse * input.TopSpeed;
        if (input.Reverse) wanted = -wanted;
        wanted += state.Warp * WarpSpeed * input.WarpEffect;
        double velocity = state.Velocity;
        double rate;
        if (state.Warp > 0.0 || velocity > top * 2.0) rate = WarpAcceleration;
        else if (velocity >= 0.0 ? wanted > velocity : wanted < velocity) rate = top * Acceleration;
        else rate = top * Braking;
        state.Velocity = Clamp(Approach(velocity, wanted, rate * TickSeconds), limits.SpeedLimit);
    }

    private static void Climb(ref MotionState state, in MotionInput input, in MotionLimits limits)
    {
        double ahead = state.Velocity < 0.0 ? -state.Velocity : state.Velocity;
        double thrust = input.TopSpeed * ClimbThrust;
        double top = (ahead > thrust ? ahead : thrust) * ClimbSlope;
        double rate = (top > LeastSpeed ? top : LeastSpeed) * ClimbAcceleration;
        double wanted = input.Climb * top;
        state.ClimbVelocity = Clamp(Approach(state.ClimbVelocity, wanted, rate * TickSeconds), limits.SpeedLimit);
    }

    private static void Move(ref MotionState state, in MotionInput input, in MotionLimits limits)
    {
        ExactMath.SinCos(state.Heading, out double sin, out double cos);
        double x = state.PosX + (state.Velocity * sin + input.DriftX) * TickSeconds;
        double y = state.PosY + state.ClimbVelocity * TickSeconds;
        double z = state.PosZ + (state.Velocity * cos + input.DriftZ) * TickSeconds;
        state.PosX = Clamp(x, limits.WorldLimit);
        state.PosY = Clamp(y, limits.WorldLimit);
        state.PosZ = Clamp(z, limits.WorldLimit);
    }

    private static double Approach(double value, double wanted, double step)
    {
        double way = wanted - value;
        double most = step * Slack;
        if (way <= most && way >= -most) return wanted;
        return way > 0.0 ? value + step : value - step;
    }

    private static double Clamp(double value, double limit) =>
        value > limit ? limit : value < -limit ? -limit : value;
}
