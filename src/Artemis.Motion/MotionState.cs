namespace Artemis.Motion;

/// <summary>Where a ship is and how it moves: what the motion step changes. X is east, y up, z north.</summary>
public struct MotionState
{
    /// <summary>East, in units.</summary>
    public double PosX;

    /// <summary>Up, in units.</summary>
    public double PosY;

    /// <summary>North, in units.</summary>
    public double PosZ;

    /// <summary>Where the bow points, in radians clockwise from north; 0 to 2π.</summary>
    public double Heading;

    /// <summary>Speed along the heading, in units per second; negative when backing.</summary>
    public double Velocity;

    /// <summary>Turning speed, in radians per second clockwise.</summary>
    public double TurnRate;

    /// <summary>Vertical speed, in units per second upwards.</summary>
    public double ClimbVelocity;

    /// <summary>Warp factor that the drive has spun up to, 0 to 4.</summary>
    public double Warp;
}
