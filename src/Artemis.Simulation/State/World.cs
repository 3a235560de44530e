using Artemis.Motion;

namespace Artemis.Simulation;

/// <summary>All state of a game, and the tables to find things in it. Changed by the systems only.</summary>
internal sealed class World
{
    /// <summary>As many computer-flown ships as there can be at a time.</summary>
    public const int MostNpcs = 256;

    public World(GameSetup setup)
    {
        Setup = setup;
        Scenario = setup.Scenario;
        Balance = setup.Balance;
        Tables = new BalanceTables(setup);
        Limits = new MotionLimits(setup.WorldLimit, setup.SpeedLimit);
        Rng = new Rng(setup.Seed);
        Ships = new PlayerShipState[setup.Ships.Count];
        FleetTimes = new double[setup.Scenario.Fleets.Count];
        FleetsSent = new int[setup.Scenario.Fleets.Count];
        Npcs = new(EntityKind.Npc, Index, MostNpcs);
        Bases = new(EntityKind.Base, Index, 16);
        Torpedoes = new(EntityKind.Torpedo, Index, 256);
        Mines = new(EntityKind.Mine, Index, 128);
        Nebulae = new(EntityKind.Nebula, Index, 64);
        Asteroids = new(EntityKind.Asteroid, Index, 256);
        BlackHoles = new(EntityKind.BlackHole, Index, 16);
        Anomalies = new(EntityKind.Anomaly, Index, 64);
    }

    public GameSetup Setup { get; }

    public Scenario Scenario { get; }

    public Balance Balance { get; }

    public BalanceTables Tables { get; }

    public MotionLimits Limits { get; }

    public EntityIndex Index { get; } = new();

    public PlayerShipState[] Ships { get; }

    public Pool<NpcState> Npcs { get; }

    public Pool<BaseState> Bases { get; }

    public Pool<TorpedoState> Torpedoes { get; }

    public Pool<MineState> Mines { get; }

    public Pool<NebulaState> Nebulae { get; }

    public Pool<AsteroidState> Asteroids { get; }

    public Pool<BlackHoleState> BlackHoles { get; }

    public Pool<AnomalyState> Anomalies { get; }

    public EventBuffer Events { get; } = new();

    public MessageQueue Messages { get; } = new();

    /// <summary>Ids of what was destroyed in the last tick.</summary>
    public List<uint> Destroyed { get; } = new(256);

    public Rng Rng;

    public uint Tick;

    public double Seconds => Tick * MotionStep.TickSeconds;

    public GameOutcome Outcome;

    public string OutcomeText = "";

    /// <summary>Messages that were composed so far; of no meaning for the game.</summary>
    public long TextsComposed;

    public int BasesLost;

    public int FreightersLost;

    public int FreightersArrived;

    public int ContactsScanned;

    /// <summary>Fleets that came so far; gives them their numbers.</summary>
    public int FleetCount;

    /// <summary>When each of the scenario's fleets comes next, in seconds.</summary>
    public double[] FleetTimes { get; }

    /// <summary>How often each of the scenario's fleets came.</summary>
    public int[] FleetsSent { get; }

    /// <summary>Ships' bits of all that are told of something everywhere.</summary>
    public byte AllShips => (byte)((1 << Ships.Length) - 1);

    /// <summary>Where something is and whose it is.</summary>
    public bool TryLocate(uint id, out Located found)
    {
        found = default;
        found.Kind = Index.Find(id, out found.Slot);
        switch (found.Kind)
        {
            case EntityKind.PlayerShip:
                ref var ship = ref Ships[found.Slot];
                found.X = ship.Motion.PosX;
                found.Y = ship.Motion.PosY;
                found.Z = ship.Motion.PosZ;
                found.Faction = Faction.Friendly;
                return ship.Alive;
            case EntityKind.Npc:
                ref var npc = ref Npcs[found.Slot];
                found.X = npc.Motion.PosX;
                found.Y = npc.Motion.PosY;
                found.Z = npc.Motion.PosZ;
                found.Faction = npc.Surrendered ? Faction.Neutral : npc.Faction;
                return !npc.Gone;
            case EntityKind.Base:
                ref var station = ref Bases[found.Slot];
                found.X = station.X;
                found.Y = station.Y;
                found.Z = station.Z;
                found.Faction = station.Faction;
                return !station.Gone;
            case EntityKind.Torpedo:
                ref var torpedo = ref Torpedoes[found.Slot];
                found.X = torpedo.X;
                found.Y = torpedo.Y;
                found.Z = torpedo.Z;
                return !torpedo.Gone;
            case EntityKind.Mine:
                ref var mine = ref Mines[found.Slot];
                found.X = mine.X;
                found.Y = mine.Y;
                found.Z = mine.Z;
                return !mine.Gone;
            case EntityKind.Nebula:
                ref var nebula = ref Nebulae[found.Slot];
                found.X = nebula.X;
                found.Y = nebula.Y;
                found.Z = nebula.Z;
                return true;
            case EntityKind.Asteroid:
                ref var asteroid = ref Asteroids[found.Slot];
                found.X = asteroid.X;
                found.Y = asteroid.Y;
                found.Z = asteroid.Z;
                return !asteroid.Gone;
            case EntityKind.BlackHole:
                ref var hole = ref BlackHoles[found.Slot];
                found.X = hole.X;
                found.Y = hole.Y;
                found.Z = hole.Z;
                return true;
            case EntityKind.Anomaly:
                ref var anomaly = ref Anomalies[found.Slot];
                found.X = anomaly.X;
                found.Y = anomaly.Y;
                found.Z = anomaly.Z;
                return !anomaly.Gone;
            default:
                return false;
        }
    }

    /// <summary>Index of the crew's ship with an id, or −1.</summary>
    public int ShipOf(uint id) => Index.Find(id, out int slot) == EntityKind.PlayerShip ? slot : -1;

    /// <summary>Takes what is gone out of the world.</summary>
    public void Sweep()
    {
        Npcs.Sweep(Destroyed);
        Bases.Sweep(Destroyed);
        Torpedoes.Sweep(Destroyed);
        Mines.Sweep(Destroyed);
        Asteroids.Sweep(Destroyed);
        Anomalies.Sweep(Destroyed);
    }
}

/// <summary>Where something is and whose it is.</summary>
internal struct Located
{
    public EntityKind Kind;
    public int Slot;
    public Faction Faction;
    public double X;
    public double Y;
    public double Z;
}
