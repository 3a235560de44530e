using System.Numerics;

namespace Artemis.ReferenceServer.Replication.World;

/// <summary>
/// All objects of a type, each in a slot that it keeps as long as it lives: its value, and that value in wire units, quantized once a tick
/// for all ships.
/// </summary>
/// <typeparam name="TObject">The object in natural units.</typeparam>
/// <typeparam name="TQuantized">The object in wire units.</typeparam>
/// <param name="capacity">How many there are at most in nearly every game; beyond that the tables grow.</param>
internal sealed class ObjectTable<TObject, TQuantized>(int capacity)
    where TObject : struct
    where TQuantized : struct
{
    private readonly Dictionary<uint, int> _slots = new(capacity);
    private readonly Stack<int> _free = new(capacity);
    private uint[] _ids = new uint[capacity];
    private uint[] _seen = new uint[capacity];
    private Vector3[] _positions = new Vector3[capacity];
    private TObject[] _values = new TObject[capacity];
    private TQuantized[] _current = new TQuantized[capacity];

    /// <summary>Slots that there is room for.</summary>
    public int Capacity => _ids.Length;

    /// <summary>Slots that are or were in use.</summary>
    public int Count { get; private set; }

    /// <summary>Ids by slot; 0 where there is nothing.</summary>
    public ReadOnlySpan<uint> Ids => _ids.AsSpan(0, Count);

    /// <summary>Places by slot, in units.</summary>
    public ReadOnlySpan<Vector3> Positions => _positions.AsSpan(0, Count);

    /// <summary>States in wire units by slot.</summary>
    public ReadOnlySpan<TQuantized> Current => _current.AsSpan(0, Count);

    /// <summary>Notes that an object is there in this tick.</summary>
    /// <param name="id">Which.</param>
    /// <param name="tick">The tick.</param>
    /// <param name="position">Where.</param>
    /// <param name="isNew">Whether it was not there before.</param>
    /// <returns>Its slot.</returns>
    public int Touch(uint id, uint tick, Vector3 position, out bool isNew)
    {
        isNew = !_slots.TryGetValue(id, out var slot);
        if (isNew)
        {
            if (!_free.TryPop(out slot))
                slot = Grow();
            _slots.Add(id, slot);
            _ids[slot] = id;
            _values[slot] = default;
        }

        _seen[slot] = tick;
        _positions[slot] = position;
        return slot;
    }

    /// <summary>An object's value in natural units, to be filled in.</summary>
    public ref TObject Value(int slot) => ref _values[slot];

    /// <summary>An object's value in wire units, to be filled in.</summary>
    public ref TQuantized Quantized(int slot) => ref _current[slot];

    /// <summary>Takes out what was not there in this tick.</summary>
    public void Sweep(uint tick)
    {
        for (var slot = 0; slot < Count; slot++)
        {
            if (_ids[slot] == 0 || _seen[slot] == tick)
                continue;
            _slots.Remove(_ids[slot]);
            _ids[slot] = 0;
            _free.Push(slot);
        }
    }

    private int Grow()
    {
        if (Count == _ids.Length)
        {
            var capacity = Count * 2;
            Array.Resize(ref _ids, capacity);
            Array.Resize(ref _seen, capacity);
            Array.Resize(ref _positions, capacity);
            Array.Resize(ref _values, capacity);
            Array.Resize(ref _current, capacity);
        }

        return Count++;
    }
}
