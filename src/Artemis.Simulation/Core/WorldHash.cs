using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>Hashes all state that the future depends on, and statistics.</summary>
internal static class WorldHash
{
    public static ulong Of(World world)
    {
        var hash = new StateHash();
        hash.Add(world.Tick);
        world.Rng.AddTo(ref hash);
        hash.Add((int)world.Outcome);
        hash.Add(world.BasesLost);
        hash.Add(world.FreightersLost);
        hash.Add(world.FreightersArrived);
        hash.Add(world.ContactsScanned);
        foreach (double time in world.FleetTimes) hash.Add(time);
        foreach (int sent in world.FleetsSent) hash.Add(sent);
        foreach (ref readonly var ship in world.Ships.AsSpan()) Add(ref hash, in ship);
        foreach (ref readonly var npc in world.Npcs.Items) Add(ref hash, in npc);
        foreach (ref readonly var station in world.Bases.Items) Add(ref hash, in station);
        foreach (ref readonly var torpedo in world.Torpedoes.Items)
        {
            hash.Add(torpedo.Id);
            hash.Add((int)torpedo.Ordnance);
            Add(ref hash, torpedo.X, torpedo.Y, torpedo.Z);
            hash.Add(torpedo.Heading);
            hash.Add(torpedo.TargetId);
            hash.Add(torpedo.OwnerId);
            hash.Add(torpedo.RangeLeft);
        }
        foreach (ref readonly var mine in world.Mines.Items)
        {
            hash.Add(mine.Id);
            Add(ref hash, mine.X, mine.Y, mine.Z);
            hash.Add(mine.ArmsIn);
            hash.Add(mine.OwnerId);
        }
        foreach (ref readonly var nebula in world.Nebulae.Items) Add(ref hash, nebula.X, nebula.Radius, nebula.Z);
        foreach (ref readonly var asteroid in world.Asteroids.Items)
        {
            hash.Add(asteroid.Id);
            Add(ref hash, asteroid.X, asteroid.Radius, asteroid.Z);
        }
        foreach (ref readonly var hole in world.BlackHoles.Items) Add(ref hash, hole.X, hole.PullRadius, hole.Z);
        foreach (ref readonly var anomaly in world.Anomalies.Items)
        {
            hash.Add(anomaly.Id);
            Add(ref hash, anomaly.X, anomaly.Energy, anomaly.Z);
        }
        return hash.Value;
    }

    private static void Add(ref StateHash hash, in PlayerShipState ship)
    {
        hash.Add(ship.Id);
        hash.Add(ship.Alive);
        Add(ref hash, in ship.Motion);
        Add(ref hash, in ship.Helm);
        hash.Add(ship.ShieldsFore);
        hash.Add(ship.ShieldsAft);
        hash.Add(ship.ShieldsUp);
        hash.Add(ship.Energy);
        hash.Add(ship.Supply);
        hash.Add(ship.TargetId);
        hash.Add(ship.AutoBeams);
        hash.Add((int)ship.Frequency | (int)ship.FrequencyOrdered << 8 | (int)ship.View << 16);
        hash.Add(ship.RetuneLeft);
        hash.Add(ship.RedAlert);
        hash.Add(ship.DockedAt);
        hash.Add(ship.InNebula);
        hash.Add(ship.ScanId);
        hash.Add(ship.ScanProgress);
        hash.Add((int)ship.Manned | (int)ship.Assisted << 8);
        for (int i = 0; i < SystemArray.Count; i++)
        {
            ref readonly var system = ref ship.Systems[i];
            hash.Add(system.OrderedPercent | system.OrderedCoolant << 16);
            hash.Add(system.Power);
            hash.Add(system.Coolant);
            hash.Add(system.Heat);
            hash.Add(system.Health);
        }
        for (int i = 0; i < TeamArray.Count; i++)
        {
            hash.Add((int)ship.Teams[i].System | (ship.Teams[i].Autonomous ? 256 : 0));
            hash.Add(ship.Teams[i].Progress);
        }
        for (int i = 0; i < ship.TubeCount; i++)
        {
            hash.Add((int)ship.Tubes[i].Status | (int)ship.Tubes[i].Ordnance << 8);
            hash.Add(ship.Tubes[i].Progress);
        }
        for (int i = 0; i < StoreArray.Count; i++) hash.Add(ship.Stores[i]);
        for (int i = 0; i < BeamArray.Count; i++) hash.Add(ship.BeamWait[i]);
        hash.Add(ship.HitTick);
        hash.Add(ship.StoreWait);
        ship.Mind.AddTo(ref hash);
        hash.Add(ship.Statistics.DamageDealt);
        hash.Add(ship.Statistics.DamageTaken);
        hash.Add(ship.Statistics.Kills);
        hash.Add(ship.Statistics.TorpedoesFired | ship.Statistics.TorpedoesHit << 16);
        hash.Add(ship.Statistics.Distance);
        hash.Add(ship.Statistics.EnergyUsed);
    }

    private static void Add(ref StateHash hash, in NpcState npc)
    {
        hash.Add(npc.Id);
        hash.Add((int)npc.Kind | (int)npc.Faction << 8 | npc.Fleet << 16 | (int)npc.Scan << 24);
        Add(ref hash, in npc.Motion);
        Add(ref hash, in npc.Helm);
        hash.Add(npc.ShieldsFore);
        hash.Add(npc.ShieldsAft);
        hash.Add(npc.ShieldsFull);
        hash.Add(npc.Hull);
        for (int i = 0; i < SystemArray.Count; i++) hash.Add(npc.Systems[i]);
        hash.Add(npc.Surrendered);
        hash.Add(npc.InNebula);
        hash.Add(npc.Cloaked);
        hash.Add((int)npc.WeakFrequency | (int)npc.StrongFrequency << 8 | (int)npc.Special << 16);
        hash.Add(npc.TargetId);
        hash.Add((int)npc.Mind.Mode | (int)npc.Mind.Objective << 8);
        hash.Add(npc.Mind.ModeLeft);
        hash.Add(npc.Mind.BeamWait);
        hash.Add(npc.Mind.SpecialWait);
        hash.Add(npc.Mind.BoundLeft);
        hash.Add(npc.Mind.HailWait);
        hash.Add(npc.Mind.FlankSide);
        hash.Add(npc.Mind.GoalX);
        hash.Add(npc.Mind.GoalZ);
        hash.Add(npc.Mind.BackX);
        hash.Add(npc.Mind.BackZ);
        hash.Add(npc.Mind.LifeLeft);
        hash.Add(npc.Mind.OwnerId);
    }

    private static void Add(ref StateHash hash, in BaseState station)
    {
        hash.Add(station.Id);
        hash.Add(station.Shields);
        hash.Add(station.ShieldsFull);
        hash.Add((int)station.Building | (station.IsBuilding ? 256 : 0));
        hash.Add(station.BuildProgress);
        for (int i = 0; i < StoreArray.Count; i++) hash.Add(station.Stores[i]);
        hash.Add(station.AlarmTick);
        hash.Add(station.BeamWait);
        hash.Add(station.LaunchWait);
    }

    private static void Add(ref StateHash hash, in MotionState motion)
    {
        Add(ref hash, motion.PosX, motion.PosY, motion.PosZ);
        Add(ref hash, motion.Heading, motion.Velocity, motion.TurnRate);
        hash.Add(motion.ClimbVelocity);
        hash.Add(motion.Warp);
    }

    private static void Add(ref StateHash hash, in MotionInput helm)
    {
        hash.Add((int)helm.Steering | (helm.Reverse ? 16 : 0) | (helm.Docked ? 32 : 0));
        Add(ref hash, helm.Rudder, helm.Course, helm.Impulse);
        Add(ref hash, helm.Climb, helm.WarpFactor, helm.WarpCeiling);
        Add(ref hash, helm.WarpEffect, helm.TopSpeed, helm.TopTurnRate);
        hash.Add(helm.DriftX);
        hash.Add(helm.DriftZ);
    }

    private static void Add(ref StateHash hash, double a, double b, double c)
    {
        hash.Add(a);
        hash.Add(b);
        hash.Add(c);
    }
}
