using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Steers: to where weapons reach, to a base and alongside, or on a way.</summary>
internal static class CrewHelm
{
    private const double TorpedoStandoff = 2200.0;
    private const double WarpLeast = 5000.0;
    private const double WarpEnergy = 80.0;
    private const uint RemindTicks = 400;
    private const uint WorkTicks = 10;

    public static void Work(World world, ref PlayerShipState ship)
    {
        if (world.Tables.Drill.HoldStation) return;
        ref var mind = ref ship.Mind;
        if (ship.DockedAt != 0)
        {
            if (mind.Goal == CrewGoal.Resupply) return;
            CrewSystem.Give(world, in ship, OrderKind.HelmUndock);
        }
        switch (mind.Goal)
        {
            case CrewGoal.Fight when world.TryLocate(mind.GoalId, out var enemy):
                Fight(world, ref ship, in enemy);
                break;
            case CrewGoal.Resupply when world.TryLocate(mind.GoalId, out var station):
                Approach(world, ref ship, in station);
                break;
            default:
                Go(world, ref ship, mind.GoalX, mind.GoalZ);
                break;
        }
    }

    private static void Fight(World world, ref PlayerShipState ship, in Located enemy)
    {
        double distance = Geometry.Distance(in ship.Motion, enemy.X, enemy.Y, enemy.Z);
        double standoff = Standoff(world, in ship, in enemy);
        // Too near: back away with the bow, and so the beams and tubes, on the enemy.
        bool back = distance < standoff * 0.7;
        double lever = back || distance > standoff ? 1.0 : 0.0;
        Steer(world, ref ship, enemy.X, enemy.Y, enemy.Z, lever, back, back ? 0.0 : distance - standoff, keepBow: distance < standoff * 1.5);
    }

    // Where torpedoes reach and few enemies do, as long as there are some; where beams reach for what only beams hit well, and for a
    // person at weapons, who cannot tell the helm to close in.
    private static double Standoff(World world, in PlayerShipState ship, in Located enemy)
    {
        double range = world.Tables.Ships[(int)ship.Class].Beams.Range;
        double usual = world.Tables.Drill.Standoff > 0.0 ? world.Tables.Drill.Standoff : TorpedoStandoff;
        bool small = enemy.Kind == EntityKind.Npc && world.Npcs[enemy.Slot].Kind == NpcKind.Fighter;
        bool beams = CrewCaptain.AimOfWeapons(world, in ship) == ship.Mind.GoalId ? !HasBlastLoaded(in ship) : small;
        return beams || CrewCaptain.CountTorpedoes(in ship) == 0 ? range * 0.75 : Math.Max(usual, range * 0.8);
    }

    // What would reach the own ship too, if it were fired from near by.
    private static bool HasBlastLoaded(in PlayerShipState ship)
    {
        for (int t = 0; t < ship.TubeCount; t++)
        {
            ref readonly var tube = ref ship.Tubes[t];
            if (tube.Status == TubeStatus.Loaded && tube.Ordnance is Ordnance.Nuke or Ordnance.Emp) return true;
        }
        return false;
    }

    private static void Approach(World world, ref PlayerShipState ship, in Located station)
    {
        double distance = Geometry.Distance(in ship.Motion, station.X, station.Y, station.Z);
        double near = world.Balance.Bases.DockRange * 0.92;
        double lever = distance < near ? 0.0 : Math.Clamp((distance - near * 0.8) / near, 0.1, 1.0);
        Steer(world, ref ship, station.X, station.Y, station.Z, lever, false, distance, keepBow: false);
        if (distance >= near || Math.Abs(ship.Motion.Velocity) >= world.Balance.Bases.DockSpeed) return;
        bool fast = CrewSystem.Give(world, in ship, OrderKind.HelmDock, ship.Mind.GoalId);
        // Nobody else would tell a person at weapons what they lie here for.
        if (!fast && ship.ShieldsUp && world.Tick % RemindTicks < WorkTicks)
            Telling.Message(world, (byte)(1 << ship.Index), ship.Id, CommsKind.Status, "Ready to dock, as soon as the shields are down.");
    }

    private static void Go(World world, ref PlayerShipState ship, double x, double z)
    {
        double distance = Geometry.Distance(in ship.Motion, x, ship.Motion.PosY, z);
        Steer(world, ref ship, x, 0.0, z, distance < 1500.0 ? 0.0 : 1.0, false, distance, keepBow: false);
    }

    private static void Steer(
        World world, ref PlayerShipState ship, double x, double y, double z, double lever, bool back, double way, bool keepBow)
    {
        double course = Geometry.Bearing(ship.Motion.PosX, ship.Motion.PosZ, x, z);
        // A ship that lies off an enemy does not turn its bow away for a rock far off.
        if (!keepBow) course = Avoidance.Around(world, in ship.Motion, course);
        CrewSystem.Give(world, in ship, OrderKind.HelmSetCourse, value: course);
        CrewSystem.Give(world, in ship, OrderKind.HelmSetImpulse, value: lever);
        if (ship.Helm.Reverse != back) CrewSystem.Give(world, in ship, OrderKind.HelmSetReverse, on: back);
        CrewSystem.Give(world, in ship, OrderKind.HelmSetClimb, value: Math.Clamp((y - ship.Motion.PosY) * 0.01, -1.0, 1.0));
        int warp = Warp(in ship, course, way);
        if ((int)ship.Helm.WarpFactor != warp) CrewSystem.Give(world, in ship, OrderKind.HelmSetWarp, number: warp);
    }

    // Warp only towards something far, with the bow on it and energy to spare; dropped in time to come to rest.
    private static int Warp(in PlayerShipState ship, double course, double way)
    {
        if (ship.Energy < WarpEnergy || way < WarpLeast) return 0;
        if (Math.Abs(ExactMath.WrapHalf(course - ship.Motion.Heading)) > 0.25) return 0;
        int factor = ship.Energy < WarpEnergy * 4.0 ? 1 : way > 25_000.0 ? 3 : way > 12_000.0 ? 2 : 1;
        double braking = 700.0 * ship.Motion.Warp * ship.Motion.Warp;
        return way < braking + 1500.0 ? 0 : factor;
    }
}
