namespace Artemis.Simulation;

/// <summary>Finds what is nearest.</summary>
internal static class Nearest
{
    /// <summary>Index of the nearest living crew's ship within a range, or −1.</summary>
    public static int Ship(World world, double x, double y, double z, double range)
    {
        double best = range * range;
        int found = -1;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            if (!world.Ships[i].Alive) continue;
            double squared = Geometry.SquaredDistance(in world.Ships[i].Motion, x, y, z);
            if (squared > best) continue;
            best = squared;
            found = i;
        }
        return found;
    }

    /// <summary>Slot of the nearest base of a side, or −1.</summary>
    public static int Base(World world, double x, double z, Faction faction)
    {
        double best = double.MaxValue;
        int found = -1;
        var bases = world.Bases.Items;
        for (int i = 0; i < bases.Length; i++)
        {
            if (bases[i].Gone || bases[i].Faction != faction) continue;
            double dx = bases[i].X - x;
            double dz = bases[i].Z - z;
            if (dx * dx + dz * dz >= best) continue;
            best = dx * dx + dz * dz;
            found = i;
        }
        return found;
    }

    /// <summary>How many enemies in arms (drones apart) are within a range of a point.</summary>
    public static int CountHostiles(World world, double x, double y, double z, double range)
    {
        int count = 0;
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (IsHostile(in npc) && Geometry.SquaredDistance(in npc.Motion, x, y, z) <= range * range) count++;
        }
        return count;
    }

    /// <summary>Whether a computer-flown ship is an enemy in arms; drones are ammunition.</summary>
    public static bool IsHostile(in NpcState npc) =>
        npc.Faction == Faction.Hostile && !npc.Gone && !npc.Surrendered && npc.Kind != NpcKind.Drone;
}
