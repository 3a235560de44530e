using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Drones chase their target, go off at it, and fall dead after their range.</summary>
internal static class DroneSystem
{
    public static void Run(World world)
    {
        double reach = world.Balance.Ordnance.HitRadius;
        var rules = world.Tables.Npcs[(int)NpcKind.Drone];
        foreach (ref var drone in world.Npcs.Items)
        {
            if (drone.Kind != NpcKind.Drone || drone.Gone) continue;
            drone.Mind.LifeLeft -= MotionStep.TickSeconds;
            if (drone.Mind.LifeLeft <= 0.0 || !world.TryLocate(drone.TargetId, out var target))
            {
                world.Npcs.Kill(ref drone);
                continue;
            }
            drone.Helm.Course = Geometry.Bearing(drone.Motion.PosX, drone.Motion.PosZ, target.X, target.Z);
            drone.Helm.Impulse = 1.0;
            drone.Helm.Climb = Math.Clamp((target.Y - drone.Motion.PosY) * 0.05, -1.0, 1.0);
            if (Geometry.SquaredDistance(in drone.Motion, target.X, target.Y, target.Z) > reach * reach) continue;
            world.Npcs.Kill(ref drone);
            Telling.Explosion(world, drone.Motion.PosX, drone.Motion.PosY, drone.Motion.PosZ, 0.0, drone.Id);
            Damage.Hit(world, drone.TargetId, rules.Damage * drone.Strength, drone.Motion.PosX, drone.Motion.PosZ, drone.Mind.OwnerId);
        }
    }
}
