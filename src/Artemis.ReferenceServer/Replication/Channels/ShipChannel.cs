using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;

namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>What is at the head of an update.</summary>
/// <param name="Tick">The simulation's step.</param>
/// <param name="Time">Milliseconds since the game began.</param>
/// <param name="HelmSequence">The last helm command that the state includes.</param>
internal readonly record struct UpdateHead(uint Tick, uint Time, uint HelmSequence);

/// <summary>
/// A ship's stream. It keeps what the ship's clients know of every object, and writes one update a tick for all of them; one a version,
/// should they not all speak the same.
/// </summary>
internal sealed class ShipChannel
{
    private readonly Removals _removals = new();
    private readonly UpdateLog _log = new();
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
    private bool _isWritten;

    /// <summary>Makes a channel that has told nothing.</summary>
    /// <param name="ship">The ship's index.</param>
    /// <param name="world">The world as the protocol has it.</param>
    public ShipChannel(int ship, ReplicatedWorld world)
    {
        Ship = ship;
        _tables =
        [
            _ships = new(world.Ships),
            _motions = new(world.Motions),
            _systems = new(world.Systems),
            _tubes = new(world.Tubes),
            _npcs = new(world.Npcs),
            _bases = new(world.Bases),
            _torpedoes = new(world.Torpedoes),
            _mines = new(world.Mines),
            _nebulae = new(world.Nebulae),
            _asteroids = new(world.Asteroids),
            _blackHoles = new(world.BlackHoles),
            _anomalies = new(world.Anomalies),
        ];
    }

    /// <summary>The ship's index.</summary>
    public int Ship { get; }

    /// <summary>Whether anybody listens. One to whom nobody listens is forgotten, and begins anew.</summary>
    public bool IsAwake { get; private set; }

    /// <summary>What the last update had in it.</summary>
    public ReadOnlySpan<LoggedEntry> LastUpdate => _log.Entries;

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
        _log.Clear();
        _isWritten = false;
    }

    /// <summary>Decides who is in which zone, and what clients must forget. Comes before <see cref="WriteUpdate"/> in a tick.</summary>
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

    /// <summary>Writes what changed since the update before, and takes it as told.</summary>
    /// <param name="head">The head of the update.</param>
    /// <param name="ordered">Whether the crew gave an order in this tick.</param>
    /// <param name="destination">Gets the frame.</param>
    /// <returns>Bytes written; 0 if there is nothing to say on an odd tick.</returns>
    public int WriteUpdate(in UpdateHead head, bool ordered, Span<byte> destination)
    {
        var tick = head.Tick;
        var isSending = UpdatePhase.IsSending(tick);
        IsAwake = true;
        _log.Clear();

        var packet = UpdateFrame.Head(in head, isSnapshot: false);
        var writer = new ObjectUpdateWriter(destination, in packet);
        var limit = UpdateFrame.ObjectLimit(destination, _removals.Count);
        // What matters most comes first, should an update ever be full.
        var ships = new ShipTurn(tick, ordered);
        var zones = new ZoneTurn(tick);
        _ = _ships.WriteChanges(ref writer, limit, tick, in ships, _log)
            && _motions.WriteChanges(ref writer, limit, tick, in ships, _log)
            && _torpedoes.WriteChanges(ref writer, limit, tick, new TorpedoTurn(tick), _log)
            && (!isSending || WriteOthers(ref writer, limit, tick, in zones));

        _isWritten = isSending || !_log.Entries.IsEmpty || _removals.Count > 0;
        return _isWritten ? UpdateFrame.End(ref writer, _removals) : 0;
    }

    /// <summary>Writes the update of this tick once more, with what clients of another version know of it.</summary>
    /// <param name="head">The head of the update.</param>
    /// <param name="peer">What they know.</param>
    /// <param name="destination">Gets the frame.</param>
    /// <returns>Bytes written; 0 if there was no update.</returns>
    public int WriteUpdateAgain(in UpdateHead head, PeerFields peer, Span<byte> destination)
    {
        if (!_isWritten)
            return 0;
        var packet = UpdateFrame.Head(in head, isSnapshot: false);
        var writer = new ObjectUpdateWriter(destination, in packet, peer.Version);
        foreach (ref readonly var entry in _log.Entries)
        {
            var fields = peer[entry.Table.Type];
            if (fields != 0 && ((entry.Mask & fields) != 0 || entry.IsNew))
                entry.Table.WriteAgain(ref writer, entry.Slot, entry.Mask & fields);
        }

        return UpdateFrame.End(ref writer, _removals, peer);
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

    private bool WriteOthers(ref ObjectUpdateWriter writer, int limit, uint tick, in ZoneTurn zones) =>
        _systems.WriteChanges(ref writer, limit, tick, new SystemsTurn(tick), _log)
        && _tubes.WriteChanges(ref writer, limit, tick, in zones, _log)
        && _npcs.WriteChanges(ref writer, limit, tick, in zones, _log)
        && _bases.WriteChanges(ref writer, limit, tick, new BaseTurn(tick), _log)
        && _mines.WriteChanges(ref writer, limit, tick, in zones, _log)
        && _nebulae.WriteChanges(ref writer, limit, tick, in zones, _log)
        && _asteroids.WriteChanges(ref writer, limit, tick, in zones, _log)
        && _blackHoles.WriteChanges(ref writer, limit, tick, in zones, _log)
        && _anomalies.WriteChanges(ref writer, limit, tick, in zones, _log);
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
