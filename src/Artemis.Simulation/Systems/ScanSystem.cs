using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Scans in two steps. What one ship finds out, all crews know.</summary>
internal static class ScanSystem
{
    public static void Run(World world)
    {
        var rules = world.Balance.Scans;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive || ship.ScanId == 0) continue;
            if (ScienceOrders.Check(world, in ship, ship.ScanId) is not null)
            {
                ship.ScanId = 0;
                ship.ScanProgress = 0.0;
                continue;
            }
            world.Index.Find(ship.ScanId, out int slot);
            ref var npc = ref world.Npcs[slot];
            double seconds = npc.Scan == ScanState.None ? rules.FirstSeconds : rules.SecondSeconds;
            ship.ScanProgress += MotionStep.TickSeconds * ship.Effect(ShipSystem.Sensors) / seconds;
            if (ship.ScanProgress < 1.0 - 1e-9) continue;
            ship.ScanId = 0;
            ship.ScanProgress = 0.0;
            npc.Scan++;
            if (npc.Scan == ScanState.Twice) world.ContactsScanned++;
            world.Events.Add(new GameEvent
            {
                Kind = GameEventKind.ScanDone,
                Ships = world.AllShips,
                ObjectId = npc.Id,
                Code = (byte)npc.Scan,
                Text = "",
            });
        }
    }
}
