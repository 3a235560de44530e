using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>What a base does for the ships that are made fast to it.</summary>
internal static class DockingSystem
{
    public static void Run(World world)
    {
        var rules = world.Balance.Bases;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive || ship.DockedAt == 0) continue;
            if (world.Index.Find(ship.DockedAt, out int slot) != EntityKind.Base || world.Bases[slot].Gone)
            {
                CastOff(world, ref ship);
                continue;
            }
            double full = world.Balance.Power.EnergyStart;
            if (ship.Energy < full) ship.Energy = Math.Min(full, ship.Energy + rules.EnergyPerSecond * MotionStep.TickSeconds);
            for (int s = 0; s < SystemArray.Count; s++)
            {
                ref var system = ref ship.Systems[s];
                system.Health = Math.Min(1.0, system.Health + rules.RepairPerSecond * MotionStep.TickSeconds);
            }
            HandOver(world, ref ship, ref world.Bases[slot]);
        }
    }

    public static void MakeFast(World world, ref PlayerShipState ship, uint baseId)
    {
        ship.DockedAt = baseId;
        ship.Helm.Impulse = 0.0;
        ship.Helm.WarpFactor = 0.0;
        ship.StoreWait = world.Balance.Bases.StoreSeconds;
        Tell(world, in ship, baseId, true);
    }

    public static void CastOff(World world, ref PlayerShipState ship)
    {
        uint baseId = ship.DockedAt;
        ship.DockedAt = 0;
        Tell(world, in ship, baseId, false);
    }

    // Pieces go over one by one, in the order of the kinds.
    private static void HandOver(World world, ref PlayerShipState ship, ref BaseState station)
    {
        ship.StoreWait -= MotionStep.TickSeconds;
        if (ship.StoreWait > 1e-9) return;
        ship.StoreWait = world.Balance.Bases.StoreSeconds;
        for (int kind = 0; kind < StoreArray.Count; kind++)
        {
            if (station.Stores[kind] == 0 || TubeSystem.CountAboard(in ship, (Ordnance)kind) >= world.Tables.StoreLimit(ship.Class, (Ordnance)kind)) continue;
            station.Stores[kind]--;
            ship.Stores[kind]++;
            return;
        }
    }

    private static void Tell(World world, in PlayerShipState ship, uint baseId, bool docked) =>
        world.Events.Add(new GameEvent
        {
            Kind = GameEventKind.Docking,
            Ships = (byte)(1 << ship.Index),
            ObjectId = baseId,
            Flag = docked,
            Text = "",
        });
}
