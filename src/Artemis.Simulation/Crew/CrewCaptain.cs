namespace Artemis.Simulation;

/// <summary>Decides what a ship is about: fight, resupply, or go where it will be needed.</summary>
internal static class CrewCaptain
{
    private const double LowEnergy = 250.0;
    private const double LowHealth = 5.8;
    private const double GoodHealth = 7.6;
    private const double LowShields = 0.15;
    private const double GoodShields = 0.8;
    private const double BaseDanger = 2500.0;
    private const double FillUpRange = 8000.0;
    private const double NoTorpedoes = 25_000.0;

    public static void Think(World world, ref PlayerShipState ship)
    {
        ref var mind = ref ship.Mind;
        uint enemy = PickEnemy(world, in ship, out mind.Threat);
        if (mind.Goal == CrewGoal.Resupply && StillServed(world, ref ship)) return;
        if (NeedsBase(world, in ship, enemy != 0) && PickBase(world, in ship) is var station and >= 0)
        {
            mind.Goal = CrewGoal.Resupply;
            mind.GoalId = world.Bases[station].Id;
            mind.GoalX = world.Bases[station].X;
            mind.GoalZ = world.Bases[station].Z;
            return;
        }
        mind.GoalId = enemy;
        if (enemy != 0)
        {
            mind.Goal = CrewGoal.Fight;
            return;
        }
        mind.Goal = CrewGoal.Go;
        FindPlace(world, ref ship);
    }

    /// <summary>Strength of both shields as a share of full.</summary>
    public static double ShieldShare(World world, in PlayerShipState ship)
    {
        var full = world.Tables.Ships[(int)ship.Class];
        return (ship.ShieldsFore + ship.ShieldsAft) / (full.ShieldsFore + full.ShieldsAft);
    }

    /// <summary>Homing torpedoes and nukes, in tubes and stores: what a ship can keep its distance with.</summary>
    public static int CountTorpedoes(in PlayerShipState ship)
    {
        int count = ship.Stores[(int)Ordnance.Homing] + ship.Stores[(int)Ordnance.Nuke];
        for (int t = 0; t < ship.TubeCount; t++)
        {
            ref readonly var tube = ref ship.Tubes[t];
            if (tube.Status is TubeStatus.Loading or TubeStatus.Loaded && tube.Ordnance <= Ordnance.Nuke) count++;
        }
        return count;
    }

    /// <summary>What a person at weapons aims at: the whole crew's prey. 0 if nobody does, or at nothing that one fights.</summary>
    public static uint AimOfWeapons(World world, in PlayerShipState ship)
    {
        bool person = (ship.Manned & ConsoleSet.Weapons) != 0 && !world.Tables.Drill.Autopilot;
        if (!person || WeaponsOrders.CheckTarget(world, in ship, ship.TargetId) is not null) return 0;
        world.TryLocate(ship.TargetId, out var target);
        return target.Kind != EntityKind.Mine && target.Faction == Faction.Hostile ? ship.TargetId : 0;
    }

    private static bool NeedsBase(World world, in PlayerShipState ship, bool fighting)
    {
        if (ship.Energy < LowEnergy || ship.SummedHealth() < LowHealth) return true;
        if (ShieldShare(world, in ship) < LowShields) return true;
        if (!HasCaptain(in ship)) return false;
        // In a lull, fill up.
        if (fighting && ship.Mind.Threat < world.Balance.Tactics.NoticeRange * 3.0) return false;
        return ship.Energy < LowEnergy * 2.0 || ship.SummedHealth() < GoodHealth || ShieldShare(world, in ship) < GoodShields
            || (CountTorpedoes(in ship) < ship.TubeCount * 2 && AnyTorpedoesNear(world, in ship, fighting ? FillUpRange : double.MaxValue));
    }

    // The captain's place is before the main screen. Without one, each officer does what is nearest at hand.
    private static bool HasCaptain(in PlayerShipState ship) => (ship.Assisted & ConsoleSet.MainScreen) != 0;

    private static bool AnyTorpedoesNear(World world, in PlayerShipState ship, double range)
    {
        foreach (ref readonly var station in world.Bases.Items)
        {
            if (station.Gone || station.Faction != Faction.Friendly || station.Stores[(int)Ordnance.Homing] == 0) continue;
            if (Geometry.Distance(in ship.Motion, station.X, station.Y, station.Z) < range) return true;
        }
        return false;
    }

    // Whether a ship on its way to a base, or at it, goes on with that.
    private static bool StillServed(World world, ref PlayerShipState ship)
    {
        ref var mind = ref ship.Mind;
        if (world.Index.Find(mind.GoalId, out int slot) != EntityKind.Base || world.Bases[slot].Gone) return false;
        if (ship.DockedAt == 0) return true;
        ref var station = ref world.Bases[slot];
        bool sound = ship.SummedHealth() > LowHealth && ship.Energy > LowEnergy * 2.0;
        if (sound && mind.Threat < BaseDanger && ShieldShare(world, in ship) > 0.4) return false;
        return ship.Energy < world.Balance.Power.EnergyStart * 0.95
            || ship.SummedHealth() < GoodHealth
            || ShieldShare(world, in ship) < GoodShields
            || CanStillLoad(world, in ship, in station);
    }

    private static bool CanStillLoad(World world, in PlayerShipState ship, in BaseState station)
    {
        for (int kind = 0; kind < StoreArray.Count; kind++)
        {
            if (station.Stores[kind] > 0 && ship.Stores[kind] + ship.TubeCount < world.Tables.StoreLimit(ship.Class, (Ordnance)kind)) return true;
        }
        return false;
    }

    // The nearest base; one with enemies about, or without the torpedoes that the ship lacks, counts as further away.
    private static int PickBase(World world, in PlayerShipState ship)
    {
        bool empty = CountTorpedoes(in ship) < ship.TubeCount * 2 && ship.Energy > LowEnergy;
        int best = -1;
        double nearest = double.MaxValue;
        var bases = world.Bases.Items;
        for (int i = 0; i < bases.Length; i++)
        {
            ref var station = ref bases[i];
            if (station.Gone || station.Faction != Faction.Friendly) continue;
            double way = Geometry.Distance(in ship.Motion, station.X, station.Y, station.Z)
                + 4000.0 * Nearest.CountHostiles(world, station.X, station.Y, station.Z, BaseDanger);
            if (empty && station.Stores[(int)Ordnance.Homing] < ship.TubeCount) way += NoTorpedoes;
            if (way >= nearest) continue;
            nearest = way;
            best = i;
        }
        return best;
    }

    // The nearest enemy; one at a base's throat counts as nearer, and so does the one that is being fought.
    private static uint PickEnemy(World world, in PlayerShipState ship, out double threat)
    {
        uint best = 0;
        uint known = 0;
        double nearest = double.MaxValue;
        double nearestKnown = double.MaxValue;
        bool captain = HasCaptain(in ship);
        threat = world.Balance.Places.SightRange;
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (!Nearest.IsHostile(in npc)) continue;
            double distance = Geometry.Distance(in ship.Motion, in npc.Motion);
            double way = distance;
            if (captain && npc.TargetId != 0 && world.Index.Find(npc.TargetId, out _) == EntityKind.Base) way *= 0.7;
            if (npc.Id == ship.Mind.GoalId) way *= 0.7;
            if (npc.Kind == NpcKind.Fighter) way *= 0.8;
            if (distance <= Sight.SightOf(world, in npc))
            {
                threat = Math.Min(threat, distance);
                if (way >= nearest) continue;
                nearest = way;
                best = npc.Id;
            }
            else if (way < nearestKnown)
            {
                // Fleet command knows roughly where the others are.
                nearestKnown = way;
                known = npc.Id;
            }
        }
        bool strike = world.Scenario.Victory.EnemyBasesDestroyed;
        foreach (ref readonly var station in world.Bases.Items)
        {
            if (station.Faction != Faction.Hostile || station.Gone) continue;
            // It shoots too: a ship at it is in no lull, and keeps its shields up.
            double distance = Geometry.Distance(in ship.Motion, station.X, station.Y, station.Z);
            threat = Math.Min(threat, distance);
            if (!strike) continue;
            double way = distance * 0.8;
            if (station.Id == ship.Mind.GoalId) way *= 0.7;
            if (way >= nearest) continue;
            nearest = way;
            best = station.Id;
        }
        if (AimOfWeapons(world, in ship) is var aim and not 0) return aim;
        return best != 0 ? best : known;
    }

    // With no enemy about: to freighters under way, else near a base.
    private static void FindPlace(World world, ref PlayerShipState ship)
    {
        ref var mind = ref ship.Mind;
        foreach (ref readonly var npc in world.Npcs.Items)
        {
            if (npc.Kind != NpcKind.Freighter || npc.Gone) continue;
            mind.GoalX = npc.Motion.PosX;
            mind.GoalZ = npc.Motion.PosZ;
            return;
        }
        int station = Nearest.Base(world, ship.Motion.PosX, ship.Motion.PosZ, Faction.Friendly);
        if (station < 0) return;
        mind.GoalX = world.Bases[station].X;
        mind.GoalZ = world.Bases[station].Z;
    }
}
