namespace Artemis.ReferenceServer.Replication.Interest;

/// <summary>How near an object is to a ship, and so how much of it the ship is told and how often.</summary>
public enum Zone : byte
{
    /// <summary>Not told at all.</summary>
    Out,

    /// <summary>20,000 to 50,000 units: position, once a second.</summary>
    Far,

    /// <summary>10,000 to 20,000 units: position, heading and shields, twice a second.</summary>
    Mid,

    /// <summary>Up to 10,000 units: everything, ten times a second.</summary>
    Near,

    /// <summary>The ship itself.</summary>
    Own,
}

/// <summary>Where zones begin and end.</summary>
public static class Zones
{
    /// <summary>Outer edge of <see cref="Zone.Near"/>, in units.</summary>
    public const float NearRadius = 10_000;

    /// <summary>Outer edge of <see cref="Zone.Mid"/>, in units.</summary>
    public const float MidRadius = 20_000;

    /// <summary>Outer edge of <see cref="Zone.Far"/>, in units.</summary>
    public const float FarRadius = 50_000;

    /// <summary>How close torpedoes must be to be sent in every tick, in units.</summary>
    public const float TorpedoRadius = 5_000;

    /// <summary>How far past an edge an object must go before it changes zones, as a share of the radius.</summary>
    public const float Hysteresis = 0.05f;

    /// <summary>Ticks between two looks at who is where: 500 ms.</summary>
    public const int RecomputeTicks = 10;

    /// <summary>
    /// The zone of an object. Coming nearer changes it at the edge, going away only 5 % beyond, so that one who flies along an edge
    /// does not flicker.
    /// </summary>
    /// <param name="current">The zone until now; <see cref="Zone.Out"/> for a new object.</param>
    /// <param name="distanceSquared">Square of the distance in space, in units.</param>
    public static Zone Next(Zone current, float distanceSquared)
    {
        if (distanceSquared < Limit(NearRadius, current >= Zone.Near))
            return Zone.Near;
        if (distanceSquared < Limit(MidRadius, current >= Zone.Mid))
            return Zone.Mid;
        return distanceSquared < Limit(FarRadius, current >= Zone.Far) ? Zone.Far : Zone.Out;
    }

    private static float Limit(float radius, bool inside)
    {
        var limit = inside ? radius * (1 + Hysteresis) : radius;
        return limit * limit;
    }
}
