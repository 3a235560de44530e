using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Flies torpedoes to their targets.</summary>
internal static class TorpedoSystem
{
    public static void Run(World world)
    {
        foreach (ref var torpedo in world.Torpedoes.Items)
        {
            if (torpedo.Gone) continue;
            bool seeks = world.TryLocate(torpedo.TargetId, out var target);
            if (!seeks) torpedo.TargetId = 0;
            Fly(world, ref torpedo, seeks, in target);
            if (torpedo.RangeLeft <= 0.0) world.Torpedoes.Kill(ref torpedo);
            else if (seeks ? IsHit(world, in torpedo, target.X, target.Y, target.Z) : FindInWay(world, ref torpedo))
                GoOff(world, ref torpedo);
        }
    }

    private static void Fly(World world, ref TorpedoState torpedo, bool seeks, in Located target)
    {
        var rules = world.Balance.Ordnance;
        double step = torpedo.Velocity * MotionStep.TickSeconds;
        double rise = 0.0;
        if (seeks)
        {
            double dx = target.X - torpedo.X;
            double dz = target.Z - torpedo.Z;
            double most = rules.TurnDegrees * Geometry.Degree * MotionStep.TickSeconds;
            double off = ExactMath.WrapHalf(ExactMath.Atan2(dx, dz) - torpedo.Heading);
            torpedo.Heading = ExactMath.WrapCircle(torpedo.Heading + Math.Clamp(off, -most, most));
            rise = Math.Clamp(target.Y - torpedo.Y, -step * 0.5, step * 0.5);
        }
        ExactMath.SinCos(torpedo.Heading, out double sin, out double cos);
        double limit = world.Limits.WorldLimit;
        torpedo.X = Math.Clamp(torpedo.X + sin * step, -limit, limit);
        torpedo.Y = Math.Clamp(torpedo.Y + rise, -limit, limit);
        torpedo.Z = Math.Clamp(torpedo.Z + cos * step, -limit, limit);
        torpedo.RangeLeft -= step;
    }

    private static bool IsHit(World world, in TorpedoState torpedo, double x, double y, double z)
    {
        double reach = world.Balance.Ordnance.HitRadius;
        double dx = x - torpedo.X;
        double dy = y - torpedo.Y;
        double dz = z - torpedo.Z;
        return dx * dx + dy * dy + dz * dz <= reach * reach;
    }

    // A torpedo that seeks nothing goes off at the first enemy in its way.
    private static bool FindInWay(World world, ref TorpedoState torpedo)
    {
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (npc.Gone || npc.Faction != Faction.Hostile || npc.Surrendered) continue;
            if (!IsHit(world, in torpedo, npc.Motion.PosX, npc.Motion.PosY, npc.Motion.PosZ)) continue;
            torpedo.TargetId = npc.Id;
            return true;
        }
        foreach (ref readonly var station in world.Bases.Items)
        {
            if (station.Gone || station.Faction != Faction.Hostile || !IsHit(world, in torpedo, station.X, station.Y, station.Z)) continue;
            torpedo.TargetId = station.Id;
            return true;
        }
        return false;
    }

    private static void GoOff(World world, ref TorpedoState torpedo)
    {
        var rules = world.Balance.Ordnance;
        world.Torpedoes.Kill(ref torpedo);
        bool hit = true;
        double damage = 0.0;
        // The hit comes from behind the torpedo, as it may be past the middle of its target.
        ExactMath.SinCos(torpedo.Heading, out double sin, out double cos);
        double fromX = torpedo.X - sin * rules.HitRadius * 2.0;
        double fromZ = torpedo.Z - cos * rules.HitRadius * 2.0;
        byte near = Telling.Near(world, torpedo.X, torpedo.Y, torpedo.Z);
        switch (torpedo.Ordnance)
        {
            case Ordnance.Homing:
                damage = rules.HomingDamage;
                Damage.Hit(world, torpedo.TargetId, damage, fromX, fromZ, torpedo.OwnerId);
                break;
            case Ordnance.Nuke:
                damage = rules.BlastDamage;
                hit = Blast.Explode(world, torpedo.X, torpedo.Y, torpedo.Z, torpedo.OwnerId);
                break;
            case Ordnance.Emp:
                hit = Blast.Pulse(world, torpedo.X, torpedo.Y, torpedo.Z);
                break;
            default:
                damage = rules.PShockDamage;
                Damage.Shock(world, torpedo.TargetId, damage, torpedo.OwnerId);
                break;
        }
        world.Events.Add(new GameEvent
        {
            Kind = GameEventKind.TorpedoHit,
            Ships = near,
            SourceId = torpedo.Id,
            ObjectId = torpedo.TargetId,
            Code = (byte)torpedo.Ordnance,
            Amount = damage,
            Text = "",
        });
        int owner = world.ShipOf(torpedo.OwnerId);
        if (hit && owner >= 0) world.Ships[owner].Statistics.TorpedoesHit++;
    }
}
