namespace Artemis.Simulation;

/// <summary>Orders of science.</summary>
internal static class ScienceOrders
{
    public static RefusalReason? Apply(World world, ref PlayerShipState ship, in Order order)
    {
        if (order.Kind == OrderKind.ScienceCancelScan)
        {
            ship.ScanId = 0;
            ship.ScanProgress = 0.0;
            return null;
        }
        if (Check(world, in ship, order.ObjectId) is { } bad) return bad;
        if (ship.Effect(ShipSystem.Sensors) <= 0.0) return RefusalReason.NoPower;
        if (ship.ScanId == order.ObjectId) return null;
        ship.ScanId = order.ObjectId;
        ship.ScanProgress = 0.0;
        return null;
    }

    /// <summary>Why a ship cannot scan something, or null if it can.</summary>
    public static RefusalReason? Check(World world, in PlayerShipState ship, uint id)
    {
        if (world.Index.Find(id, out int slot) != EntityKind.Npc) return RefusalReason.BadValue;
        ref var npc = ref world.Npcs[slot];
        if (npc.Gone || npc.Scan == ScanState.Twice) return RefusalReason.BadValue;
        if (Geometry.Distance(in ship.Motion, in npc.Motion) > world.Balance.Scans.Range) return RefusalReason.OutOfRange;
        return Sight.CanSee(world, in ship, id) ? null : RefusalReason.OutOfRange;
    }
}
