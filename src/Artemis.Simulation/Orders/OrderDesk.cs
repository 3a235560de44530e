namespace Artemis.Simulation;

/// <summary>
/// Checks orders and carries them out. A handler returns null when it did, or why not; one that refuses changes nothing.
/// </summary>
internal static class OrderDesk
{
    public static RefusalReason? Apply(World world, int shipIndex, ConsoleSet consoles, in Order order)
    {
        if (world.Outcome != GameOutcome.None) return RefusalReason.NotRunning;
        if ((uint)shipIndex >= (uint)world.Ships.Length) return RefusalReason.BadValue;
        var allowed = Order.ConsolesFor(order.Kind);
        // Kinds begin at 1 in each console's hundred; 0x0100 and the like are none.
        if (allowed == ConsoleSet.None || ((int)order.Kind & 0xff) == 0) return RefusalReason.Unknown;
        if ((allowed & consoles) == ConsoleSet.None) return RefusalReason.WrongConsole;
        ref var ship = ref world.Ships[shipIndex];
        if (!ship.Alive) return RefusalReason.ShipLost;
        return ((int)order.Kind >> 8) switch
        {
            1 => HelmOrders.Apply(world, ref ship, in order),
            2 => WeaponsOrders.Apply(world, ref ship, in order),
            3 => EngineeringOrders.Apply(world, ref ship, in order),
            4 => ScienceOrders.Apply(world, ref ship, in order),
            5 => CommsOrders.Apply(world, ref ship, in order),
            _ => SetView(ref ship, in order),
        };
    }

    public static bool InRange(double value, double low, double high) => value >= low && value <= high;

    private static RefusalReason? SetView(ref PlayerShipState ship, in Order order)
    {
        if ((uint)order.Number > (uint)MainScreenView.Status) return RefusalReason.BadValue;
        ship.View = (MainScreenView)order.Number;
        return null;
    }
}
