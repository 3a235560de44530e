namespace Artemis.Simulation;

/// <summary>What already flies at a target, whoever fired it: more than it needs is wasted.</summary>
internal static class Inbound
{
    /// <summary>Whether the torpedoes under way do a target in, as far as one can tell.</summary>
    public static bool IsEnough(World world, in PlayerShipState ship, uint targetId, in Located target) =>
        Points(world, targetId, in target) * world.Tables.Drill.HostileDamage >= Left(world, in ship, in target);

    /// <summary>Whether a torpedo of a kind is on its way to a target.</summary>
    public static bool Any(World world, uint targetId, Ordnance ordnance)
    {
        foreach (ref readonly var torpedo in world.Torpedoes.Items)
        {
            if (!torpedo.Gone && torpedo.TargetId == targetId && torpedo.Ordnance == ordnance) return true;
        }
        return false;
    }

    // A nuke counts for all that it will reach.
    private static double Points(World world, uint targetId, in Located target)
    {
        var rules = world.Balance.Ordnance;
        double points = 0.0;
        foreach (ref readonly var torpedo in world.Torpedoes.Items)
        {
            if (torpedo.Gone) continue;
            if (torpedo.Ordnance == Ordnance.Homing && torpedo.TargetId == targetId)
                points += rules.HomingDamage;
            else if (torpedo.Ordnance == Ordnance.Nuke && world.TryLocate(torpedo.TargetId, out var aim))
                points += Blast.DamageAt(rules, Geometry.Distance(in aim, in target));
        }
        return points;
    }

    // A ship falls when its hull is gone, and only the shield that faces the hits stands before that.
    private static double Left(World world, in PlayerShipState ship, in Located target)
    {
        if (target.Kind == EntityKind.Base) return world.Bases[target.Slot].Shields;
        if (target.Kind != EntityKind.Npc) return 0.0;
        ref readonly var npc = ref world.Npcs[target.Slot];
        bool ahead = Geometry.IsAhead(in npc.Motion, ship.Motion.PosX, ship.Motion.PosZ);
        return npc.Hull + (ahead ? npc.ShieldsFore : npc.ShieldsAft);
    }
}
