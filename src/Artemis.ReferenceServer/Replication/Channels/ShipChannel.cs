using System.Numerics;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;
using Artemis.Simulation;

namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>What is at the head of an update.</summary>
/// <param name="Tick">The simulation's step.</param>
/// <param name="Time">Milliseconds since the game began.</param>
/// <param name="HelmSequence">The last helm command that the state includes.</param>
internal readonly record struct UpdateHead(uint Tick, uint Time, uint HelmSequence);

/// <summary>
/// A ship's stream. It keeps what the ship's clients know of every object, and writes one update a tick for all of them.
/// </summary>
internal sealed class ShipChannel
{
    private readonly int _ship;
    private readonly Removals _removals = new();
    private readonly ChannelTable<PlayerShipType, PlayerShip, PlayerShip.Quantized> _ships;
    private readonly ChannelTable<ShipMotionType, ShipMotion, ShipMotion.Quantized> _motions;
    private readonly ChannelTable<ShipSystemsType, ShipSystems, ShipSystems.Quantized> _systems;
    private readonly ChannelTable<ShipTubesType, ShipTubes, ShipTubes.Quantized> _tubes;
    private readonly ChannelTable<NpcShipType, NpcShip, NpcShip.Quantized> _npcs;
    private readonly ChannelTable<BaseType, Base, Base.Quantized> _bases;
    private readonly ChannelTable<TorpedoType, Torpedo, Torpedo.Quantized> _torpedoes;
    private readonly ChannelTable<MineType, Mine, Mine.Quantized> _mines;
    private readonly ChannelTable<NebulaType, Nebula, Nebula.Quantized> _nebulae;
    private readonly ChannelTable<AsteroidType, Asteroid, Asteroid.Quantized> _asteroids;
    private readonly ChannelTable<BlackHoleType, BlackHole, BlackHole.Quantized> _blackHoles;
    private readonly ChannelTable<AnomalyType, Anomaly, Anomaly.Quantized> _anomalies;

    /// <summary>Makes a channel that has told nothing.</summary>
    /// <param name="ship">The ship's index.</param>
    /// <param name="world">The world as the protocol has it.</param>
    public ShipChannel(int ship, ReplicatedWorld world)
    {
        _ship = ship;
        _ships = new(world.Ships);
        _motions = new(world.Motions);
        _systems = new(world.Systems);
        _tubes = new(world.Tubes);
        _npcs = new(world.Npcs);
        _bases = new(world.Bases);
        _torpedoes = new(world.Torpedoes);
        _mines = new(world.Mines);
        _nebulae = new(world.Nebulae);
        _asteroids = new(world.Asteroids);
        _blackHoles = new(world.BlackHoles);
        _anomalies = new(world.Anomalies);
    }

    /// <summary>Whether anybody listens. One to whom nobody listens is forgotten, and begins anew.</summary>
    public bool IsAwake { get; private set; }

    /// <summary>Forgets all that was told.</summary>
    public void Sleep()
    {
        if (!IsAwake)
            return;
        IsAwake = false;
        _ships.Reset();
        _motions.Reset();
        _systems.Reset();
        _tubes.Reset();
        _npcs.Reset();
        _bases.Reset();
        _torpedoes.Reset();
        _mines.Reset();
        _nebulae.Reset();
        _asteroids.Reset();
        _blackHoles.Reset();
        _anomalies.Reset();
        _removals.Clear();
    }

    /// <summary>Writes what changed since the update before, and takes it as told.</summary>
    /// <param name="simulation">For where the ship is and what it sees.</param>
    /// <param name="head">The head of the update.</param>
    /// <param name="ordered">Whether the crew gave an order in this tick.</param>
    /// <param name="destination">Gets the frame.</param>
    /// <returns>Bytes written; 0 if there is nothing to say on an odd tick.</returns>
    public int WriteUpdate(GameSimulation simulation, in UpdateHead head, bool ordered, Span<byte> destination)
    {
        var tick = head.Tick;
        var isSending = UpdatePhase.IsSending(tick);
        Place(simulation, tick, isSending);
        IsAwake = true;

        var packet = UpdateFrame.Head(in head, isSnapshot: false);
        var writer = new ObjectUpdateWriter(destination, in packet);
        var limit = UpdateFrame.ObjectLimit(destination, _removals.Items.Length);
        var empty = writer.Position;
        // What matters most comes first, should an update ever be full.
        var ships = new ShipTurn(tick, ordered);
        var zones = new ZoneTurn(tick);
        _ = _ships.WriteChanges(ref writer, limit, in ships)
            && _motions.WriteChanges(ref writer, limit, in ships)
            && _torpedoes.WriteChanges(ref writer, limit, new TorpedoTurn(tick))
            && (!isSending || WriteOthers(ref writer, limit, tick, in zones));

        if (!isSending && writer.Position == empty && _removals.Items.IsEmpty)
            return 0;
        var length = UpdateFrame.End(ref writer, _removals.Items);
        _removals.Clear();
        return length;
    }

    /// <summary>Writes all that the ship's clients know.</summary>
    /// <param name="head">The head of the update.</param>
    /// <param name="cursor">Where to go on; the default is the beginning.</param>
    /// <param name="destination">Gets the frame.</param>
    /// <returns>Bytes written. If the cursor is not at its end, another frame goes on.</returns>
    public int WriteSnapshot(in UpdateHead head, ref SnapshotCursor cursor, Span<byte> destination)
    {
        var packet = UpdateFrame.Head(in head, isSnapshot: cursor.IsAtStart);
        var writer = new ObjectUpdateWriter(destination, in packet);
        var done = true;
        while (done && !cursor.IsAtEnd)
        {
            done = cursor.Table switch
            {
                0 => _ships.WriteKnown(ref writer, ref cursor.Slot),
                1 => _motions.WriteKnown(ref writer, ref cursor.Slot),
                2 => _systems.WriteKnown(ref writer, ref cursor.Slot),
                3 => _tubes.WriteKnown(ref writer, ref cursor.Slot),
                4 => _npcs.WriteKnown(ref writer, ref cursor.Slot),
                5 => _bases.WriteKnown(ref writer, ref cursor.Slot),
                6 => _torpedoes.WriteKnown(ref writer, ref cursor.Slot),
                7 => _mines.WriteKnown(ref writer, ref cursor.Slot),
                8 => _nebulae.WriteKnown(ref writer, ref cursor.Slot),
                9 => _asteroids.WriteKnown(ref writer, ref cursor.Slot),
                10 => _blackHoles.WriteKnown(ref writer, ref cursor.Slot),
                _ => _anomalies.WriteKnown(ref writer, ref cursor.Slot),
            };
            if (done)
                cursor.NextTable();
        }

        return UpdateFrame.End(ref writer, []);
    }

    private void Place(GameSimulation simulation, uint tick, bool isSending)
    {
        ref readonly var own = ref simulation.PlayerShips[_ship];
        var center = new Vector3((float)own.Motion.PosX, (float)own.Motion.PosY, (float)own.Motion.PosZ);
        // Ships take turns, so that no tick has to look at everything for all of them.
        var all = !IsAwake || (tick + (uint)_ship) % Zones.RecomputeTicks == 0;
        var ships = new ShipEye(center, own.Id, _ship, simulation);
        var ownOnly = new OwnEye(own.Id);
        var plain = new PlainEye(center);
        _ships.Place(in ships, all, _removals);
        // What has the ship's id goes with the ship, so its removal is told once.
        _motions.Place(in ownOnly, all, removals: null);
        _systems.Place(in ownOnly, all, removals: null);
        _tubes.Place(in ownOnly, all, removals: null);
        _torpedoes.Place(new TorpedoEye(center), all: true, _removals);
        if (!isSending && !all)
            return;
        _npcs.Place(in ships, all, _removals);
        _bases.Place(default(BaseEye), all, _removals);
        _mines.Place(in plain, all, _removals);
        _nebulae.Place(in plain, all, _removals);
        _asteroids.Place(in plain, all, _removals);
        _blackHoles.Place(in plain, all, _removals);
        _anomalies.Place(in plain, all, _removals);
    }

    private bool WriteOthers(ref ObjectUpdateWriter writer, int limit, uint tick, in ZoneTurn zones) =>
        _systems.WriteChanges(ref writer, limit, new SystemsTurn(tick))
        && _tubes.WriteChanges(ref writer, limit, in zones)
        && _npcs.WriteChanges(ref writer, limit, in zones)
        && _bases.WriteChanges(ref writer, limit, new BaseTurn(tick))
        && _mines.WriteChanges(ref writer, limit, in zones)
        && _nebulae.WriteChanges(ref writer, limit, in zones)
        && _asteroids.WriteChanges(ref writer, limit, in zones)
        && _blackHoles.WriteChanges(ref writer, limit, in zones)
        && _anomalies.WriteChanges(ref writer, limit, in zones);
}

/// <summary>How far a snapshot has come.</summary>
internal struct SnapshotCursor
{
    private const int Tables = 12;

    /// <summary>Which table.</summary>
    public int Table;

    /// <summary>Which slot of it.</summary>
    public int Slot;

    /// <summary>Whether nothing was written yet.</summary>
    public readonly bool IsAtStart => Table == 0 && Slot == 0;

    /// <summary>Whether everything was written.</summary>
    public readonly bool IsAtEnd => Table == Tables;

    /// <summary>Goes on with the next table.</summary>
    public void NextTable()
    {
        Table++;
        Slot = 0;
    }
}
