using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Arms mines and sets them off.</summary>
internal static class MineSystem
{
    public static void Run(World world)
    {
        double trigger = world.Balance.Ordnance.MineTrigger;
        foreach (ref var mine in world.Mines.Items)
        {
            if (mine.Gone) continue;
            if (!mine.Armed)
            {
                mine.ArmsIn -= MotionStep.TickSeconds;
                // Sums of ticks miss the end by a rounding.
                if (mine.ArmsIn < 1e-9) mine.ArmsIn = 0.0;
                continue;
            }
            foreach (ref readonly var npc in world.Npcs.Items)
            {
                if (npc.Gone || npc.Surrendered || npc.Faction == mine.Side) continue;
                if (Geometry.SquaredDistance(in npc.Motion, mine.X, mine.Y, mine.Z) > trigger * trigger) continue;
                GoOff(world, ref mine);
                break;
            }
        }
    }

    /// <summary>Sets a mine off.</summary>
    public static void GoOff(World world, ref MineState mine)
    {
        if (mine.Gone) return;
        world.Mines.Kill(ref mine);
        int owner = world.ShipOf(mine.OwnerId);
        if (Blast.Explode(world, mine.X, mine.Y, mine.Z, mine.OwnerId) && owner >= 0) world.Ships[owner].Statistics.TorpedoesHit++;
    }
}
