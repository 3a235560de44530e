using System.Numerics;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;

namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>
/// What a ship's clients know of the objects of one type: the state last sent, in wire units, and which fields were ever sent. Slots are
/// those of the world's table.
/// </summary>
/// <typeparam name="TType">What the schema says of the type.</typeparam>
/// <typeparam name="TObject">The object in natural units.</typeparam>
/// <typeparam name="TQuantized">The object in wire units.</typeparam>
internal sealed class ChannelTable<TType, TObject, TQuantized>
    where TType : struct, IReplicatedType<TObject, TQuantized>
    where TObject : struct
    where TQuantized : struct
{
    private readonly ObjectTable<TObject, TQuantized> _world;
    private uint[] _told = new uint[16];
    private uint[] _placed = new uint[16];
    private uint[] _known = new uint[16];
    private Zone[] _zones = new Zone[16];
    private TQuantized[] _baselines = new TQuantized[16];

    public ChannelTable(ObjectTable<TObject, TQuantized> world) => _world = world;

    /// <summary>Forgets that anything was ever told.</summary>
    public void Reset()
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
                removals?.Add(told, RemovalReason.Destroyed);
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
            _zones[slot] = eye.Place(isNew ? Zone.Out : _zones[slot], id, positions[slot]);
            if (_zones[slot] == Zone.Out && _told[slot] == id)
            {
                removals?.Add(id, RemovalReason.Left);
                Forget(slot);
            }
        }
    }

    /// <summary>Adds what changed, of those objects whose turn it is, and takes it as known from now on.</summary>
    /// <param name="writer">The update.</param>
    /// <param name="limit">How far the update may reach.</param>
    /// <param name="turn">Whose turn it is.</param>
    /// <returns>False if the update is full; the rest comes with a later one.</returns>
    /// <typeparam name="TTurn">Decides whose turn it is.</typeparam>
    public bool WriteChanges<TTurn>(ref ObjectUpdateWriter writer, int limit, in TTurn turn)
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
            if (!turn.IsDue(_zones[slot], id, isNew))
                continue;
            var view = ViewOf(_zones[slot]);
            if (isNew)
                view |= TType.Identity;
            ref readonly var state = ref current[slot];
            ref var baseline = ref _baselines[slot];
            var mask = (TType.Diff(in baseline, in state) | ~_known[slot]) & view;
            if (mask == 0 && !isNew)
                continue;
            if (writer.Position + TType.MaxEntrySize > limit || !TType.TryAdd(ref writer, id, in state, mask))
                return false;
            TType.Copy(in state, ref baseline, mask);
            _known[slot] |= mask;
            _told[slot] = id;
        }

        return true;
    }

    /// <summary>Adds all that clients know.</summary>
    /// <param name="writer">The update.</param>
    /// <param name="next">The slot to go on with.</param>
    /// <returns>False if the update is full; the next one goes on.</returns>
    public bool WriteKnown(ref ObjectUpdateWriter writer, ref int next)
    {
        for (; next < _told.Length; next++)
        {
            if (_told[next] != 0 && !TType.TryAdd(ref writer, _told[next], in _baselines[next], _known[next]))
                return false;
        }

        return true;
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
        var capacity = Math.Max(_world.Count, _told.Length * 2);
        Array.Resize(ref _told, capacity);
        Array.Resize(ref _placed, capacity);
        Array.Resize(ref _known, capacity);
        Array.Resize(ref _zones, capacity);
        Array.Resize(ref _baselines, capacity);
    }
}

/// <summary>Says in which zone something is.</summary>
internal interface IEye
{
    /// <summary>The zone of an object.</summary>
    /// <param name="current">Its zone until now.</param>
    /// <param name="id">Which object.</param>
    /// <param name="position">Where it is.</param>
    Zone Place(Zone current, uint id, Vector3 position);
}

/// <summary>Says whose turn it is.</summary>
internal interface ITurn
{
    /// <summary>Whether an object is sent now, if it has changed.</summary>
    /// <param name="zone">Its zone.</param>
    /// <param name="id">Which object.</param>
    /// <param name="isNew">Whether clients do not know it yet.</param>
    bool IsDue(Zone zone, uint id, bool isNew);
}
