namespace Artemis.Client;

/// <summary>Where something is and where it points.</summary>
/// <param name="X">East, in units.</param>
/// <param name="Y">Up, in units.</param>
/// <param name="Z">North, in units.</param>
/// <param name="Heading">Radians, clockwise from north.</param>
public readonly record struct Pose(double X, double Y, double Z, double Heading)
{
    /// <summary>The way from one pose to another: at share 0 the first, at 1 the second; headings turn the shorter way.</summary>
    public static Pose Between(in Pose a, in Pose b, double share) => new(
        a.X + ((b.X - a.X) * share),
        a.Y + ((b.Y - a.Y) * share),
        a.Z + ((b.Z - a.Z) * share),
        WrapHeading(a.Heading + (TurnBetween(a.Heading, b.Heading) * share)));

    /// <summary>The shorter way from one direction to another, in radians, −π to π.</summary>
    public static double TurnBetween(double from, double to)
    {
        double turn = (to - from) % Math.Tau;
        if (turn > Math.PI) return turn - Math.Tau;
        return turn < -Math.PI ? turn + Math.Tau : turn;
    }

    /// <summary>A direction brought into 0 to 2π.</summary>
    public static double WrapHeading(double heading)
    {
        double wrapped = heading % Math.Tau;
        return wrapped < 0 ? wrapped + Math.Tau : wrapped;
    }
}
