namespace Artemis.Simulation;

/// <summary>Scans what the ship fights, then what is nearest.</summary>
internal static class CrewScience
{
    public static void Work(World world, ref PlayerShipState ship)
    {
        if (ship.ScanId != 0) return;
        if (ship.TargetId != 0 && CrewSystem.Give(world, in ship, OrderKind.ScienceScan, ship.TargetId)) return;
        uint best = 0;
        double nearest = world.Balance.Scans.Range;
        bool all = world.Scenario.Victory.ContactsScanned > 0;
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (npc.Gone || npc.Scan == ScanState.Twice || npc.Kind == NpcKind.Drone) continue;
            if (!all && !Nearest.IsHostile(in npc)) continue;
            double distance = Geometry.Distance(in ship.Motion, in npc.Motion);
            if (distance >= nearest || distance > Sight.SightOf(world, in npc) || IsTaken(world, in ship, npc.Id)) continue;
            nearest = distance;
            best = npc.Id;
        }
        if (best != 0) CrewSystem.Give(world, in ship, OrderKind.ScienceScan, best);
    }

    // Crews share what they find: no use in two scanning the same.
    private static bool IsTaken(World world, in PlayerShipState ship, uint id)
    {
        foreach (ref readonly var other in world.Ships.AsSpan())
        {
            if (other.Index != ship.Index && other.Alive && other.ScanId == id) return true;
        }
        return false;
    }
}
