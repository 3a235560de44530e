namespace Artemis.Simulation;

/// <summary>Orders of weapons.</summary>
internal static class WeaponsOrders
{
    public static RefusalReason? Apply(World world, ref PlayerShipState ship, in Order order)
    {
        switch (order.Kind)
        {
            case OrderKind.WeaponsSetTarget:
                if (order.ObjectId != 0 && CheckTarget(world, in ship, order.ObjectId) is { } bad) return bad;
                ship.TargetId = order.ObjectId;
                return null;
            case OrderKind.WeaponsSetAutoBeams:
                ship.AutoBeams = order.On;
                return null;
            case OrderKind.WeaponsFireBeams:
                return FireBeams(world, ref ship, order.ObjectId);
            case OrderKind.WeaponsSetFrequency:
                return SetFrequency(world, ref ship, order.Number);
            case OrderKind.WeaponsLoadTube:
                return Load(ref ship, order.Number, order.Other);
            case OrderKind.WeaponsUnloadTube:
                return Unload(ref ship, order.Number);
            case OrderKind.WeaponsFireTube:
                return FireTube(world, ref ship, order.Number, order.ObjectId);
            case OrderKind.WeaponsConvert:
                return Convert(world, ref ship, order.On);
            default:
                return SetShields(ref ship, order.On);
        }
    }

    /// <summary>Why a ship cannot aim at something, or null if it can.</summary>
    public static RefusalReason? CheckTarget(World world, in PlayerShipState ship, uint id)
    {
        if (!world.TryLocate(id, out var target)) return RefusalReason.BadValue;
        bool fair = target.Kind switch
        {
            EntityKind.Npc => target.Faction != Faction.Friendly,
            EntityKind.Base => target.Faction == Faction.Hostile,
            EntityKind.Mine => true,
            _ => false,
        };
        if (!fair) return RefusalReason.BadValue;
        return Sight.CanSee(world, in ship, id) ? null : RefusalReason.OutOfRange;
    }

    private static RefusalReason? FireBeams(World world, ref PlayerShipState ship, uint targetId)
    {
        if (ship.DockedAt != 0) return RefusalReason.Docked;
        if (CheckTarget(world, in ship, targetId) is { } bad) return bad;
        if (ship.RetuneLeft > 0.0) return RefusalReason.NotReady;
        if (ship.Effect(ShipSystem.Beams) <= 0.0 || ship.Energy < world.Balance.Beams.EnergyPerShot) return RefusalReason.NoPower;
        world.TryLocate(targetId, out var target);
        return BeamSystem.Fire(world, ref ship, targetId, in target);
    }

    private static RefusalReason? SetFrequency(World world, ref PlayerShipState ship, int frequency)
    {
        if ((uint)frequency > (uint)BeamFrequency.E) return RefusalReason.BadValue;
        var wanted = (BeamFrequency)frequency;
        if (wanted == ship.FrequencyOrdered) return null;
        ship.FrequencyOrdered = wanted;
        ship.RetuneLeft = wanted == ship.Frequency ? 0.0 : world.Balance.Beams.RetuneSeconds;
        return null;
    }

    private static RefusalReason? Load(ref PlayerShipState ship, int tube, int ordnance)
    {
        if ((uint)tube >= (uint)ship.TubeCount || (uint)ordnance > (uint)Ordnance.PShock) return RefusalReason.BadValue;
        ref var loading = ref ship.Tubes[tube];
        if (loading.Status != TubeStatus.Empty) return RefusalReason.TubeBusy;
        if (ship.Stores[ordnance] == 0) return RefusalReason.OutOfStock;
        if (ship.Effect(ShipSystem.Torpedoes) <= 0.0) return RefusalReason.NoPower;
        ship.Stores[ordnance]--;
        loading = new TubeState { Status = TubeStatus.Loading, Ordnance = (Ordnance)ordnance };
        return null;
    }

    private static RefusalReason? Unload(ref PlayerShipState ship, int tube)
    {
        if ((uint)tube >= (uint)ship.TubeCount) return RefusalReason.BadValue;
        ref var unloading = ref ship.Tubes[tube];
        if (unloading.Status is TubeStatus.Empty or TubeStatus.Unloading) return RefusalReason.TubeBusy;
        unloading.Status = TubeStatus.Unloading;
        unloading.Progress = 0.0;
        return null;
    }

    private static RefusalReason? FireTube(World world, ref PlayerShipState ship, int tube, uint targetId)
    {
        if ((uint)tube >= (uint)ship.TubeCount) return RefusalReason.BadValue;
        if (ship.DockedAt != 0) return RefusalReason.Docked;
        ref var loaded = ref ship.Tubes[tube];
        if (loaded.Status == TubeStatus.Loading) return RefusalReason.NotReady;
        if (loaded.Status != TubeStatus.Loaded) return RefusalReason.TubeBusy;
        if (targetId != 0)
        {
            if (CheckTarget(world, in ship, targetId) is { } bad) return bad;
            world.TryLocate(targetId, out var target);
            if (loaded.Ordnance != Ordnance.Mine
                && Geometry.Distance(in ship.Motion, target.X, target.Y, target.Z) > world.Balance.Ordnance.Range)
            {
                return RefusalReason.OutOfRange;
            }
        }
        return TubeSystem.Fire(world, ref ship, tube, targetId) ? null : RefusalReason.NotReady;
    }

    private static RefusalReason? Convert(World world, ref PlayerShipState ship, bool toEnergy)
    {
        // A base's torpedoes and energy are not for changing into each other: it hands out both at its own pace.
        if (ship.DockedAt != 0) return RefusalReason.Docked;
        double worth = world.Balance.Ordnance.EnergyPerTorpedo;
        ref int homing = ref ship.Stores[(int)Ordnance.Homing];
        if (toEnergy)
        {
            if (homing == 0) return RefusalReason.OutOfStock;
            if (ship.Energy + worth > world.Balance.Power.EnergyMost) return RefusalReason.BadValue;
            homing--;
            ship.Energy += worth;
            return null;
        }
        if (ship.Energy < worth) return RefusalReason.NoPower;
        if (TubeSystem.CountAboard(in ship, Ordnance.Homing) >= world.Tables.StoreLimit(ship.Class, Ordnance.Homing)) return RefusalReason.BadValue;
        ship.Energy -= worth;
        homing++;
        return null;
    }

    private static RefusalReason? SetShields(ref PlayerShipState ship, bool up)
    {
        if (up && !ship.ShieldsUp)
        {
            if (ship.DockedAt != 0) return RefusalReason.Docked;
            if (ship.Energy <= 0.0) return RefusalReason.NoPower;
            if (ship.Effect(ShipSystem.ForeShields) <= 0.0 && ship.Effect(ShipSystem.AftShields) <= 0.0) return RefusalReason.NoPower;
        }
        ship.ShieldsUp = up;
        return null;
    }
}
