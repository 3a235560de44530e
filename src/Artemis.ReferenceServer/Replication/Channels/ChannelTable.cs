using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;

namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>What a ship's clients know of the objects of one type, as far as it is the same for all types.</summary>
/// <param name="type">The type.</param>
internal abstract class ChannelTable(ObjectType type)
{
    /// <summary>The type of object.</summary>
    public ObjectType Type { get; } = type;

    /// <summary>Forgets that anything was ever told.</summary>
    public abstract void Reset();

    /// <summary>Adds all that clients know.</summary>
    /// <param name="writer">The update.</param>
    /// <param name="fields">Fields that the clients' version knows.</param>
    /// <param name="next">The slot to go on with.</param>
    /// <returns>False if the update is full; the next one goes on.</returns>
    public abstract bool WriteKnown(ref ObjectUpdateWriter writer, uint fields, ref int next);

    /// <summary>Adds what is told of an object in this tick.</summary>
    /// <param name="writer">The update.</param>
    /// <param name="slot">The object's slot.</param>
    /// <param name="mask">Fields to write: of those that changed, the ones which the clients' version knows.</param>
    public abstract void Write(ref ObjectUpdateWriter writer, int slot, uint mask);

    /// <summary>Bytes of an entry of this tick, without its head.</summary>
    /// <param name="slot">The object's slot.</param>
    /// <param name="mask">Fields to count.</param>
    public abstract int SizeOf(int slot, uint mask);
}

/// <summary>
/// What a ship's clients know of the objects of one type: the state last sent, in wire units, and which fields were ever sent. Slots are
/// those of the world's table.
/// </summary>
/// <typeparam name="TType">What the schema says of the type.</typeparam>
/// <typeparam name="TObject">The object in natural units.</typeparam>
/// <typeparam name="TQuantized">The object in wire units.</typeparam>
internal sealed class ChannelTable<TType, TObject, TQuantized> : ChannelTable
    where TType : struct, IReplicatedType<TObject, TQuantized>
    where TObject : struct
    where TQuantized : struct
{
    // Older than any silence may be.
    private const uint LongAgo = unchecked((uint)-Tolerance.LongestSilentTicks);

    private readonly ObjectTable<TObject, TQuantized> _world;
    private readonly Means _means;
    private uint[] _told;
    private uint[] _placed;
    private uint[] _known;
    private uint[] _toldAt;
    private Zone[] _zones;
    private TQuantized[] _baselines;

    public ChannelTable(ObjectTable<TObject, TQuantized> world, Means means)
        : base(TType.Type)
    {
        _world = world;
        _means = means;
        (_told, _placed, _known, _toldAt) = (new uint[world.Capacity], new uint[world.Capacity], new uint[world.Capacity], new uint[world.Capacity]);
        _zones = new Zone[world.Capacity];
        _baselines = new TQuantized[world.Capacity];
    }

    /// <summary>What clients were told of an object.</summary>
    /// <param name="id">Which.</param>
    /// <param name="baseline">Its state; only the known fields are of meaning.</param>
    /// <param name="known">Fields that were ever sent.</param>
    /// <returns>False if they were told nothing of it.</returns>
    public bool TryGetBaseline(uint id, out TQuantized baseline, out uint known)
    {
        var slot = id == 0 ? -1 : _told.AsSpan().IndexOf(id);
        (baseline, known) = slot < 0 ? (default, 0) : (_baselines[slot], _known[slot]);
        return slot >= 0;
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Clear(_told);
        Array.Clear(_placed);
        Array.Clear(_known);
        Array.Clear(_baselines);
    }

    /// <summary>Decides anew which objects are in which zone, and finds those that clients must forget.</summary>
    /// <param name="eye">The ship, as the centre of its zones.</param>
    /// <param name="all">Whether all objects are looked at, or only new ones.</param>
    /// <param name="removals">Gets what is gone or out of range; null if another table tells of it.</param>
    /// <typeparam name="TEye">What the ship can see.</typeparam>
    public void Place<TEye>(in TEye eye, bool all, Removals? removals)
        where TEye : struct, IEye
    {
        Fit();
        var ids = _world.Ids;
        var positions = _world.Positions;
        for (var slot = 0; slot < ids.Length; slot++)
        {
            var id = ids[slot];
            var told = _told[slot];
            if (told != 0 && told != id)
            {
                removals?.Add(Type, told, RemovalReason.Destroyed);
                Forget(slot);
            }

            if (id == 0)
            {
                _placed[slot] = 0;
                continue;
            }

            var isNew = _placed[slot] != id;
            if (!isNew && !all)
                continue;
            _placed[slot] = id;
            _zones[slot] = Allow(eye.Place(isNew ? Zone.Out : _zones[slot], id, positions[slot]));
            if (_zones[slot] == Zone.Out && _told[slot] == id)
            {
                removals?.Add(Type, id, RemovalReason.Left);
                Forget(slot);
            }
        }
    }

    /// <summary>Finds what changed, of those objects whose turn it is, and takes it as known from now on.</summary>
    /// <param name="tick">The tick.</param>
    /// <param name="turn">Whose turn it is.</param>
    /// <param name="log">Gets what is to be told.</param>
    /// <returns>False if the update is full; the rest comes with a later one.</returns>
    /// <typeparam name="TTurn">Decides whose turn it is.</typeparam>
    public bool FindChanges<TTurn>(uint tick, in TTurn turn, UpdateLog log)
        where TTurn : struct, ITurn
    {
        var ids = _world.Ids;
        var current = _world.Current;
        for (var slot = 0; slot < ids.Length; slot++)
        {
            var id = ids[slot];
            if (id == 0 || _zones[slot] == Zone.Out)
                continue;
            var isNew = _told[slot] == 0;
            if (!IsDue(slot, id, isNew, tick, in turn))
                continue;
            var view = ViewOf(_zones[slot]);
            if (isNew)
                view |= TType.Identity;
            ref readonly var state = ref current[slot];
            ref var baseline = ref _baselines[slot];
            var mask = (TType.Diff(in baseline, in state) | ~_known[slot]) & view;
            if (!isNew && (mask == 0 || ((mask & ~TType.Carried) == 0 && IsAsClientsThink(slot, tick, in state))))
                continue;
            if (!log.TryAdd(new LoggedEntry(this, slot, mask, _zones[slot], isNew), TType.SizeOf(in state, mask)))
                return false;
            TType.Copy(in state, ref baseline, mask);
            _known[slot] |= mask;
            _told[slot] = id;
            _toldAt[slot] = tick;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool WriteKnown(ref ObjectUpdateWriter writer, uint fields, ref int next)
    {
        for (; next < _told.Length; next++)
        {
            if (_told[next] == 0)
                continue;
            if (!TType.TryAdd(ref writer, _told[next], in _baselines[next], _known[next] & fields))
                return false;
            // The newcomer does not know how long ago this was so, and is told the position with the next update, out of turn.
            _toldAt[next] = LongAgo;
        }

        return true;
    }

    /// <inheritdoc/>
    public override void Write(ref ObjectUpdateWriter writer, int slot, uint mask)
    {
        if (!TType.TryAdd(ref writer, _told[slot], in _baselines[slot], mask))
            throw new InvalidOperationException("An update has more bytes than were counted.");
    }

    /// <inheritdoc/>
    public override int SizeOf(int slot, uint mask) => TType.SizeOf(in _baselines[slot], mask);

    private bool IsDue<TTurn>(int slot, uint id, bool isNew, uint tick, in TTurn turn)
        where TTurn : struct, ITurn
    {
        if ((_means & Means.Tiers) == 0)
            return UpdatePhase.IsSending(tick);
        return turn.IsDue(_zones[slot], id, isNew)
            || (_toldAt[slot] == LongAgo && TType.Carried != 0 && UpdatePhase.IsSending(tick));
    }

    // Without tiers everything is told as the own ship is, and without the filter there is nothing that is not told.
    private Zone Allow(Zone zone)
    {
        if (_means == Means.All || (zone == Zone.Out && (_means & Means.Filter) != 0))
            return zone;
        if ((_means & Means.Tiers) == 0)
            return Zone.Own;
        return zone == Zone.Out ? Zone.Far : zone;
    }

    // The own ship is predicted, and that needs every state. The zone of the same name holds the closest torpedoes too.
    private bool IsAsClientsThink(int slot, uint tick, in TQuantized state)
    {
        if ((_means & Means.Silence) == 0 || (_zones[slot] == Zone.Own && TType.Type != ObjectType.Torpedo))
            return false;
        ref readonly var tolerance = ref TType.ToleranceIn(_zones[slot]);
        var ticks = tick - _toldAt[slot];
        return ticks < tolerance.MostSilentTicks
            && TType.IsCloseEnough(in _baselines[slot], in state, ticks / (double)ArtemisConstants.TickRate, in tolerance);
    }

    private static uint ViewOf(Zone zone) => zone switch
    {
        Zone.Own => TType.All,
        Zone.Near => TType.Near,
        Zone.Mid => TType.Mid,
        _ => TType.Far,
    };

    private void Forget(int slot)
    {
        _told[slot] = 0;
        _known[slot] = 0;
        _baselines[slot] = default;
    }

    private void Fit()
    {
        if (_world.Count <= _told.Length)
            return;
        var capacity = _world.Capacity;
        Array.Resize(ref _told, capacity);
        Array.Resize(ref _placed, capacity);
        Array.Resize(ref _known, capacity);
        Array.Resize(ref _toldAt, capacity);
        Array.Resize(ref _zones, capacity);
        Array.Resize(ref _baselines, capacity);
    }
}
