using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Lays out the map of a scenario.</summary>
internal static class WorldBuilder
{
    // Things are not strewn nearer than this to where ships begin and to bases.
    private const double Clearance = 1500.0;
    private const int Attempts = 40;

    public static World Build(GameSetup setup)
    {
        if (setup.Ships.Count is < 1 or > 8) throw new ArgumentException("A game has 1 to 8 ships.", nameof(setup));
        if (setup.Difficulty is < 1 or > 11) throw new ArgumentException("Difficulty is 1 to 11.", nameof(setup));
        var world = new World(setup);
        for (int i = 0; i < setup.Ships.Count; i++) AddShip(world, i);
        foreach (var station in setup.Scenario.Bases) AddBase(world, station);
        foreach (var field in setup.Scenario.Fields)
        {
            for (int i = 0; i < field.Count; i++) Strew(world, field);
        }
        for (int i = 0; i < world.FleetTimes.Length; i++) world.FleetTimes[i] = setup.Scenario.Fleets[i].AtSeconds;
        FleetSystem.Run(world);
        Telling.Message(world, world.AllShips, 0, CommsKind.Status, setup.Scenario.Briefing);
        return world;
    }

    private static void AddShip(World world, int index)
    {
        var setup = world.Setup.Ships[index];
        var start = world.Scenario.Start;
        var rules = world.Tables.Ships[(int)setup.Class];
        double heading = start.HeadingDegrees * Geometry.Degree;
        ExactMath.SinCos(heading, out double sin, out double cos);
        double abreast = (index - (world.Ships.Length - 1) * 0.5) * start.Spacing;
        ref var ship = ref world.Ships[index];
        ship.Id = world.Index.Add(EntityKind.PlayerShip, index);
        ship.Index = index;
        ship.Class = setup.Class;
        ship.Name = setup.Name;
        ship.Alive = true;
        ship.Manned = setup.Manned;
        ship.Assisted = setup.Assisted;
        ship.Motion.PosX = start.X + abreast * cos;
        ship.Motion.PosZ = start.Z - abreast * sin;
        ship.Motion.Heading = ExactMath.WrapCircle(heading);
        ship.Helm.Course = ship.Motion.Heading;
        ship.ShieldsFore = rules.ShieldsFore;
        ship.ShieldsAft = rules.ShieldsAft;
        ship.Energy = world.Balance.Power.EnergyStart;
        ship.Supply = 1.0;
        ship.AutoBeams = true;
        // Until the captain has looked around, there is nothing to be afraid of.
        ship.Mind.Threat = world.Balance.Places.SightRange;
        ship.TubeCount = rules.Tubes;
        for (int i = 0; i < SystemArray.Count; i++)
            ship.Systems[i] = new SystemState { OrderedPercent = 100, Power = 1.0, Health = 1.0 };
        for (int i = 0; i < TeamArray.Count; i++)
            ship.Teams[i] = new TeamState { System = (ShipSystem)i, Progress = 1.0, Autonomous = true, Idle = true };
        for (int i = 0; i < StoreArray.Count; i++) ship.Stores[i] = world.Tables.StoreLimit(setup.Class, (Ordnance)i);
        MotionSystem.SetAbilities(world, ref ship);
    }

    private static void AddBase(World world, BaseSpec spec)
    {
        var rules = world.Balance.Bases;
        double shields = Math.Floor(world.Rng.Between(rules.ShieldsLeast, rules.ShieldsMost));
        var station = new BaseState
        {
            Name = spec.Name,
            Faction = spec.Faction,
            X = spec.X,
            Z = spec.Z,
            Shields = shields,
            ShieldsFull = shields,
        };
        for (int i = 0; i < StoreArray.Count; i++) station.Stores[i] = rules.Stores.Of((Ordnance)i);
        world.Bases.Add(in station);
    }

    private static void Strew(World world, FieldSpec field)
    {
        double x = field.X;
        double z = field.Z;
        double radius = world.Rng.Between(field.RadiusLeast, field.RadiusMost);
        for (int attempt = 0; attempt < Attempts; attempt++)
        {
            x = world.Rng.Between(field.X - field.Spread, field.X + field.Spread);
            z = world.Rng.Between(field.Z - field.Spread, field.Z + field.Spread);
            if (IsClear(world, x, z, field.Kind)) break;
        }
        x = Math.Clamp(x, -world.Limits.WorldLimit, world.Limits.WorldLimit);
        z = Math.Clamp(z, -world.Limits.WorldLimit, world.Limits.WorldLimit);
        var places = world.Balance.Places;
        switch (field.Kind)
        {
            case EntityKind.Nebula:
                world.Nebulae.Add(new NebulaState { X = x, Z = z, Radius = radius, Tint = (byte)world.Rng.Below(4) });
                break;
            case EntityKind.Asteroid:
                world.Asteroids.Add(new AsteroidState { X = x, Z = z, Radius = radius });
                break;
            case EntityKind.BlackHole:
                world.BlackHoles.Add(new BlackHoleState { X = x, Z = z, PullRadius = places.PullRadius, HurtRadius = places.HurtRadius });
                break;
            default:
                world.Anomalies.Add(new AnomalyState { X = x, Z = z, Energy = places.AnomalyEnergy });
                break;
        }
    }

    // Black holes keep their whole pull away from ships and bases; nebulae may lie anywhere.
    private static bool IsClear(World world, double x, double z, EntityKind kind)
    {
        if (kind == EntityKind.Nebula) return true;
        double clear = kind == EntityKind.BlackHole ? world.Balance.Places.PullRadius + Clearance : Clearance;
        foreach (ref readonly var ship in world.Ships.AsSpan())
        {
            if (Geometry.SquaredDistance(in ship.Motion, x, 0.0, z) < clear * clear) return false;
        }
        foreach (ref readonly var station in world.Bases.Items)
        {
            double dx = station.X - x;
            double dz = station.Z - z;
            if (dx * dx + dz * dz < clear * clear) return false;
        }
        return true;
    }
}
