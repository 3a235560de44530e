using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Aims, fires, loads, and minds the shields.</summary>
internal static class CrewWeapons
{
    private const double DroneRange = 1500.0;
    private const double FireRange = 4500.0;
    private const double SafeBlast = 1.3;
    private const double ShieldRange = 3500.0;
    private const uint HitMemoryTicks = 200;
    private const double NukeCrowd = 800.0;
    private const double HardShields = 150.0;

    public static void Work(World world, ref PlayerShipState ship)
    {
        MindShields(world, ref ship);
        uint target = PickTarget(world, in ship);
        if (ship.TargetId != target) CrewSystem.Give(world, in ship, OrderKind.WeaponsSetTarget, target);
        if (!ship.AutoBeams) CrewSystem.Give(world, in ship, OrderKind.WeaponsSetAutoBeams, on: true);
        if (ship.Energy < 80.0 && ship.DockedAt == 0) CrewSystem.Give(world, in ship, OrderKind.WeaponsConvert, on: true);
        Load(world, ref ship);
        uint prey = ship.Mind.Goal == CrewGoal.Fight ? ship.Mind.GoalId : target;
        if (ship.DockedAt != 0 || WeaponsOrders.CheckTarget(world, in ship, prey) is not null) return;
        world.TryLocate(prey, out var enemy);
        Tune(world, ref ship, in enemy);
        Fire(world, ref ship, prey);
    }

    private static void MindShields(World world, ref PlayerShipState ship)
    {
        bool hit = ship.HitTick != 0 && world.Tick - ship.HitTick < HitMemoryTicks;
        bool wanted = ship.Mind.Threat < ShieldRange || hit;
        if (ship.Mind.Goal == CrewGoal.Resupply && world.TryLocate(ship.Mind.GoalId, out var station)
            && Geometry.Distance(in ship.Motion, station.X, station.Y, station.Z) < world.Balance.Bases.DockRange * 1.2)
        {
            wanted = false;
        }
        if (ship.ShieldsUp != wanted) CrewSystem.Give(world, in ship, OrderKind.WeaponsSetShields, on: wanted);
    }

    // Drones and fighters that are near first, as beams kill them; else the nearest within beams' reach; else the goal.
    private static uint PickTarget(World world, in PlayerShipState ship)
    {
        uint best = ship.Mind.Goal == CrewGoal.Fight ? ship.Mind.GoalId : 0;
        double range = Math.Max(world.Tables.Ships[(int)ship.Class].Beams.Range, DroneRange);
        double nearest = range;
        if (best != 0 && world.TryLocate(best, out var goal))
            nearest = Math.Min(nearest, Geometry.Distance(in ship.Motion, goal.X, goal.Y, goal.Z));
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (npc.Gone || npc.Surrendered || npc.Faction != Faction.Hostile) continue;
            double distance = Geometry.Distance(in ship.Motion, in npc.Motion);
            if (distance > Math.Min(range, Sight.SightOf(world, in npc))) continue;
            if (npc.Kind is NpcKind.Drone) distance *= 0.3;
            if (distance >= nearest) continue;
            nearest = distance;
            best = npc.Id;
        }
        return WeaponsOrders.CheckTarget(world, in ship, best) is null ? best : 0;
    }

    private static void Tune(World world, ref PlayerShipState ship, in Located enemy)
    {
        if (enemy.Kind != EntityKind.Npc || ship.RetuneLeft > 0.0) return;
        ref readonly var npc = ref world.Npcs[enemy.Slot];
        if (npc.Scan != ScanState.Twice || npc.ShieldsFore + npc.ShieldsAft < 150.0 || ship.Frequency == npc.WeakFrequency) return;
        // Beams are silent while they are tuned: not in the middle of a fight, unless they are at their worst.
        if (ship.Mind.Threat < ShieldRange * 0.7 && ship.Frequency != npc.StrongFrequency) return;
        CrewSystem.Give(world, in ship, OrderKind.WeaponsSetFrequency, number: (int)npc.WeakFrequency);
    }

    private static void Load(World world, ref PlayerShipState ship)
    {
        bool hard = world.TryLocate(ship.Mind.GoalId, out var enemy) && ShieldsOf(world, in enemy) > HardShields;
        for (int t = 0; t < ship.TubeCount; t++)
        {
            ref readonly var tube = ref ship.Tubes[t];
            // What is of no use now gives way to what is.
            bool useless = tube.Ordnance == Ordnance.Mine || (tube.Ordnance == Ordnance.Emp && !hard);
            if (tube.Status == TubeStatus.Loaded && useless && ship.Stores[(int)Ordnance.Homing] > 0)
                CrewSystem.Give(world, in ship, OrderKind.WeaponsUnloadTube, number: t);
            if (tube.Status != TubeStatus.Empty) continue;
            // The first tube is for heavy ordnance, the others for homing torpedoes.
            if (t == 0 && TryLoad(world, in ship, t, Ordnance.Nuke)) continue;
            if (t == 0 && hard && TryLoad(world, in ship, t, Ordnance.Emp)) continue;
            if (TryLoad(world, in ship, t, Ordnance.Homing)) continue;
            if (TryLoad(world, in ship, t, Ordnance.Nuke)) continue;
            if (hard && TryLoad(world, in ship, t, Ordnance.PShock)) continue;
            if (ship.Mind.Goal == CrewGoal.Resupply && ship.Mind.Threat < ShieldRange) TryLoad(world, in ship, t, Ordnance.Mine);
        }
    }

    private static bool TryLoad(World world, in PlayerShipState ship, int tube, Ordnance ordnance) =>
        ship.Stores[(int)ordnance] > 0
        && CrewSystem.Give(world, in ship, OrderKind.WeaponsLoadTube, number: tube, other: (int)ordnance);

    private static void Fire(World world, ref PlayerShipState ship, uint wanted)
    {
        for (int t = 0; t < ship.TubeCount; t++)
        {
            if (ship.Tubes[t].Status != TubeStatus.Loaded) continue;
            var ordnance = ship.Tubes[t].Ordnance;
            uint targetId = ordnance == Ordnance.Mine ? wanted : PickPrey(world, in ship, wanted);
            if (world.TryLocate(targetId, out var enemy) && IsGoodFor(world, in ship, ordnance, targetId, in enemy))
                CrewSystem.Give(world, in ship, OrderKind.WeaponsFireTube, targetId, number: t);
        }
    }

    // What is wanted, or what is nearest in reach once enough flies at that.
    private static uint PickPrey(World world, in PlayerShipState ship, uint wanted)
    {
        if (world.TryLocate(wanted, out var first) && !Inbound.IsEnough(world, in ship, wanted, in first)) return wanted;
        uint best = 0;
        double nearest = FireRange;
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (!Nearest.IsHostile(in npc) || npc.Kind == NpcKind.Fighter) continue;
            double distance = Geometry.Distance(in ship.Motion, in npc.Motion);
            if (distance >= nearest || distance > Sight.SightOf(world, in npc)) continue;
            if (!world.TryLocate(npc.Id, out var other) || Inbound.IsEnough(world, in ship, npc.Id, in other)) continue;
            nearest = distance;
            best = npc.Id;
        }
        return best;
    }

    private static bool IsGoodFor(World world, in PlayerShipState ship, Ordnance ordnance, uint targetId, in Located enemy)
    {
        double distance = Geometry.Distance(in ship.Motion, enemy.X, enemy.Y, enemy.Z);
        double blast = world.Balance.Ordnance.BlastRadius;
        if (ordnance == Ordnance.Mine)
        {
            return distance < blast && distance > 400.0 && ship.Motion.Velocity > 20.0 && !ship.Helm.Reverse
                && !Geometry.IsAhead(in ship.Motion, enemy.X, enemy.Z);
        }
        if (distance >= FireRange) return false;
        if (ordnance is Ordnance.Homing or Ordnance.PShock)
            return enemy.Kind != EntityKind.Npc || world.Npcs[enemy.Slot].Kind is not (NpcKind.Fighter or NpcKind.Drone);
        if (distance <= blast * SafeBlast || !IsClear(world, in enemy)) return false;
        return ordnance == Ordnance.Nuke
            ? IsWorthNuke(world, in enemy)
            : ShieldsOf(world, in enemy) > HardShields && !Inbound.Any(world, targetId, Ordnance.Emp);
    }

    // Nothing of ours near the target.
    private static bool IsClear(World world, in Located enemy)
    {
        double blast = world.Balance.Ordnance.BlastRadius * SafeBlast;
        foreach (ref readonly var ship in world.Ships.AsSpan())
        {
            if (ship.Alive && Geometry.SquaredDistance(in ship.Motion, enemy.X, enemy.Y, enemy.Z) < blast * blast) return false;
        }
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (npc.Faction == Faction.Friendly && Geometry.SquaredDistance(in npc.Motion, enemy.X, enemy.Y, enemy.Z) < blast * blast) return false;
        }
        foreach (ref readonly var station in world.Bases.Items)
        {
            if (station.Gone || station.Faction != Faction.Friendly) continue;
            double dx = station.X - enemy.X;
            double dz = station.Z - enemy.Z;
            if (dx * dx + dz * dz < blast * blast) return false;
        }
        return true;
    }

    private static bool IsWorthNuke(World world, in Located enemy)
    {
        if (enemy.Kind == EntityKind.Base) return true;
        if (Nearest.CountHostiles(world, enemy.X, enemy.Y, enemy.Z, NukeCrowd) >= 2) return true;
        return ShieldsOf(world, in enemy) > 100.0;
    }

    private static double ShieldsOf(World world, in Located enemy) => enemy.Kind == EntityKind.Npc
        ? world.Npcs[enemy.Slot].ShieldsFore + world.Npcs[enemy.Slot].ShieldsAft
        : 0.0;
}
