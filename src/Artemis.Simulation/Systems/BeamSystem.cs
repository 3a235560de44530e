using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Beams of crews and enemies.</summary>
internal static class BeamSystem
{
    public static void Run(World world)
    {
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (ship.Alive) RunShip(world, ref ship);
        }
        foreach (ref var npc in world.Npcs.Items)
        {
            if (npc.Gone || npc.Surrendered || npc.Kind == NpcKind.Drone) continue;
            RunNpc(world, ref npc);
        }
        foreach (ref var station in world.Bases.Items)
        {
            if (!station.Gone && station.Faction == Faction.Hostile) RunBase(world, ref station);
        }
    }

    /// <summary>Fires every beam of a crew's ship that is ready and bears.</summary>
    /// <returns>Null if one fired, or why none did.</returns>
    public static RefusalReason? Fire(World world, ref PlayerShipState ship, uint targetId, in Located target)
    {
        var beams = world.Tables.Ships[(int)ship.Class].Beams;
        if (Geometry.SquaredDistance(in ship.Motion, target.X, target.Y, target.Z) > beams.Range * beams.Range)
            return RefusalReason.OutOfRange;
        ExactMath.SinCos(beams.ArcDegrees * 0.5 * Geometry.Degree, out _, out double cosHalf);
        var why = (RefusalReason?)RefusalReason.OutOfRange;
        for (int i = 0; i < beams.BearingsDegrees.Count; i++)
        {
            if (!Geometry.InArc(in ship.Motion, target.X, target.Z, beams.BearingsDegrees[i] * Geometry.Degree, cosHalf)) continue;
            if (ship.BeamWait[i] > 0.0 || ship.Energy < world.Balance.Beams.EnergyPerShot)
            {
                if (why is not null) why = RefusalReason.NotReady;
                continue;
            }
            ship.BeamWait[i] = beams.CycleSeconds;
            ship.Energy -= world.Balance.Beams.EnergyPerShot;
            ship.Statistics.EnergyUsed += world.Balance.Beams.EnergyPerShot;
            Strike(world, in ship, targetId, in target, beams.Damage);
            why = null;
        }
        return why;
    }

    private static void RunShip(World world, ref PlayerShipState ship)
    {
        if (ship.RetuneLeft > 0.0)
        {
            ship.RetuneLeft = Math.Max(0.0, ship.RetuneLeft - MotionStep.TickSeconds);
            // Sums of ticks miss the end by a rounding.
            if (ship.RetuneLeft < 1e-9)
            {
                ship.RetuneLeft = 0.0;
                ship.Frequency = ship.FrequencyOrdered;
            }
        }
        double effect = ship.Effect(ShipSystem.Beams);
        bool ready = false;
        for (int i = 0; i < BeamArray.Count; i++)
        {
            double wait = ship.BeamWait[i] - MotionStep.TickSeconds * effect;
            ship.BeamWait[i] = wait < 1e-9 ? 0.0 : wait;
            ready |= ship.BeamWait[i] <= 0.0;
        }
        if (ship.TargetId != 0 && !world.TryLocate(ship.TargetId, out _)) ship.TargetId = 0;
        if (!ready || !ship.AutoBeams || ship.TargetId == 0 || ship.DockedAt != 0 || ship.RetuneLeft > 0.0 || effect <= 0.0) return;
        if (WeaponsOrders.CheckTarget(world, in ship, ship.TargetId) is not null) return;
        world.TryLocate(ship.TargetId, out var target);
        Fire(world, ref ship, ship.TargetId, in target);
    }

    private static void Strike(World world, in PlayerShipState ship, uint targetId, in Located target, double damage)
    {
        if (target.Kind == EntityKind.Npc)
        {
            ref var npc = ref world.Npcs[target.Slot];
            double shield = Geometry.IsAhead(in npc.Motion, ship.Motion.PosX, ship.Motion.PosZ) ? npc.ShieldsFore : npc.ShieldsAft;
            if (shield > 0.0 && ship.Frequency == npc.WeakFrequency) damage *= world.Balance.Beams.WeakFactor;
            else if (shield > 0.0 && ship.Frequency == npc.StrongFrequency) damage *= world.Balance.Beams.StrongFactor;
        }
        Telling.Beam(world, ship.Id, in target, targetId, ship.Frequency, damage);
        Damage.Hit(world, targetId, damage, ship.Motion.PosX, ship.Motion.PosZ, ship.Id);
    }

    private static void RunNpc(World world, ref NpcState npc)
    {
        npc.Mind.BeamWait -= MotionStep.TickSeconds * npc.Systems[(int)ShipSystem.Beams];
        if (npc.Mind.BeamWait > 0.0) return;
        npc.Mind.BeamWait = 0.0;
        var rules = world.Tables.Npcs[(int)npc.Kind];
        if (rules.Damage <= 0.0 || npc.Cloaked || npc.TargetId == 0 || !world.TryLocate(npc.TargetId, out var target)) return;
        if (target.Faction == npc.Faction || target.Faction == Faction.Neutral) return;
        double range = rules.Range * (npc.Faction == Faction.Hostile ? world.Tables.BeamRange : 1.0);
        if (Geometry.SquaredDistance(in npc.Motion, target.X, target.Y, target.Z) > range * range) return;
        ExactMath.SinCos(rules.ArcDegrees * 0.5 * Geometry.Degree, out _, out double cosHalf);
        if (!Geometry.InArc(in npc.Motion, target.X, target.Z, 0.0, cosHalf)) return;
        npc.Mind.BeamWait = rules.CycleSeconds;
        double damage = rules.Damage * npc.Strength;
        Telling.Beam(world, npc.Id, in target, npc.TargetId, BeamFrequency.A, damage);
        Damage.Hit(world, npc.TargetId, damage, npc.Motion.PosX, npc.Motion.PosZ, npc.Id);
    }

    private static void RunBase(World world, ref BaseState station)
    {
        var rules = world.Balance.Bases;
        station.BeamWait = Math.Max(0.0, station.BeamWait - MotionStep.TickSeconds);
        if (station.BeamWait > 0.0 || rules.EnemyBeamDamage <= 0.0) return;
        int nearest = Nearest.Ship(world, station.X, station.Y, station.Z, rules.EnemyBeamRange);
        if (nearest < 0) return;
        station.BeamWait = rules.EnemyBeamSeconds;
        ref var ship = ref world.Ships[nearest];
        double damage = rules.EnemyBeamDamage * world.Tables.Damage;
        world.TryLocate(ship.Id, out var target);
        Telling.Beam(world, station.Id, in target, ship.Id, BeamFrequency.A, damage);
        Damage.HitShip(world, ref ship, damage, station.X, station.Z, station.Id);
    }
}
