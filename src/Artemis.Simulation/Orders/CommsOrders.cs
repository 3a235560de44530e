using System.Text;

namespace Artemis.Simulation;

/// <summary>Orders of communications.</summary>
internal static class CommsOrders
{
    private const int MostTextBytes = 240;

    public static RefusalReason? Apply(World world, ref PlayerShipState ship, in Order order)
    {
        switch (order.Kind)
        {
            case OrderKind.CommsHail:
                return Hailing(world, ref ship, in order);
            case OrderKind.CommsText:
                return Tell(world, in ship, order.ObjectId, order.Text);
            default:
                if (ship.RedAlert != order.On)
                {
                    ship.RedAlert = order.On;
                    world.Events.Add(new GameEvent
                    {
                        Kind = GameEventKind.RedAlert,
                        Ships = (byte)(1 << ship.Index),
                        Flag = order.On,
                        Text = "",
                    });
                }
                return null;
        }
    }

    private static RefusalReason? Tell(World world, in PlayerShipState ship, uint shipId, string? text)
    {
        int other = world.ShipOf(shipId);
        if (other < 0 || other == ship.Index || !world.Ships[other].Alive) return RefusalReason.BadValue;
        if (string.IsNullOrEmpty(text) || Encoding.UTF8.GetByteCount(text) > MostTextBytes) return RefusalReason.BadValue;
        world.Events.Add(new GameEvent
        {
            Kind = GameEventKind.CommsMessage,
            Ships = (byte)((1 << other) | (1 << ship.Index)),
            SourceId = ship.Id,
            Code = (byte)CommsKind.Ship,
            Text = text,
        });
        return null;
    }

    private static RefusalReason? Hailing(World world, ref PlayerShipState ship, in Order order)
    {
        if ((uint)order.Number > (uint)Hail.Retreat || (uint)order.Other > (uint)Ordnance.PShock) return RefusalReason.BadValue;
        var hail = (Hail)order.Number;
        if (!world.TryLocate(order.ObjectId, out var contact) || order.ObjectId == ship.Id) return RefusalReason.BadValue;
        if (Geometry.Distance(in ship.Motion, contact.X, contact.Y, contact.Z) > world.Balance.Places.SightRange
            && contact.Kind != EntityKind.Base)
        {
            return RefusalReason.OutOfRange;
        }
        switch (contact.Kind)
        {
            case EntityKind.Base when contact.Faction == Faction.Friendly:
                if (hail > Hail.Build) return RefusalReason.BadValue;
                CommsSystem.HailBase(world, ref ship, ref world.Bases[contact.Slot], hail, (Ordnance)order.Other);
                return null;
            case EntityKind.PlayerShip:
                if (hail != Hail.Status) return RefusalReason.BadValue;
                CommsSystem.HailShip(world, in ship, in world.Ships[contact.Slot]);
                return null;
            case EntityKind.Npc when !Sight.CanSee(world, in ship, order.ObjectId):
                return RefusalReason.OutOfRange;
            case EntityKind.Npc:
                return HailNpc(world, ref ship, ref world.Npcs[contact.Slot], hail);
            default:
                return RefusalReason.BadValue;
        }
    }

    private static RefusalReason? HailNpc(World world, ref PlayerShipState ship, ref NpcState npc, Hail hail)
    {
        bool enemy = npc.Faction == Faction.Hostile;
        if (npc.Surrendered || npc.Kind == NpcKind.Drone || enemy != (hail is Hail.Surrender or Hail.Taunt)) return RefusalReason.BadValue;
        if (!enemy)
        {
            if (hail is Hail.StandBy or Hail.Build) return RefusalReason.BadValue;
            // A freighter has its way, and keeps to it.
            if (hail is Hail.Attack or Hail.Retreat && npc.Kind != NpcKind.Escort) return RefusalReason.BadValue;
            if (hail == Hail.Attack && ship.TargetId == 0) return RefusalReason.BadValue;
            CommsSystem.HailFriend(world, ref ship, ref npc, hail);
            return null;
        }
        if (npc.Mind.HailWait > 0.0) return RefusalReason.NotReady;
        CommsSystem.HailEnemy(world, ref ship, ref npc, hail);
        return null;
    }
}
