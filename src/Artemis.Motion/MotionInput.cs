namespace Artemis.Motion;

/// <summary>How the helm is being worked.</summary>
public enum SteeringMode : byte
{
    /// <summary>The rudder stays where it was put.</summary>
    Rudder,

    /// <summary>The ship turns to its course by the shorter way and holds it.</summary>
    Course,
}

/// <summary>What the motion step goes by: the helm's orders, and what ship and place allow.</summary>
public struct MotionInput
{
    /// <summary>Whether <see cref="Rudder"/> or <see cref="Course"/> rules.</summary>
    public SteeringMode Steering;

    /// <summary>Rudder as ordered: −1 is hard to port, 1 hard to starboard.</summary>
    public double Rudder;

    /// <summary>Course as ordered, in radians clockwise from north.</summary>
    public double Course;

    /// <summary>Impulse lever as ordered, 0 to 1.</summary>
    public double Impulse;

    /// <summary>Whether impulse drives backwards. The warp drive does not engage in reverse.</summary>
    public bool Reverse;

    /// <summary>Climb as ordered: −1 is steepest down, 1 steepest up.</summary>
    public double Climb;

    /// <summary>Warp factor as ordered, 0 to 4.</summary>
    public double WarpFactor;

    /// <summary>Highest warp factor that the place allows, 0 to 4.</summary>
    public double WarpCeiling;

    /// <summary>Warp drive's effect: 1 is normal, 0 is none.</summary>
    public double WarpEffect;

    /// <summary>Top impulse speed as the engines are, in units per second.</summary>
    public double TopSpeed;

    /// <summary>Top turning speed as the thrusters are, in radians per second.</summary>
    public double TopTurnRate;

    /// <summary>Pull of black holes along x, in units per second.</summary>
    public double DriftX;

    /// <summary>Pull of black holes along z, in units per second.</summary>
    public double DriftZ;

    /// <summary>Whether the ship is made fast to a base; then it does not move at all.</summary>
    public bool Docked;
}

/// <summary>The edges of the world, which are the protocol's and not the game's.</summary>
/// <param name="WorldLimit">No position passes this on any axis, in units.</param>
/// <param name="SpeedLimit">No speed passes this, in units per second.</param>
public readonly record struct MotionLimits(double WorldLimit, double SpeedLimit);
