namespace Artemis.Simulation;

/// <summary>What hits do: to the facing shield first, then to what is behind it.</summary>
internal static class Damage
{
    /// <summary>Hits anything that can be hit.</summary>
    /// <param name="world">The world.</param>
    /// <param name="targetId">What is hit.</param>
    /// <param name="amount">Points.</param>
    /// <param name="fromX">Where the hit comes from, east.</param>
    /// <param name="fromZ">Where the hit comes from, north.</param>
    /// <param name="byId">Whose hit it is; 0 is nobody's.</param>
    public static void Hit(World world, uint targetId, double amount, double fromX, double fromZ, uint byId)
    {
        switch (world.Index.Find(targetId, out int slot))
        {
            case EntityKind.PlayerShip:
                HitShip(world, ref world.Ships[slot], amount, fromX, fromZ, byId);
                break;
            case EntityKind.Npc:
                HitNpc(world, ref world.Npcs[slot], amount, fromX, fromZ, byId);
                break;
            case EntityKind.Base:
                HitBase(world, ref world.Bases[slot], amount, byId);
                break;
            case EntityKind.Mine:
                MineSystem.GoOff(world, ref world.Mines[slot]);
                break;
        }
    }

    public static void HitShip(World world, ref PlayerShipState ship, double amount, double fromX, double fromZ, uint byId)
    {
        amount *= world.Tables.Drill.FriendlyDamage;
        if (!ship.Alive || amount <= 0.0) return;
        Suffer(world, ref ship, amount);
        bool fore = Geometry.IsAhead(in ship.Motion, fromX, fromZ);
        double rest = ship.ShieldsUp ? Absorb(world, ref ship, fore, amount) : amount;
        if (rest > 0.0) DamageSystem(world, ref ship, rest, fore);
        SinkIfDead(world, ref ship, byId);
    }

    /// <summary>Points past all shields, split over several systems.</summary>
    public static void Shock(World world, uint targetId, double amount, uint byId)
    {
        int hits = world.Balance.Damage.PShockHits;
        amount *= ShareOf(world, world.TryLocate(targetId, out var target) ? target.Faction : Faction.Neutral);
        switch (world.Index.Find(targetId, out int slot))
        {
            case EntityKind.PlayerShip when world.Ships[slot].Alive:
                ref var ship = ref world.Ships[slot];
                Suffer(world, ref ship, amount);
                for (int i = 0; i < hits; i++) DamageSystem(world, ref ship, amount / hits, world.Rng.Chance(0.5));
                SinkIfDead(world, ref ship, byId);
                break;
            case EntityKind.Npc when !world.Npcs[slot].Gone:
                ref var npc = ref world.Npcs[slot];
                double done = 0.0;
                for (int i = 0; i < hits; i++) done += DamageNpcSystem(world, ref npc, amount / hits);
                Credit(world, npc.Faction, done, byId);
                break;
        }
    }

    public static void HitNpc(World world, ref NpcState npc, double amount, double fromX, double fromZ, uint byId)
    {
        amount *= ShareOf(world, npc.Faction);
        if (npc.Gone || amount <= 0.0) return;
        ref double shield = ref Geometry.IsAhead(in npc.Motion, fromX, fromZ) ? ref npc.ShieldsFore : ref npc.ShieldsAft;
        double absorbed = Math.Min(shield, amount);
        shield -= absorbed;
        double rest = amount - absorbed;
        Credit(world, npc.Faction, Math.Min(amount, absorbed + npc.Hull), byId);
        if (rest <= 0.0) return;
        npc.Hull -= rest;
        DamageNpcSystem(world, ref npc, rest);
        if (npc.Hull <= 0.0) Destroy(world, ref npc, byId);
    }

    public static void HitBase(World world, ref BaseState station, double amount, uint byId)
    {
        amount *= ShareOf(world, station.Faction);
        if (station.Gone || amount <= 0.0) return;
        Credit(world, station.Faction, Math.Min(amount, station.Shields), byId);
        station.Shields -= amount;
        if (station.Shields > 0.0)
        {
            CommsSystem.Alarm(world, ref station);
            return;
        }
        station.Shields = 0.0;
        world.Bases.Kill(ref station);
        if (station.Faction == Faction.Friendly) world.BasesLost++;
        else CreditKill(world, byId);
        Telling.Explosion(world, station.X, station.Y, station.Z, 0.0, station.Id);
        Telling.Message(world, world.AllShips, 0, CommsKind.Alert, station.Name + " has been destroyed.");
    }

    public static void Destroy(World world, ref NpcState npc, uint byId)
    {
        npc.Hull = 0.0;
        world.Npcs.Kill(ref npc);
        if (npc.Kind == NpcKind.Freighter) world.FreightersLost++;
        if (npc.Faction == Faction.Hostile && npc.Kind != NpcKind.Drone && !npc.Surrendered) CreditKill(world, byId);
        Telling.Explosion(world, npc.Motion.PosX, npc.Motion.PosY, npc.Motion.PosZ, 0.0, npc.Id);
    }

    /// <summary>Loses a ship whose systems are too far gone.</summary>
    public static void SinkIfDead(World world, ref PlayerShipState ship, uint byId)
    {
        if (!ship.Alive || ship.SummedHealth() >= world.Balance.Damage.DeathShare * SystemArray.Count) return;
        ship.Alive = false;
        ship.ShieldsUp = false;
        ship.DockedAt = 0;
        ship.TargetId = 0;
        ship.ScanId = 0;
        ship.Motion.Velocity = 0.0;
        ship.Motion.TurnRate = 0.0;
        ship.Motion.ClimbVelocity = 0.0;
        ship.Motion.Warp = 0.0;
        Telling.Explosion(world, ship.Motion.PosX, ship.Motion.PosY, ship.Motion.PosZ, 0.0, ship.Id);
        world.Events.Add(new GameEvent
        {
            Kind = GameEventKind.ShipLost,
            Ships = world.AllShips,
            ObjectId = ship.Id,
            SourceId = byId,
            Text = "",
        });
    }

    // In drills, hits count less.
    private static double ShareOf(World world, Faction faction) =>
        faction == Faction.Hostile ? world.Tables.Drill.HostileDamage : world.Tables.Drill.FriendlyDamage;

    /// <summary>Adds enemies' damage to the record of the ship that did it.</summary>
    private static void Credit(World world, Faction target, double amount, uint byId)
    {
        int ship = world.ShipOf(byId);
        if (ship >= 0 && target == Faction.Hostile) world.Ships[ship].Statistics.DamageDealt += amount;
    }

    public static void CreditKill(World world, uint byId)
    {
        int ship = world.ShipOf(byId);
        if (ship >= 0) world.Ships[ship].Statistics.Kills++;
    }

    private static void Suffer(World world, ref PlayerShipState ship, double amount)
    {
        ship.Statistics.DamageTaken += amount;
        ship.HitTick = world.Tick;
    }

    // A generator that achieves more than normal makes its shield lose less by the same hit.
    private static double Absorb(World world, ref PlayerShipState ship, bool fore, double amount)
    {
        double effect = ship.Effect(fore ? ShipSystem.ForeShields : ShipSystem.AftShields);
        if (effect <= 0.0) return amount;
        ref double shield = ref fore ? ref ship.ShieldsFore : ref ship.ShieldsAft;
        double share = world.Balance.Shields.GeneratorShare;
        double cost = Math.Max(1.0 + share * (1.0 - effect), 1.0 - share);
        double absorbed = Math.Min(amount, shield / cost);
        shield = Math.Max(0.0, shield - absorbed * cost);
        return amount - absorbed;
    }

    private static void DamageSystem(World world, ref PlayerShipState ship, double amount, bool fore)
    {
        int hit = PickSystem(world, in ship, fore);
        if (hit < 0) return;
        ref var system = ref ship.Systems[hit];
        system.Health = Math.Max(0.0, system.Health - amount * world.Balance.Damage.HealthPerPoint);
        TellDamage(world, in ship, hit, byHeat: false);
    }

    public static void TellDamage(World world, in PlayerShipState ship, int system, bool byHeat) =>
        world.Events.Add(new GameEvent
        {
            Kind = GameEventKind.SystemDamaged,
            Ships = (byte)(1 << ship.Index),
            Code = (byte)system,
            Amount = ship.Systems[system].Health,
            Flag = byHeat,
            Text = "",
        });

    // A random system by the weights of the side, of those that are not wrecked yet.
    private static int PickSystem(World world, in PlayerShipState ship, bool fore)
    {
        var systems = world.Balance.Systems;
        double sum = 0.0;
        for (int i = 0; i < SystemArray.Count; i++)
        {
            if (ship.Systems[i].Health > 0.0) sum += fore ? systems[i].ForeWeight : systems[i].AftWeight;
        }
        double place = world.Rng.NextUnit() * sum;
        int last = -1;
        for (int i = 0; i < SystemArray.Count; i++)
        {
            if (ship.Systems[i].Health <= 0.0) continue;
            last = i;
            place -= fore ? systems[i].ForeWeight : systems[i].AftWeight;
            if (place < 0.0) return i;
        }
        return last;
    }

    // Says how many of the points had something left to damage.
    private static double DamageNpcSystem(World world, ref NpcState npc, double amount)
    {
        double perPoint = world.Balance.Damage.NpcHealthPerPoint;
        ref double health = ref npc.Systems[world.Rng.Below(SystemArray.Count)];
        double lost = Math.Min(health, amount * perPoint);
        health -= lost;
        return perPoint > 0.0 ? lost / perPoint : 0.0;
    }
}
