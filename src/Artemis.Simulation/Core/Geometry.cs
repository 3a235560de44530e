using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Distances and bearings. Bearings are radians clockwise from north.</summary>
internal static class Geometry
{
    public const double Degree = ExactMath.Pi / 180.0;

    public static double SquaredDistance(in MotionState a, double x, double y, double z)
    {
        double dx = x - a.PosX;
        double dy = y - a.PosY;
        double dz = z - a.PosZ;
        return dx * dx + dy * dy + dz * dz;
    }

    public static double SquaredDistance(in MotionState a, in MotionState b) => SquaredDistance(in a, b.PosX, b.PosY, b.PosZ);

    public static double Distance(in MotionState a, double x, double y, double z) =>
        Math.Sqrt(SquaredDistance(in a, x, y, z));

    public static double Distance(in MotionState a, in MotionState b) => Math.Sqrt(SquaredDistance(in a, in b));

    public static double Distance(in Located a, in Located b)
    {
        double dx = b.X - a.X;
        double dy = b.Y - a.Y;
        double dz = b.Z - a.Z;
        return Math.Sqrt(dx * dx + dy * dy + dz * dz);
    }

    public static double Bearing(double fromX, double fromZ, double toX, double toZ) =>
        ExactMath.WrapCircle(ExactMath.Atan2(toX - fromX, toZ - fromZ));

    /// <summary>Whether a point lies in an arc of a ship, without a trigonometric function of the point.</summary>
    /// <param name="from">The ship.</param>
    /// <param name="x">The point, east.</param>
    /// <param name="z">The point, north.</param>
    /// <param name="middle">Middle of the arc, clockwise from the bow.</param>
    /// <param name="cosHalf">Cosine of half the arc's width.</param>
    public static bool InArc(in MotionState from, double x, double z, double middle, double cosHalf)
    {
        double dx = x - from.PosX;
        double dz = z - from.PosZ;
        ExactMath.SinCos(from.Heading + middle, out double sin, out double cos);
        return dx * sin + dz * cos >= cosHalf * Math.Sqrt(dx * dx + dz * dz);
    }

    /// <summary>Whether a point lies ahead of a ship's beam.</summary>
    public static bool IsAhead(in MotionState ship, double x, double z) => InArc(in ship, x, z, 0.0, 0.0);

    /// <summary>How far the bow must turn to point somewhere, −π to π.</summary>
    public static double Off(in MotionState ship, double x, double z) =>
        ExactMath.WrapHalf(ExactMath.Atan2(x - ship.PosX, z - ship.PosZ) - ship.Heading);
}
