using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Drones of heavy ships, and the cloak, jump or drain of elites.</summary>
internal static class Specials
{
    private const double JumpShort = 1500.0;
    private const double JumpLeast = 3000.0;

    public static void Use(World world, int slot, double seconds)
    {
        ref var npc = ref world.Npcs[slot];
        if (npc.TargetId == 0 || !world.TryLocate(npc.TargetId, out var target)) return;
        double distance = Geometry.Distance(in npc.Motion, target.X, target.Y, target.Z);
        if (npc.Kind == NpcKind.Heavy) LaunchDrone(world, slot, distance);
        if (npc.Kind != NpcKind.Elite) return;
        switch (npc.Special)
        {
            case EliteSpecial.Cloak:
                Cloak(world, ref npc, distance);
                break;
            case EliteSpecial.Jump:
                Jump(world, ref npc, in target, distance);
                break;
            case EliteSpecial.ShieldDrain:
                Drain(world, in npc, seconds);
                break;
        }
    }

    private static void LaunchDrone(World world, int slot, double distance)
    {
        ref var npc = ref world.Npcs[slot];
        var rules = world.Tables.Npcs[(int)NpcKind.Drone];
        if (npc.Mind.SpecialWait > 0.0 || distance > rules.Range) return;
        npc.Mind.SpecialWait = world.Balance.Tactics.DroneSeconds;
        double x = npc.Motion.PosX;
        double y = npc.Motion.PosY;
        double z = npc.Motion.PosZ;
        double heading = npc.Motion.Heading;
        uint target = npc.TargetId;
        uint owner = npc.Id;
        var faction = npc.Faction;
        byte fleet = npc.Fleet;
        // The list may move in memory from here on.
        uint id = FleetSystem.Add(world, NpcKind.Drone, faction, fleet, x, z, Objective.Ships);
        if (world.Index.Find(id, out int added) != EntityKind.Npc) return;
        ref var drone = ref world.Npcs[added];
        drone.Motion.PosY = y;
        drone.Motion.Heading = heading;
        drone.Helm.Course = heading;
        drone.TargetId = target;
        drone.Mind.OwnerId = owner;
        drone.Mind.LifeLeft = rules.Range / rules.TopSpeed;
    }

    // It cloaks on its way and shows itself to shoot.
    private static void Cloak(World world, ref NpcState npc, double distance)
    {
        double range = world.Tables.Npcs[(int)npc.Kind].Range * world.Tables.BeamRange;
        if (distance <= range)
        {
            npc.Cloaked = false;
            npc.Mind.SpecialWait = world.Balance.Tactics.CloakSeconds;
        }
        else if (npc.Mind.SpecialWait <= 0.0)
        {
            npc.Cloaked = true;
        }
    }

    private static void Jump(World world, ref NpcState npc, in Located target, double distance)
    {
        var tactics = world.Balance.Tactics;
        if (npc.Mind.SpecialWait > 0.0 || npc.Mind.Mode != NpcMode.Attack) return;
        if (distance < JumpLeast || distance > tactics.JumpRange) return;
        npc.Mind.SpecialWait = tactics.JumpSeconds;
        double share = (distance - JumpShort) / distance;
        npc.Motion.PosX += (target.X - npc.Motion.PosX) * share;
        npc.Motion.PosY += (target.Y - npc.Motion.PosY) * share;
        npc.Motion.PosZ += (target.Z - npc.Motion.PosZ) * share;
        npc.Motion.Heading = Geometry.Bearing(npc.Motion.PosX, npc.Motion.PosZ, target.X, target.Z);
        npc.Helm.Course = npc.Motion.Heading;
    }

    private static void Drain(World world, in NpcState npc, double seconds)
    {
        var tactics = world.Balance.Tactics;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive || !ship.ShieldsUp) continue;
            if (Geometry.SquaredDistance(in npc.Motion, in ship.Motion) > tactics.DrainRange * tactics.DrainRange) continue;
            ship.ShieldsFore = Math.Max(0.0, ship.ShieldsFore - tactics.DrainPerSecond * seconds);
            ship.ShieldsAft = Math.Max(0.0, ship.ShieldsAft - tactics.DrainPerSecond * seconds);
        }
    }
}
