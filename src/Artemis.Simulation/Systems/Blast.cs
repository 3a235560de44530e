namespace Artemis.Simulation;

/// <summary>High explosives and pulses: they reach all that is near, friends too.</summary>
internal static class Blast
{
    /// <summary>Damage of a nuke or mine at a distance: falls evenly to its edge.</summary>
    public static double DamageAt(OrdnanceBalance rules, double distance) =>
        distance > rules.BlastRadius
            ? 0.0
            : rules.BlastDamage + (rules.BlastEdgeDamage - rules.BlastDamage) * (distance / rules.BlastRadius);

    /// <summary>Sets off a nuke or mine.</summary>
    /// <returns>Whether an enemy of the crews was hit.</returns>
    public static bool Explode(World world, double x, double y, double z, uint byId)
    {
        var rules = world.Balance.Ordnance;
        Telling.Explosion(world, x, y, z, rules.BlastRadius, 0);
        bool hit = false;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            Damage.HitShip(world, ref ship, DamageAt(rules, Geometry.Distance(in ship.Motion, x, y, z)), x, z, byId);
        }
        // Nothing is added to these lists by a blast: what it destroys is taken out at the end of the tick.
        foreach (ref var npc in world.Npcs.Items)
        {
            double damage = DamageAt(rules, Geometry.Distance(in npc.Motion, x, y, z));
            hit |= damage > 0.0 && npc.Faction == Faction.Hostile && !npc.Gone;
            Damage.HitNpc(world, ref npc, damage, x, z, byId);
        }
        foreach (ref var station in world.Bases.Items)
        {
            double dx = station.X - x;
            double dy = station.Y - y;
            double dz = station.Z - z;
            double damage = DamageAt(rules, Math.Sqrt(dx * dx + dy * dy + dz * dz));
            hit |= damage > 0.0 && station.Faction == Faction.Hostile && !station.Gone;
            Damage.HitBase(world, ref station, damage, byId);
        }
        return hit;
    }

    /// <summary>Sets off an EMP.</summary>
    /// <returns>Whether an enemy of the crews was hit.</returns>
    public static bool Pulse(World world, double x, double y, double z)
    {
        var rules = world.Balance.Ordnance;
        double reach = rules.BlastRadius * rules.BlastRadius;
        Telling.Explosion(world, x, y, z, rules.BlastRadius, 0);
        bool hit = false;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive || Geometry.SquaredDistance(in ship.Motion, x, y, z) > reach) continue;
            ship.ShieldsFore *= rules.EmpShare;
            ship.ShieldsAft *= rules.EmpShare;
        }
        foreach (ref var npc in world.Npcs.Items)
        {
            if (npc.Gone || Geometry.SquaredDistance(in npc.Motion, x, y, z) > reach) continue;
            npc.ShieldsFore *= rules.EmpShare;
            npc.ShieldsAft *= rules.EmpShare;
            hit |= npc.Faction == Faction.Hostile;
        }
        return hit;
    }
}
