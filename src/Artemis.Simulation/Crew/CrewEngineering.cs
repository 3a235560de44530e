namespace Artemis.Simulation;

/// <summary>Shares out power by what the ship is about, and coolant to what is hot or will be.</summary>
internal static class CrewEngineering
{
    private const double TooHot = 0.75;
    private const double SavingEnergy = 350.0;

    // Warp is never without any power: the helm could not engage it, and only then is it given its full share.
    // In the order of the systems: beams, torpedoes, sensors, maneuvering, impulse, warp, fore and aft shields.
    private static readonly int[] Close = [190, 130, 30, 100, 110, 20, 140, 80];
    private static readonly int[] Distant = [60, 190, 60, 110, 140, 20, 100, 60];
    private static readonly int[] Traveling = [0, 80, 60, 90, 100, 100, 100, 100];
    private static readonly int[] Thrifty = [60, 60, 20, 80, 80, 60, 40, 40];
    private static readonly int[] Moored = [0, 120, 60, 0, 0, 20, 170, 170];

    public static void Work(World world, ref PlayerShipState ship)
    {
        double beams = world.Tables.Ships[(int)ship.Class].Beams.Range;
        int[] preset = ship.DockedAt != 0 ? Moored
            : ship.Mind.Threat < beams * 1.2 && ship.Energy > SavingEnergy * 0.3 ? Close
            : ship.Energy < SavingEnergy ? Thrifty
            : ship.Mind.Threat < world.Balance.Tactics.NoticeRange * 1.2 ? Distant
            : Traveling;
        var full = world.Tables.Ships[(int)ship.Class];
        var order = new Order { Kind = OrderKind.EngineeringSetAll };
        Span<double> need = stackalloc double[SystemArray.Count];
        var rules = world.Balance.Power;
        for (int i = 0; i < SystemArray.Count; i++)
        {
            ref readonly var system = ref ship.Systems[i];
            int percent = preset[i];
            if (i == (int)ShipSystem.ForeShields && preset == Traveling && ship.ShieldsFore >= full.ShieldsFore) percent = 10;
            if (i == (int)ShipSystem.AftShields && preset == Traveling && ship.ShieldsAft >= full.ShieldsAft) percent = 10;
            if (i == (int)ShipSystem.Warp && ship.Helm.WarpFactor > 0.0) percent = Math.Max(percent, 100);
            if (system.Heat > TooHot) percent = Math.Min(percent, 80);
            if (system.Health <= 0.0) percent = 0;
            order.Percent[i] = (ushort)percent;
            double rate = world.Tables.Heat(percent / 100.0) - rules.HeatLoss;
            need[i] = Math.Max(0.0, rate / rules.HeatPerCoolant) + system.Heat * 3.0;
        }
        for (int unit = 0; unit < rules.CoolantTotal; unit++)
        {
            int neediest = 0;
            for (int i = 1; i < SystemArray.Count; i++)
            {
                if (need[i] > need[neediest]) neediest = i;
            }
            if (need[neediest] <= 0.0) break;
            need[neediest] -= 1.0;
            order.Coolant[neediest]++;
        }
        OrderDesk.Apply(world, ship.Index, ConsoleSet.All, in order);
        for (int t = 0; t < TeamArray.Count; t++)
        {
            if (!ship.Teams[t].Autonomous) CrewSystem.Give(world, in ship, OrderKind.EngineeringSetAutonomous, number: t, on: true);
        }
    }
}
