using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Steers computer-flown ships.</summary>
internal static class Piloting
{
    // Of the range at which a ship fights.
    private const double Alongside = 0.9;
    private const double HaltLeast = 0.4;
    private const double HaltMost = 0.85;

    // From a ship's stern, in radians.
    private const double QuarterLeast = 0.3;
    private const double QuarterMost = 1.2;

    // Of the plastic and of the golden number: places of ships that follow each other lie far apart, in both directions.
    private const double BearingRatio = 0.754877666246693;
    private const double HaltRatio = 0.618033988749895;

    /// <summary>Heads for a point, by warp if it is far and nothing threatens, around what is in the way.</summary>
    public static void SteerTo(World world, ref NpcState npc, double x, double y, double z, double lever)
    {
        double bearing = Geometry.Bearing(npc.Motion.PosX, npc.Motion.PosZ, x, z);
        npc.Helm.Course = Avoidance.Around(world, in npc.Motion, bearing);
        npc.Helm.Impulse = lever;
        npc.Helm.Climb = Math.Clamp((y - npc.Motion.PosY) * 0.01, -1.0, 1.0);
        double distance = Geometry.Distance(in npc.Motion, x, y, z);
        bool cruise = npc.Kind is not (NpcKind.Fighter or NpcKind.Drone or NpcKind.Freighter)
            && distance > world.Balance.Tactics.CruiseRange
            && !npc.InNebula
            && (npc.Faction == Faction.Friendly
                || Nearest.Ship(world, npc.Motion.PosX, npc.Motion.PosY, npc.Motion.PosZ, world.Balance.Tactics.NoticeRange) < 0);
        npc.Helm.WarpFactor = cruise ? 1.0 : 0.0;
    }

    /// <summary>
    /// Closes in on a target and keeps its beam on it. Each ship comes from a bearing and to a distance of its own, so that those who fall upon one
    /// target do not end in one place.
    /// </summary>
    public static void Attack(World world, ref NpcState npc, in Located target)
    {
        var rules = world.Tables.Npcs[(int)npc.Kind];
        double range = rules.Range * (npc.Faction == Faction.Hostile ? world.Tables.BeamRange : 1.0);
        double fight = range * world.Balance.Tactics.FightShare;
        double distance = Geometry.Distance(in npc.Motion, target.X, target.Y, target.Z);
        if (distance < fight)
        {
            double halt = fight * Own(npc.Id, HaltRatio, HaltLeast, HaltMost);
            SteerTo(world, ref npc, target.X, target.Y, target.Z, distance < halt ? 0.0 : 0.3);
            return;
        }
        double aside = distance > fight * 1.3 ? fight * Alongside : 0.0;
        ExactMath.SinCos(Side(world, in npc, in target), out double sin, out double cos);
        SteerTo(world, ref npc, target.X + sin * aside, target.Y, target.Z + cos * aside, 1.0);
    }

    // The bearing from a target at which a ship attacks it.
    private static double Side(World world, in NpcState npc, in Located target)
    {
        // A ship is attacked from its quarter, where its beams do not bear.
        if (TryHeading(world, in target, out double heading))
            return heading + ExactMath.Pi + npc.Mind.FlankSide * Own(npc.Id, BearingRatio, QuarterLeast, QuarterMost);

        // Nobody flies through a base to its far side.
        double side = Own(npc.Id, BearingRatio, 0.0, ExactMath.TwoPi);
        double here = Geometry.Bearing(target.X, target.Z, npc.Motion.PosX, npc.Motion.PosZ);
        return Math.Abs(ExactMath.WrapHalf(side - here)) > ExactMath.Pi / 2.0 ? side + ExactMath.Pi : side;
    }

    // A number of a ship's own, from the least to the most.
    private static double Own(uint id, double ratio, double least, double most)
    {
        double turns = id * ratio;
        return least + (most - least) * (turns - Math.Floor(turns));
    }

    private static bool TryHeading(World world, in Located target, out double heading)
    {
        heading = target.Kind switch
        {
            EntityKind.PlayerShip => world.Ships[target.Slot].Motion.Heading,
            EntityKind.Npc => world.Npcs[target.Slot].Motion.Heading,
            _ => double.NaN,
        };
        return !double.IsNaN(heading);
    }
}
