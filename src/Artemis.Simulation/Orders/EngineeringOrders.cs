namespace Artemis.Simulation;

/// <summary>Orders of engineering.</summary>
internal static class EngineeringOrders
{
    private const int MostPercent = 300;

    public static RefusalReason? Apply(World world, ref PlayerShipState ship, in Order order)
    {
        int total = world.Balance.Power.CoolantTotal;
        switch (order.Kind)
        {
            case OrderKind.EngineeringSetPower:
                if (!IsSystem(order.Number) || order.Other is < 0 or > MostPercent) return RefusalReason.BadValue;
                ship.Systems[order.Number].OrderedPercent = order.Other;
                return null;
            case OrderKind.EngineeringSetCoolant:
                if (!IsSystem(order.Number) || order.Other < 0) return RefusalReason.BadValue;
                int elsewhere = -ship.Systems[order.Number].OrderedCoolant;
                foreach (ref readonly var system in ship.Systems) elsewhere += system.OrderedCoolant;
                if (order.Other > total - elsewhere) return RefusalReason.BadValue;
                ship.Systems[order.Number].OrderedCoolant = order.Other;
                return null;
            case OrderKind.EngineeringSetAll:
                return SetAll(ref ship, in order, total);
            case OrderKind.EngineeringSendTeam:
                if ((uint)order.Number >= TeamArray.Count || !IsSystem(order.Other)) return RefusalReason.BadValue;
                ref var sent = ref ship.Teams[order.Number];
                sent.Autonomous = false;
                RepairSystem.Send(ref sent, (ShipSystem)order.Other);
                return null;
            default:
                if ((uint)order.Number >= TeamArray.Count) return RefusalReason.BadValue;
                ship.Teams[order.Number].Autonomous = order.On;
                return null;
        }
    }

    private static RefusalReason? SetAll(ref PlayerShipState ship, in Order order, int total)
    {
        int sum = 0;
        for (int i = 0; i < SystemArray.Count; i++)
        {
            if (order.Percent[i] > MostPercent) return RefusalReason.BadValue;
            sum += order.Coolant[i];
        }
        if (sum > total) return RefusalReason.BadValue;
        for (int i = 0; i < SystemArray.Count; i++)
        {
            ship.Systems[i].OrderedPercent = order.Percent[i];
            ship.Systems[i].OrderedCoolant = order.Coolant[i];
        }
        return null;
    }

    private static bool IsSystem(int number) => (uint)number < SystemArray.Count;
}
