namespace Artemis.Simulation;

/// <summary>Calls red alert, has bases build, demands surrender, and taunts enemies away from bases.</summary>
internal static class CrewComms
{
    private const double DemandChance = 0.35;
    private const int KeepHoming = 6;

    public static void Work(World world, ref PlayerShipState ship)
    {
        bool alert = ship.Mind.Threat < world.Balance.Tactics.NoticeRange;
        if (ship.RedAlert != alert) CrewSystem.Give(world, in ship, OrderKind.CommsSetRedAlert, on: alert);
        Build(world, in ship);
        Demand(world, in ship);
        if (CrewCaptain.ShieldShare(world, in ship) > 0.8 && ship.Mind.Goal == CrewGoal.Fight) Taunt(world, in ship);
    }

    private static void Build(World world, in PlayerShipState ship)
    {
        foreach (ref readonly var station in world.Bases.Items)
        {
            if (station.Gone || station.IsBuilding || station.Faction != Faction.Friendly) continue;
            var wanted = station.Stores[(int)Ordnance.Homing] < KeepHoming ? Ordnance.Homing : Ordnance.Nuke;
            CrewSystem.Give(world, in ship, OrderKind.CommsHail, station.Id, number: (int)Hail.Build, other: (int)wanted);
        }
    }

    private static void Demand(World world, in PlayerShipState ship)
    {
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (!Nearest.IsHostile(in npc) || npc.Mind.HailWait > 0.0) continue;
            // A ship that nobody has hurt yet laughs at demands.
            if (CommsSystem.SurrenderChance(world, in npc) < DemandChance || !IsNear(world, in ship, in npc)) continue;
            CrewSystem.Give(world, in ship, OrderKind.CommsHail, npc.Id, number: (int)Hail.Surrender);
            return;
        }
    }

    private static void Taunt(World world, in PlayerShipState ship)
    {
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (!Nearest.IsHostile(in npc) || npc.Mind.HailWait > 0.0 || npc.Mind.BoundLeft > 0.0 || npc.Kind == NpcKind.Heavy) continue;
            if (world.Index.Find(npc.TargetId, out _) != EntityKind.Base || !IsNear(world, in ship, in npc)) continue;
            CrewSystem.Give(world, in ship, OrderKind.CommsHail, npc.Id, number: (int)Hail.Taunt);
            return;
        }
    }

    private static bool IsNear(World world, in PlayerShipState ship, in NpcState npc)
    {
        double range = world.Balance.Tactics.NoticeRange;
        return Geometry.SquaredDistance(in ship.Motion, in npc.Motion) < range * range;
    }
}
