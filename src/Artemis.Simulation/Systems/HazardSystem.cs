using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Nebulae, asteroids, black holes and anomalies.</summary>
internal static class HazardSystem
{
    private const int TicksPerSecond = 20;

    // Computer-flown ships are many and slow: each looks around this often.
    private const uint NpcTicks = 4;

    public static void Run(World world)
    {
        bool hurts = world.Tick % TicksPerSecond == 0;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive) continue;
            ship.InNebula = IsInNebula(world, in ship.Motion);
            double crush = Pull(world, in ship.Motion, ref ship.Helm);
            if (hurts && crush > 0.0) Damage.HitShip(world, ref ship, crush, ship.Motion.PosX, ship.Motion.PosZ, 0);
            Collide(world, ship.Id, in ship.Motion);
            if (ship.Alive) PickUp(world, ref ship);
        }
        foreach (ref var npc in world.Npcs.Items)
        {
            if (npc.Gone) continue;
            bool looks = (world.Tick + npc.Id) % NpcTicks == 0;
            if (looks) npc.InNebula = IsInNebula(world, in npc.Motion);
            double crush = Pull(world, in npc.Motion, ref npc.Helm);
            if (hurts && crush > 0.0) Damage.HitNpc(world, ref npc, crush, npc.Motion.PosX, npc.Motion.PosZ, 0);
            if (looks) Collide(world, npc.Id, in npc.Motion);
        }
    }

    private static bool IsInNebula(World world, in MotionState motion)
    {
        foreach (ref readonly var nebula in world.Nebulae.Items)
        {
            if (Geometry.SquaredDistance(in motion, nebula.X, nebula.Y, nebula.Z) < nebula.Radius * nebula.Radius) return true;
        }
        return false;
    }

    // Sets the drift for the next step, and says how much damage per second the place does.
    private static double Pull(World world, in MotionState motion, ref MotionInput helm)
    {
        helm.DriftX = 0.0;
        helm.DriftZ = 0.0;
        double crush = 0.0;
        foreach (ref readonly var hole in world.BlackHoles.Items)
        {
            double squared = Geometry.SquaredDistance(in motion, hole.X, hole.Y, hole.Z);
            if (squared >= hole.PullRadius * hole.PullRadius) continue;
            double distance = Math.Sqrt(squared);
            if (distance < hole.HurtRadius) crush += world.Balance.Places.HurtPerSecond;
            double speed = world.Balance.Places.PullSpeed * (1.0 - distance / hole.PullRadius);
            // Never past the middle in a tick.
            double share = Math.Min(speed / Math.Max(distance, 1.0), 1.0 / MotionStep.TickSeconds);
            helm.DriftX += (hole.X - motion.PosX) * share;
            helm.DriftZ += (hole.Z - motion.PosZ) * share;
        }
        return crush;
    }

    private static void Collide(World world, uint id, in MotionState motion)
    {
        foreach (ref var asteroid in world.Asteroids.Items)
        {
            if (asteroid.Gone) continue;
            if (Geometry.SquaredDistance(in motion, asteroid.X, asteroid.Y, asteroid.Z) >= asteroid.Radius * asteroid.Radius) continue;
            world.Asteroids.Kill(ref asteroid);
            Telling.Explosion(world, asteroid.X, asteroid.Y, asteroid.Z, 0.0, asteroid.Id);
            Damage.Hit(world, id, world.Balance.Places.AsteroidDamage, asteroid.X, asteroid.Z, 0);
        }
    }

    private static void PickUp(World world, ref PlayerShipState ship)
    {
        double reach = world.Balance.Places.PickUpRange;
        foreach (ref var anomaly in world.Anomalies.Items)
        {
            if (anomaly.Gone || Geometry.SquaredDistance(in ship.Motion, anomaly.X, anomaly.Y, anomaly.Z) > reach * reach) continue;
            world.Anomalies.Kill(ref anomaly);
            ship.Energy = Math.Min(ship.Energy + anomaly.Energy, world.Balance.Power.EnergyMost);
            Telling.Message(world, (byte)(1 << ship.Index), ship.Id, CommsKind.Status, "Anomaly taken aboard. Energy is up.");
        }
    }
}
