namespace Artemis.Simulation;

/// <summary>
/// Works the consoles that no person does. It gives the same orders through the same checks as people, so that it can do
/// nothing that they cannot; a console that a person holds it leaves alone.
/// </summary>
internal static class CrewSystem
{
    private const uint CaptainTicks = 10;
    private const uint SlowTicks = 20;
    private const ConsoleSet Lookouts = ConsoleSet.MainScreen | ConsoleSet.Helm;

    public static void Run(World world)
    {
        if (world.Outcome != GameOutcome.None) return;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive) continue;
            var working = Working(world, in ship);
            if (working == ConsoleSet.None) continue;
            // Ships think in different ticks, so that no tick bears all of it.
            uint turn = world.Tick + (uint)i;
            if (turn % CaptainTicks == 0) CrewCaptain.Think(world, ref ship);
            if ((working & ConsoleSet.Helm) != 0 && turn % CaptainTicks == 1) CrewHelm.Work(world, ref ship);
            if ((working & ConsoleSet.Weapons) != 0 && turn % CaptainTicks == 2) CrewWeapons.Work(world, ref ship);
            if ((working & ConsoleSet.Engineering) != 0 && turn % SlowTicks == 3) CrewEngineering.Work(world, ref ship);
            if ((working & ConsoleSet.Science) != 0 && turn % SlowTicks == 4) CrewScience.Work(world, ref ship);
            if ((working & ConsoleSet.Communications) != 0 && turn % SlowTicks == 5) CrewComms.Work(world, ref ship);
            if ((working & ConsoleSet.MainScreen) != 0 && turn % SlowTicks == 6) LookAround(world, ref ship);
        }
    }

    /// <summary>Whether the computer works a console.</summary>
    public static bool Works(World world, in PlayerShipState ship, ConsoleSet console) => (Working(world, in ship) & console) != 0;

    /// <summary>Gives an order as a console's officer would.</summary>
    /// <returns>Whether it was carried out.</returns>
    public static bool Give(
        World world, in PlayerShipState ship, OrderKind kind, uint id = 0, double value = 0.0, int number = 0, int other = 0, bool on = false) =>
        OrderDesk.Apply(world, ship.Index, ConsoleSet.All, new Order
        {
            Kind = kind,
            ObjectId = id,
            Value = value,
            Number = number,
            Other = other,
            On = on,
        }) is null;

    private static ConsoleSet Working(World world, in PlayerShipState ship) =>
        world.Tables.Drill.Autopilot ? ConsoleSet.All : ship.Assisted & ~ship.Manned;

    private static void LookAround(World world, ref PlayerShipState ship)
    {
        // What a person chose stays as long as somebody is there who could choose otherwise.
        if ((ship.Manned & Lookouts) == ConsoleSet.None) ship.Mind.ViewIsChosen = false;
        if (ship.Mind.ViewIsChosen) return;
        var view = ship.Mind.Threat < world.Balance.Tactics.NoticeRange ? MainScreenView.Tactical
            : ship.Motion.Warp > 0.0 ? MainScreenView.LongRange
            : MainScreenView.Fore;
        if (ship.View != view) Give(world, in ship, OrderKind.MainScreenSetView, number: (int)view);
    }
}
