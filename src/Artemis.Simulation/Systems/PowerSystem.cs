using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Power and coolant on their way to what was ordered, energy, and heat.</summary>
internal static class PowerSystem
{
    // Damage by heat is told at every such step of health.
    private const double TellSteps = 20.0;

    public static void Run(World world)
    {
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive) continue;
            MovePower(world, ref ship);
            MoveCoolant(world, ref ship);
            UseEnergy(world, ref ship);
            Heat(world, ref ship);
        }
    }

    private static void MovePower(World world, ref PlayerShipState ship)
    {
        double step = world.Balance.Power.PowerPerSecond * MotionStep.TickSeconds;
        for (int i = 0; i < SystemArray.Count; i++)
        {
            ref var system = ref ship.Systems[i];
            system.Power = Towards(system.Power, system.OrderedPercent / 100.0, step);
        }
    }

    // Coolant leaves where less is ordered; what is free then flows where more is, so that there is never more than all.
    private static void MoveCoolant(World world, ref PlayerShipState ship)
    {
        var rules = world.Balance.Power;
        double step = rules.CoolantPerSecond * MotionStep.TickSeconds;
        double free = rules.CoolantTotal;
        for (int i = 0; i < SystemArray.Count; i++)
        {
            ref var system = ref ship.Systems[i];
            if (system.Coolant > system.OrderedCoolant) system.Coolant = Towards(system.Coolant, system.OrderedCoolant, step);
            free -= system.Coolant;
        }
        for (int i = 0; i < SystemArray.Count; i++)
        {
            ref var system = ref ship.Systems[i];
            if (system.Coolant >= system.OrderedCoolant || free <= 0.0) continue;
            double more = Towards(system.Coolant, system.OrderedCoolant, Math.Min(step, free)) - system.Coolant;
            system.Coolant += more;
            free -= more;
        }
    }

    private static void UseEnergy(World world, ref PlayerShipState ship)
    {
        var rules = world.Balance.Power;
        double draw = 0.0;
        for (int i = 0; i < SystemArray.Count; i++) draw += world.Balance.Systems[i].Draw * ship.Systems[i].Power;
        // At a base the crew lives on what the base gives, however hard the times are.
        draw *= rules.Unit * (ship.DockedAt != 0 ? Math.Min(1.0, world.Tables.EnergyDrain) : world.Tables.EnergyDrain);
        double reactor = rules.Reactor * rules.Unit;
        double use = draw;
        if (ship.ShieldsUp) use += rules.ShieldCost;
        use += rules.WarpCost * world.Tables.Warp(ship.Motion.Warp) * (ship.ShieldsUp ? rules.WarpShieldFactor : 1.0);
        ship.EnergyBalance = reactor - use;
        ship.Statistics.EnergyUsed += use * MotionStep.TickSeconds;
        double energy = ship.Energy + ship.EnergyBalance * MotionStep.TickSeconds;
        // The reactor fills the store to its mark; only pickings and torpedoes bring it beyond.
        if (world.Tables.Drill.EndlessStores) energy = Math.Max(energy, rules.EnergyStart);
        if (energy > ship.Energy && energy > rules.EnergyStart) energy = Math.Max(ship.Energy, rules.EnergyStart);
        ship.Energy = Math.Clamp(energy, 0.0, rules.EnergyMost);
        if (ship.Energy > 0.0)
        {
            ship.Supply = 1.0;
            return;
        }
        ship.Supply = draw > reactor ? reactor / draw : 1.0;
        ship.Helm.WarpFactor = 0.0;
        if (!ship.ShieldsUp) return;
        ship.ShieldsUp = false;
        Telling.Message(world, (byte)(1 << ship.Index), ship.Id, CommsKind.Status, "Energy is exhausted. Shields have failed.");
    }

    private static void Heat(World world, ref PlayerShipState ship)
    {
        var rules = world.Balance.Power;
        bool burnt = false;
        for (int i = 0; i < SystemArray.Count; i++)
        {
            ref var system = ref ship.Systems[i];
            double rate = rules.HeatUnit
                * (world.Tables.Heat(system.Power) - rules.HeatLoss - rules.HeatPerCoolant * system.Coolant);
            system.Heat = Math.Clamp(system.Heat + rate * MotionStep.TickSeconds, 0.0, 1.0);
            if (system.Heat < 1.0 || system.Health <= 0.0) continue;
            double health = Math.Max(0.0, system.Health - rules.HeatDamagePerSecond * MotionStep.TickSeconds);
            bool tell = Math.Floor(health * TellSteps) < Math.Floor(system.Health * TellSteps);
            system.Health = health;
            burnt = true;
            if (tell) Damage.TellDamage(world, in ship, i, byHeat: true);
        }
        if (burnt) Damage.SinkIfDead(world, ref ship, 0);
    }

    private static double Towards(double value, double wanted, double step) =>
        value < wanted ? Math.Min(value + step, wanted) : Math.Max(value - step, wanted);
}
