using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;

namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>What is at the head of an update.</summary>
/// <param name="Tick">The simulation's step.</param>
/// <param name="Time">Milliseconds since the game began.</param>
/// <param name="HelmSequence">The last helm command that the state includes.</param>
internal readonly record struct UpdateHead(uint Tick, uint Time, uint HelmSequence);

/// <summary>
/// A ship's stream. It keeps what the ship's clients know of every object, finds once a tick what is to be told, and writes that as one
/// update for all of them; as one for each version, should they not all speak the same.
/// </summary>
internal sealed class ShipChannel
{
    private readonly Removals _removals = new();
    private readonly UpdateLog _log = new();
    private readonly bool _isBatched;
    private readonly ChannelTable[] _tables;
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
    /// <param name="means">How bytes are saved.</param>
    public ShipChannel(int ship, ReplicatedWorld world, Means means = Means.All)
    {
        Ship = ship;
        _isBatched = (means & Means.Batching) != 0;
        _tables =
        [
            _ships = new(world.Ships, means),
            _motions = new(world.Motions, means),
            _systems = new(world.Systems, means),
            _tubes = new(world.Tubes, means),
            _npcs = new(world.Npcs, means),
            _bases = new(world.Bases, means),
            _torpedoes = new(world.Torpedoes, means),
            _mines = new(world.Mines, means),
            _nebulae = new(world.Nebulae, means),
            _asteroids = new(world.Asteroids, means),
            _blackHoles = new(world.BlackHoles, means),
            _anomalies = new(world.Anomalies, means),
        ];
    }

    /// <summary>The ship's index.</summary>
    public int Ship { get; }

    /// <summary>Whether anybody listens. One to whom nobody listens is forgotten, and begins anew.</summary>
    public bool IsAwake { get; private set; }

    /// <summary>Whether there is anything to say in this tick. Even ticks always say when they were.</summary>
    public bool HasUpdate { get; private set; }

    /// <summary>Bytes of this tick's update; of one for an older version at most. 0 if there is none.</summary>
    public int UpdateSize => HasUpdate ? UpdateFrame.SizeOf(_log.Bytes, _removals.Count) + ((PacketCount - 1) * UpdateFrame.SizeOf(0, 0)) : 0;

    /// <summary>What is told in this tick.</summary>
    public ReadOnlySpan<LoggedEntry> Changes => _log.Entries;

    /// <summary>What clients know, by type of object.</summary>
    public IReadOnlyList<ChannelTable> Tables => _tables;

    /// <summary>Forgets all that was told.</summary>
    public void Sleep()
    {
        if (!IsAwake)
            return;
        IsAwake = false;
        foreach (var table in _tables)
            table.Reset();
        _removals.Clear();
        _log.Begin(room: 0);
        HasUpdate = false;
    }

    /// <summary>Decides who is in which zone, and what clients must forget. Comes before <see cref="FindChanges"/> in a tick.</summary>
    /// <param name="from">Where the ship is and what it sees.</param>
    /// <param name="tick">The tick.</param>
    public void Place(in Viewpoint from, uint tick)
    {
        _removals.Clear();
        // Ships take turns, so that no tick has to look at everything for all of them.
        var all = !IsAwake || (tick + (uint)Ship) % Zones.RecomputeTicks == 0;
        var ships = new ShipEye(from);
        var ownOnly = new OwnEye(from.OwnId);
        var plain = new PlainEye(from.Center);
        _ships.Place(in ships, all, _removals);
        // What has the ship's id goes with the ship, so its removal is told once.
        _motions.Place(in ownOnly, all, removals: null);
        _systems.Place(in ownOnly, all, removals: null);
        _tubes.Place(in ownOnly, all, removals: null);
        _torpedoes.Place(new TorpedoEye(from.Center), all: true, _removals);
        if (!UpdatePhase.IsSending(tick) && !all)
            return;
        _npcs.Place(in ships, all, _removals);
        _bases.Place(default(BaseEye), all, _removals);
        _mines.Place(in plain, all, _removals);
        _nebulae.Place(in plain, all, _removals);
        _asteroids.Place(in plain, all, _removals);
        _blackHoles.Place(in plain, all, _removals);
        _anomalies.Place(in plain, all, _removals);
    }

    /// <summary>Finds what changed since the update before, and takes it as told.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="ordered">Whether the crew gave an order in this tick.</param>
    /// <param name="capacity">Most bytes of an update; what has no room in it comes with a later one.</param>
    public void FindChanges(uint tick, bool ordered, int capacity = ArtemisProtocol.FrameLimit)
    {
        var isSending = UpdatePhase.IsSending(tick);
        IsAwake = true;
        _log.Begin(capacity - UpdateFrame.SizeOf(0, _removals.Count));
        // What matters most comes first, should an update ever be full.
        var ships = new ShipTurn(tick, ordered);
        _ = _ships.FindChanges(tick, in ships, _log)
            && _motions.FindChanges(tick, in ships, _log)
            && _torpedoes.FindChanges(tick, new TorpedoTurn(tick), _log)
            && (!isSending || FindOthers(tick));
        HasUpdate = isSending || !_log.Entries.IsEmpty || _removals.Count > 0;
    }

    /// <summary>Writes this tick's update.</summary>
    /// <param name="head">The head of the update.</param>
    /// <param name="peer">What the clients' version knows.</param>
    /// <param name="destination">Gets the frame; <see cref="UpdateSize"/> is always enough.</param>
    /// <returns>Bytes written; 0 if there is no update.</returns>
    public int WriteUpdate(in UpdateHead head, PeerFields peer, Span<byte> destination)
    {
        if (!HasUpdate)
            return 0;
        var packet = UpdateFrame.Head(in head, isSnapshot: false);
        var writer = new ObjectUpdateWriter(destination, in packet, peer.Version);
        var length = 0;
        ChannelTable? table = null;
        foreach (ref readonly var entry in _log.Entries)
        {
            if (!_isBatched && table is not null && entry.Table != table)
            {
                length += UpdateFrame.End(ref writer, removals: null);
                writer = new ObjectUpdateWriter(destination[length..], in packet, peer.Version);
            }

            table = entry.Table;
            var fields = peer[table.Type];
            if (fields != 0 && ((entry.Mask & fields) != 0 || entry.IsNew))
                table.Write(ref writer, entry.Slot, entry.Mask & fields);
        }

        return length + UpdateFrame.End(ref writer, _removals, peer);
    }

    /// <summary>Writes all that the ship's clients know.</summary>
    /// <param name="head">The head of the update.</param>
    /// <param name="peer">What their version knows.</param>
    /// <param name="cursor">Where to go on; the default is the beginning.</param>
    /// <param name="destination">Gets the frame.</param>
    /// <returns>Bytes written. If the cursor is not at its end, another frame goes on.</returns>
    public int WriteSnapshot(in UpdateHead head, PeerFields peer, ref SnapshotCursor cursor, Span<byte> destination)
    {
        var packet = UpdateFrame.Head(in head, isSnapshot: cursor.IsAtStart);
        var writer = new ObjectUpdateWriter(destination, in packet, peer.Version);
        while (cursor.Table < _tables.Length)
        {
            var table = _tables[cursor.Table];
            var fields = peer[table.Type];
            if (fields != 0 && !table.WriteKnown(ref writer, fields, ref cursor.Slot))
                break;
            cursor.Table++;
            cursor.Slot = 0;
        }

        cursor.IsAtEnd = cursor.Table == _tables.Length;
        return UpdateFrame.End(ref writer, removals: null);
    }

    // Entries of a type follow each other.
    private int PacketCount
    {
        get
        {
            var count = 1;
            var entries = _log.Entries;
            for (var i = 1; i < entries.Length && !_isBatched; i++)
                count += entries[i].Table == entries[i - 1].Table ? 0 : 1;
            return count;
        }
    }

    private bool FindOthers(uint tick)
    {
        var zones = new ZoneTurn(tick);
        return _systems.FindChanges(tick, new SystemsTurn(tick), _log)
            && _tubes.FindChanges(tick, in zones, _log)
            && _npcs.FindChanges(tick, in zones, _log)
            && _bases.FindChanges(tick, new BaseTurn(tick), _log)
            && _mines.FindChanges(tick, in zones, _log)
            && _nebulae.FindChanges(tick, in zones, _log)
            && _asteroids.FindChanges(tick, in zones, _log)
            && _blackHoles.FindChanges(tick, in zones, _log)
            && _anomalies.FindChanges(tick, in zones, _log);
    }
}

/// <summary>How far a snapshot has come.</summary>
internal struct SnapshotCursor
{
    /// <summary>Which table.</summary>
    public int Table;

    /// <summary>Which slot of it.</summary>
    public int Slot;

    /// <summary>Whether nothing was written yet.</summary>
    public readonly bool IsAtStart => Table == 0 && Slot == 0;

    /// <summary>Whether everything was written.</summary>
    public bool IsAtEnd;
}
