using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Steers computer-flown ships.</summary>
internal static class Piloting
{
    private const double Alongside = 0.9;

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

    /// <summary>Closes in on a target, from its flank if it is a ship, and keeps its beam on it.</summary>
    public static void Attack(World world, ref NpcState npc, in Located target)
    {
        var rules = world.Tables.Npcs[(int)npc.Kind];
        double range = rules.Range * (npc.Faction == Faction.Hostile ? world.Tables.BeamRange : 1.0);
        double fight = range * world.Balance.Tactics.FightShare;
        double distance = Geometry.Distance(in npc.Motion, target.X, target.Y, target.Z);
        if (distance < fight)
        {
            SteerTo(world, ref npc, target.X, target.Y, target.Z, distance < fight * 0.5 ? 0.0 : 0.3);
            return;
        }
        if (TryHeading(world, in target, out double heading) && distance < fight * 5.0 && distance > fight * 1.3)
        {
            // Round to the target's quarter, where its beams do not bear.
            ExactMath.SinCos(heading + ExactMath.Pi + npc.Mind.FlankSide * 0.8, out double sin, out double cos);
            SteerTo(world, ref npc, target.X + sin * fight * Alongside, target.Y, target.Z + cos * fight * Alongside, 1.0);
            return;
        }
        SteerTo(world, ref npc, target.X, target.Y, target.Z, 1.0);
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
