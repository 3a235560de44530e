namespace Artemis.Simulation;

/// <summary>What a computer-flown ship fights: the nearest, with what its fleet was sent for counting as nearer.</summary>
internal static class TargetChoice
{
    private const double Wanted = 0.4;
    private const double Kept = 0.8;

    public static uint Pick(World world, in NpcState npc)
    {
        uint best = 0;
        double nearest = double.MaxValue;
        if (npc.Faction == Faction.Hostile) PickForEnemy(world, in npc, ref best, ref nearest);
        else PickForFriend(world, in npc, ref best, ref nearest);
        return best;
    }

    private static void PickForEnemy(World world, in NpcState npc, ref uint best, ref double nearest)
    {
        var objective = npc.Mind.Objective;
        double notice = world.Balance.Tactics.NoticeRange;
        double sight = world.Balance.Places.NebulaSight;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive) continue;
            double distance = Geometry.Distance(in npc.Motion, in ship.Motion);
            if (ship.InNebula && distance > sight) continue;
            if (objective != Objective.Ships && distance > notice) continue;
            double weight = objective == Objective.Ships ? Wanted : 1.0;
            Consider(in npc, ship.Id, distance * weight, ref best, ref nearest);
        }
        foreach (ref readonly var station in world.Bases.Items)
        {
            if (station.Gone || station.Faction != Faction.Friendly || objective is Objective.Guard or Objective.Patrol) continue;
            double distance = Geometry.Distance(in npc.Motion, station.X, station.Y, station.Z);
            if (objective != Objective.Bases && distance > notice) continue;
            Consider(in npc, station.Id, distance * (objective == Objective.Bases ? Wanted : 1.5), ref best, ref nearest);
        }
        foreach (ref readonly var other in world.Npcs.Items)
        {
            if (other.Faction != Faction.Friendly || other.Gone) continue;
            double distance = Geometry.Distance(in npc.Motion, in other.Motion);
            bool prey = objective == Objective.Freighters && other.Kind == NpcKind.Freighter;
            if (!prey && distance > notice) continue;
            Consider(in npc, other.Id, distance * (prey ? Wanted : 1.2), ref best, ref nearest);
        }
    }

    private static void PickForFriend(World world, in NpcState npc, ref uint best, ref double nearest)
    {
        double notice = world.Balance.Tactics.NoticeRange * 2.0;
        foreach (ref readonly var other in world.Npcs.Items)
        {
            if (!Nearest.IsHostile(in other)) continue;
            double distance = Geometry.Distance(in npc.Motion, in other.Motion);
            if (distance > Math.Min(notice, Sight.SightOf(world, in other))) continue;
            Consider(in npc, other.Id, distance, ref best, ref nearest);
        }
    }

    // What it fights already counts as nearer, so that it does not waver.
    private static void Consider(in NpcState npc, uint id, double distance, ref uint best, ref double nearest)
    {
        if (id == npc.TargetId) distance *= Kept;
        if (distance >= nearest) return;
        nearest = distance;
        best = id;
    }
}
