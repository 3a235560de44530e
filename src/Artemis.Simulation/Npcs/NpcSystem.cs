using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>What computer-flown ships decide. Each thinks twice a second, spread over ticks by id.</summary>
internal static class NpcSystem
{
    private const uint ThinkTicks = 10;
    private const double ThinkSeconds = ThinkTicks * MotionStep.TickSeconds;

    public static void Run(World world)
    {
        // Thinking may launch drones and so grow the list: walk it by place.
        for (int slot = 0; slot < world.Npcs.Count; slot++)
        {
            if ((world.Tick + world.Npcs[slot].Id) % ThinkTicks == 0 && !world.Npcs[slot].Gone) Think(world, slot);
        }
        for (int slot = 0; slot < world.Bases.Count; slot++)
        {
            if (world.Bases[slot].Faction == Faction.Hostile) Launch(world, ref world.Bases[slot]);
        }
    }

    private static void Think(World world, int slot)
    {
        ref var npc = ref world.Npcs[slot];
        ref var mind = ref npc.Mind;
        mind.ModeLeft = Math.Max(0.0, mind.ModeLeft - ThinkSeconds);
        mind.SpecialWait = Math.Max(0.0, mind.SpecialWait - ThinkSeconds);
        mind.BoundLeft = Math.Max(0.0, mind.BoundLeft - ThinkSeconds);
        mind.HailWait = Math.Max(0.0, mind.HailWait - ThinkSeconds);
        if (npc.Surrendered)
        {
            npc.Helm.Impulse = 0.0;
            npc.Helm.WarpFactor = 0.0;
            return;
        }
        switch (npc.Kind)
        {
            case NpcKind.Drone:
                break;
            case NpcKind.Freighter:
                Haul(world, ref npc);
                break;
            default:
                if (mind.BoundLeft <= 0.0 || (npc.TargetId != 0 && !world.TryLocate(npc.TargetId, out _)))
                    npc.TargetId = TargetChoice.Pick(world, in npc);
                Fight(world, ref npc);
                Specials.Use(world, slot, ThinkSeconds);
                break;
        }
    }

    private static void Haul(World world, ref NpcState npc)
    {
        ref var mind = ref npc.Mind;
        if (Geometry.Distance(in npc.Motion, mind.GoalX, npc.Motion.PosY, mind.GoalZ) < world.Balance.Bases.DockRange)
        {
            world.FreightersArrived++;
            world.Npcs.Kill(ref npc);
            return;
        }
        Piloting.SteerTo(world, ref npc, mind.GoalX, 0.0, mind.GoalZ, 1.0);
    }

    private static void Fight(World world, ref NpcState npc)
    {
        ref var mind = ref npc.Mind;
        if (npc.TargetId == 0 || !world.TryLocate(npc.TargetId, out var target))
        {
            mind.Mode = NpcMode.Travel;
            Travel(world, ref npc);
            return;
        }
        if (mind.Mode == NpcMode.BreakOff && mind.ModeLeft > 0.0)
        {
            double awayX = npc.Motion.PosX * 2.0 - target.X;
            double awayZ = npc.Motion.PosZ * 2.0 - target.Z;
            Piloting.SteerTo(world, ref npc, awayX, target.Y, awayZ, 1.0);
            return;
        }
        if (ShouldBreakOff(world, ref npc)) return;
        mind.Mode = NpcMode.Attack;
        Piloting.Attack(world, ref npc, in target);
    }

    // With shields almost gone a ship draws off once, then gives them time before it does so again.
    private static bool ShouldBreakOff(World world, ref NpcState npc)
    {
        ref var mind = ref npc.Mind;
        var tactics = world.Balance.Tactics;
        if (npc.Kind == NpcKind.Fighter || mind.ModeLeft > 0.0 || npc.ShieldsFull <= 0.0) return false;
        if (npc.ShieldsFore + npc.ShieldsAft > npc.ShieldsFull * 2.0 * tactics.BreakOffShare) return false;
        bool returns = mind.Mode == NpcMode.BreakOff;
        mind.Mode = returns ? NpcMode.Attack : NpcMode.BreakOff;
        mind.ModeLeft = returns ? tactics.BreakOffSeconds * 2.0 : tactics.BreakOffSeconds;
        mind.FlankSide = -mind.FlankSide;
        return !returns;
    }

    private static void Travel(World world, ref NpcState npc)
    {
        double distance = Geometry.Distance(in npc.Motion, npc.Mind.GoalX, npc.Motion.PosY, npc.Mind.GoalZ);
        if (distance < 1000.0 && npc.Mind.Objective == Objective.Patrol)
        {
            (npc.Mind.GoalX, npc.Mind.BackX) = (npc.Mind.BackX, npc.Mind.GoalX);
            (npc.Mind.GoalZ, npc.Mind.BackZ) = (npc.Mind.BackZ, npc.Mind.GoalZ);
        }
        double lever = distance < 1000.0 ? 0.0 : 1.0;
        Piloting.SteerTo(world, ref npc, npc.Mind.GoalX, 0.0, npc.Mind.GoalZ, lever);
    }

    // An enemy base sends fighters at ships that come near.
    private static void Launch(World world, ref BaseState station)
    {
        if (station.Gone) return;
        station.LaunchWait = Math.Max(0.0, station.LaunchWait - MotionStep.TickSeconds);
        if (station.LaunchWait > 0.0) return;
        if (Nearest.Ship(world, station.X, station.Y, station.Z, world.Balance.Tactics.NoticeRange) < 0) return;
        station.LaunchWait = world.Balance.Bases.EnemyLaunchSeconds;
        uint id = FleetSystem.Add(world, NpcKind.Fighter, Faction.Hostile, 0, station.X, station.Z, Objective.Ships);
        if (world.Index.Find(id, out int slot) != EntityKind.Npc) return;
        world.Npcs[slot].Mind.GoalX = station.X;
        world.Npcs[slot].Mind.GoalZ = station.Z;
    }
}
