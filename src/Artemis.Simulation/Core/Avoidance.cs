using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Steers around asteroids and black holes.</summary>
internal static class Avoidance
{
    private const double LookAhead = 900.0;
    private const double Berth = 120.0;
    private const double HoleBerth = 1.1;

    /// <summary>A course near the one wished for that is clear of what lies close ahead.</summary>
    public static double Around(World world, in MotionState motion, double course)
    {
        ExactMath.SinCos(course, out double sin, out double cos);
        double turn = 0.0;
        double nearest = LookAhead;
        foreach (ref readonly var asteroid in world.Asteroids.Items)
        {
            if (asteroid.Gone) continue;
            double dx = asteroid.X - motion.PosX;
            double dz = asteroid.Z - motion.PosZ;
            double ahead = dx * sin + dz * cos;
            if (ahead < 0.0 || ahead > nearest) continue;
            double aside = dx * cos - dz * sin;
            double berth = asteroid.Radius + Berth;
            if (Math.Abs(aside) > berth) continue;
            nearest = ahead;
            turn = ExactMath.Atan2(berth - Math.Abs(aside), Math.Max(ahead, 1.0)) * (aside > 0.0 ? -1.0 : 1.0);
        }
        foreach (ref readonly var hole in world.BlackHoles.Items)
        {
            double dx = hole.X - motion.PosX;
            double dz = hole.Z - motion.PosZ;
            double berth = hole.PullRadius * HoleBerth;
            double squared = dx * dx + dz * dz;
            double ahead = dx * sin + dz * cos;
            double aside = dx * cos - dz * sin;
            if (squared < berth * berth)
            {
                // Inside the pull: straight out, unless the course leads out anyway.
                if (ahead > 0.0) return ExactMath.WrapCircle(ExactMath.Atan2(-dx, -dz));
            }
            else if (ahead > 0.0 && squared < berth * berth * 6.0 && Math.Abs(aside) < berth)
            {
                turn = ExactMath.Atan2(berth - Math.Abs(aside), ahead) * (aside > 0.0 ? -1.0 : 1.0);
            }
        }
        return ExactMath.WrapCircle(course + turn);
    }
}
