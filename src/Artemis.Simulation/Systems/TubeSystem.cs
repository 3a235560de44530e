using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Loads, unloads and fires tubes.</summary>
internal static class TubeSystem
{
    public static void Run(World world)
    {
        var rules = world.Balance.Ordnance;
        for (int i = 0; i < world.Ships.Length; i++)
        {
            ref var ship = ref world.Ships[i];
            if (!ship.Alive) continue;
            double effect = ship.Effect(ShipSystem.Torpedoes);
            for (int t = 0; t < ship.TubeCount; t++)
            {
                ref var tube = ref ship.Tubes[t];
                if (tube.Status is TubeStatus.Empty or TubeStatus.Loaded) continue;
                double seconds = tube.Status == TubeStatus.Loading ? rules.LoadSeconds : rules.UnloadSeconds;
                tube.Progress += MotionStep.TickSeconds * effect / seconds;
                // Sums of ticks miss the end by a rounding.
                if (tube.Progress < 1.0 - 1e-9) continue;
                if (tube.Status == TubeStatus.Loading)
                {
                    tube.Status = TubeStatus.Loaded;
                    tube.Progress = 1.0;
                }
                else
                {
                    ship.Stores[(int)tube.Ordnance]++;
                    tube = default;
                }
            }
        }
    }

    /// <summary>Fires a loaded tube.</summary>
    /// <returns>False if the world holds no more objects.</returns>
    public static bool Fire(World world, ref PlayerShipState ship, int tube, uint targetId)
    {
        var rules = world.Balance.Ordnance;
        var ordnance = ship.Tubes[tube].Ordnance;
        uint id = ordnance == Ordnance.Mine
            ? LayMine(world, in ship)
            : world.Torpedoes.Add(new TorpedoState
            {
                Ordnance = ordnance,
                X = ship.Motion.PosX,
                Y = ship.Motion.PosY,
                Z = ship.Motion.PosZ,
                Heading = ship.Motion.Heading,
                Velocity = rules.Speed,
                OwnerId = ship.Id,
                TargetId = targetId,
                RangeLeft = rules.Range,
            });
        if (id == 0) return false;
        if (world.Tables.Drill.EndlessStores) ship.Stores[(int)ordnance]++;
        ship.Tubes[tube] = default;
        ship.Statistics.TorpedoesFired++;
        return true;
    }

    /// <summary>How many pieces of a kind a ship has, in stores and tubes.</summary>
    public static int CountAboard(in PlayerShipState ship, Ordnance kind)
    {
        int count = ship.Stores[(int)kind];
        for (int t = 0; t < ship.TubeCount; t++)
        {
            if (ship.Tubes[t].Status != TubeStatus.Empty && ship.Tubes[t].Ordnance == kind) count++;
        }
        return count;
    }

    private static uint LayMine(World world, in PlayerShipState ship)
    {
        var rules = world.Balance.Ordnance;
        ExactMath.SinCos(ship.Motion.Heading, out double sin, out double cos);
        double limit = world.Limits.WorldLimit;
        return world.Mines.Add(new MineState
        {
            X = Math.Clamp(ship.Motion.PosX - sin * rules.MineAstern, -limit, limit),
            Y = ship.Motion.PosY,
            Z = Math.Clamp(ship.Motion.PosZ - cos * rules.MineAstern, -limit, limit),
            ArmsIn = rules.MineArmSeconds,
            OwnerId = ship.Id,
            Side = Faction.Friendly,
        });
    }
}
