namespace Artemis.Simulation;

/// <summary>What ships can see of each other.</summary>
internal static class Sight
{
    /// <summary>Whether a crew's ship sees something: not beyond sight, nor cloaked or in a nebula too far away.</summary>
    public static bool CanSee(World world, in PlayerShipState ship, uint id)
    {
        if (!world.TryLocate(id, out var found)) return false;
        // Bases and friends tell where they are.
        if (found.Kind == EntityKind.Base || found.Faction == Faction.Friendly) return true;
        double squared = Geometry.SquaredDistance(in ship.Motion, found.X, found.Y, found.Z);
        double sight = world.Balance.Places.SightRange;
        if (found.Kind == EntityKind.Npc) sight = SightOf(world, in world.Npcs[found.Slot]);
        return squared <= sight * sight;
    }

    /// <summary>How far away a computer-flown ship is seen.</summary>
    public static double SightOf(World world, in NpcState npc)
    {
        double sight = world.Balance.Places.SightRange;
        if (npc.Faction == Faction.Friendly) return sight;
        if (npc.InNebula) sight = Math.Min(sight, world.Balance.Places.NebulaSight);
        if (npc.Cloaked) sight = Math.Min(sight, world.Balance.Tactics.CloakSight);
        return sight;
    }
}
