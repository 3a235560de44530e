using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Brings the scenario's fleets when their time has come.</summary>
internal static class FleetSystem
{
    private const int TicksPerSecond = 20;

    // With no enemy left, the next wave is not far.
    private const double NextWaveSeconds = 20.0;

    public static void Run(World world)
    {
        if (world.Tick % TicksPerSecond != 0) return;
        int hostiles = CountHostiles(world);
        if (hostiles == 0 && world.Tick > 0) HurryNextWave(world);
        for (int i = 0; i < world.FleetTimes.Length; i++)
        {
            var spec = world.Scenario.Fleets[i];
            if (world.FleetsSent[i] > spec.Repeats || world.Seconds < world.FleetTimes[i]) continue;
            if (spec.WhileFewerThan > 0 && hostiles >= spec.WhileFewerThan) continue;
            world.FleetsSent[i]++;
            world.FleetTimes[i] = world.Seconds + spec.RepeatSeconds;
            Send(world, spec);
        }
    }

    /// <summary>Whether enemies are still to come.</summary>
    public static bool AnyToCome(World world)
    {
        for (int i = 0; i < world.FleetTimes.Length; i++)
        {
            var spec = world.Scenario.Fleets[i];
            if (spec.Faction == Faction.Hostile && world.FleetsSent[i] <= spec.Repeats) return true;
        }
        return false;
    }

    /// <summary>Enemies in arms.</summary>
    public static int CountHostiles(World world)
    {
        int count = 0;
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (Nearest.IsHostile(in npc)) count++;
        }
        return count;
    }

    /// <summary>Adds a computer-flown ship.</summary>
    /// <returns>Its id; 0 when the world is full.</returns>
    public static uint Add(World world, NpcKind kind, Faction faction, byte fleet, double x, double z, Objective objective)
    {
        var rules = world.Tables.Npcs[(int)kind];
        double shields = Math.Floor(world.Rng.Between(rules.ShieldsLeast, rules.ShieldsMost));
        var weak = (BeamFrequency)world.Rng.Below(5);
        var strong = (BeamFrequency)(((int)weak + 1 + world.Rng.Below(4)) % 5);
        double limit = world.Limits.WorldLimit;
        var npc = new NpcState
        {
            Name = NpcNames.Choose(world),
            Kind = kind,
            Faction = faction,
            Fleet = fleet,
            ShieldsFull = shields,
            ShieldsFore = shields,
            ShieldsAft = shields,
            Hull = rules.Hull,
            HullFull = rules.Hull,
            WeakFrequency = weak,
            StrongFrequency = strong,
            Strength = faction == Faction.Hostile ? world.Tables.Damage : 1.0,
            Special = kind == NpcKind.Elite ? (EliteSpecial)(1 + world.Rng.Below(3)) : EliteSpecial.None,
            Scan = faction == Faction.Hostile ? ScanState.None : ScanState.Once,
        };
        npc.Motion.PosX = Math.Clamp(x, -limit, limit);
        npc.Motion.PosZ = Math.Clamp(z, -limit, limit);
        npc.Helm.Steering = SteeringMode.Course;
        npc.Helm.WarpEffect = world.Balance.Tactics.CruiseEffect;
        npc.Helm.WarpCeiling = 1.0;
        npc.Mind.Objective = objective;
        npc.Mind.FlankSide = world.Rng.Chance(0.5) ? 1 : -1;
        for (int i = 0; i < SystemArray.Count; i++) npc.Systems[i] = 1.0;
        return world.Npcs.Add(in npc);
    }

    private static void Send(World world, FleetSpec spec)
    {
        int count = (int)Math.Floor(spec.Count + spec.WaveSize * world.Tables.EnemiesPerWave + 0.5);
        double x = spec.X;
        double z = spec.Z;
        if (spec.AnyDirection)
        {
            double distance = Math.Sqrt(x * x + z * z);
            ExactMath.SinCos(world.Rng.Between(0.0, ExactMath.TwoPi), out double sin, out double cos);
            x = distance * sin;
            z = distance * cos;
        }
        byte fleet = spec.Faction == Faction.Hostile ? (byte)Math.Min(++world.FleetCount, 255) : (byte)0;
        double heading = Geometry.Bearing(x, z, spec.GoalX, spec.GoalZ);
        for (int i = 0; i < count; i++)
        {
            uint id = Add(
                world,
                Pick(world, spec),
                spec.Faction,
                fleet,
                world.Rng.Between(x - spec.Spread, x + spec.Spread),
                world.Rng.Between(z - spec.Spread, z + spec.Spread),
                spec.Objective);
            if (world.Index.Find(id, out int slot) != EntityKind.Npc) return;
            ref var npc = ref world.Npcs[slot];
            npc.Motion.Heading = heading;
            npc.Helm.Course = heading;
            npc.Mind.GoalX = spec.GoalX;
            npc.Mind.GoalZ = spec.GoalZ;
            npc.Mind.BackX = npc.Motion.PosX;
            npc.Mind.BackZ = npc.Motion.PosZ;
        }
        if (spec.Announcement.Length > 0) Telling.Message(world, world.AllShips, 0, CommsKind.Alert, spec.Announcement);
    }

    private static NpcKind Pick(World world, FleetSpec spec)
    {
        double sum = 0.0;
        for (int kind = 0; kind < world.Tables.Npcs.Length; kind++) sum += Share(spec, kind);
        double place = world.Rng.NextUnit() * sum;
        int last = 0;
        for (int kind = 0; kind < world.Tables.Npcs.Length; kind++)
        {
            double share = Share(spec, kind);
            if (share <= 0.0) continue;
            last = kind;
            place -= share;
            if (place < 0.0) break;
        }
        return (NpcKind)last;
    }

    private static double Share(FleetSpec spec, int kind) => spec.Mix.TryGetValue((NpcKind)kind, out double share) ? share : 0.0;

    private static void HurryNextWave(World world)
    {
        int next = -1;
        for (int i = 0; i < world.FleetTimes.Length; i++)
        {
            var spec = world.Scenario.Fleets[i];
            if (spec.Faction != Faction.Hostile || world.FleetsSent[i] > spec.Repeats) continue;
            if (next < 0 || world.FleetTimes[i] < world.FleetTimes[next]) next = i;
        }
        if (next >= 0) world.FleetTimes[next] = Math.Min(world.FleetTimes[next], world.Seconds + NextWaveSeconds);
    }
}
