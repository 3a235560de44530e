using System.Numerics;

namespace Artemis.ReferenceServer.Replication.Interest;

/// <summary>
/// What clients were told of something that moves. They carry it on along its heading and at its speed, so as long as that is close
/// to the truth, nothing need be sent.
/// </summary>
/// <param name="From">Where it was, in units.</param>
/// <param name="Heading">Its heading, in wire units.</param>
/// <param name="Velocity">Its speed, in units a second.</param>
internal readonly record struct Course(Vector3 From, ushort Heading, float Velocity)
{
    private const double RadiansPerCode = Math.Tau / 65536;

    /// <summary>Whether the course is close to the truth.</summary>
    /// <param name="position">Where the object is.</param>
    /// <param name="heading">Its heading, in wire units.</param>
    /// <param name="velocity">Its speed, in units a second.</param>
    /// <param name="seconds">How long it has flown.</param>
    /// <param name="tolerance">What counts as close.</param>
    public bool IsClose(Vector3 position, ushort heading, float velocity, double seconds, in Tolerance tolerance)
    {
        var turned = Math.Abs((short)(heading - Heading)) * RadiansPerCode;
        if (turned > tolerance.Radians || Math.Abs(velocity - Velocity) > tolerance.Speed)
            return false;
        var (sin, cos) = Math.SinCos(Heading * RadiansPerCode);
        var way = Velocity * seconds;
        var off = Vector3.Abs(position - From - new Vector3((float)(sin * way), 0, (float)(cos * way)));
        return Math.Max(off.X, Math.Max(off.Y, off.Z)) <= tolerance.Distance;
    }
}

/// <summary>How far off clients' idea of something may be.</summary>
/// <param name="Distance">On each axis, in units.</param>
/// <param name="Radians">In its heading.</param>
/// <param name="Speed">In units a second.</param>
/// <param name="MostSilentTicks">Ticks after which everything is sent whatever clients think.</param>
internal readonly record struct Tolerance(float Distance, double Radians, float Speed, uint MostSilentTicks)
{
    /// <summary>The longest silence of all.</summary>
    public const uint LongestSilentTicks = 100;

    // One unit of shields, which have steps of 1/64. A hit takes more.
    private const int ShieldCodes = 64;

    // A near ship: less than half of one is long, and a degree is hardly seen.
    private static readonly Tolerance NearShip = new(0.5f, 0.02, 0.5f, 20);

    // Small, fast, and shown as a point of light.
    private static readonly Tolerance NearTorpedo = new(1.5f, 0.1, 5, 20);

    // From 10,000 units on and from 20,000: two minutes of arc at most, less than a pixel of a screen or a chart.
    private static readonly Tolerance Mid = new(2, 0.03, 1, 40);
    private static readonly Tolerance Far = new(8, 0.05, 2, LongestSilentTicks);

    /// <summary>What counts as close of a ship.</summary>
    public static ref readonly Tolerance OfShips(Zone zone)
    {
        if (zone >= Zone.Near)
            return ref NearShip;
        return ref zone == Zone.Mid ? ref Mid : ref Far;
    }

    /// <summary>What counts as close of a torpedo.</summary>
    public static ref readonly Tolerance OfTorpedoes(Zone zone)
    {
        if (zone >= Zone.Near)
            return ref NearTorpedo;
        return ref zone == Zone.Mid ? ref Mid : ref Far;
    }

    /// <summary>Whether a shield is about as strong as clients think.</summary>
    public static bool IsShieldClose(ushort told, ushort now) => Math.Abs(told - now) <= ShieldCodes;
}
