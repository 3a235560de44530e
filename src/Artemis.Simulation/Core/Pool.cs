namespace Artemis.Simulation;

/// <summary>Something that has an id and may be gone.</summary>
internal interface IEntity
{
    uint Id { get; set; }

    bool Dead { get; set; }
}

/// <summary>All entities of a kind, side by side in the order of their making.</summary>
internal sealed class Pool<T>(EntityKind kind, EntityIndex index, int capacity)
    where T : struct, IEntity
{
    private T[] _items = new T[capacity];
    private bool _anyDead;

    public int Count { get; private set; }

    public Span<T> Items => _items.AsSpan(0, Count);

    public ref T this[int slot] => ref _items[slot];

    /// <summary>Adds one and gives it an id; 0 when the world is full.</summary>
    public uint Add(in T item)
    {
        uint id = index.Add(kind, Count);
        if (id == 0) return 0;
        if (Count == _items.Length) Array.Resize(ref _items, Count * 2);
        _items[Count] = item;
        _items[Count].Id = id;
        Count++;
        return id;
    }

    /// <summary>Marks one as gone; it is taken out at the end of the tick.</summary>
    public void Kill(ref T item)
    {
        item.Dead = true;
        _anyDead = true;
    }

    /// <summary>Takes out what is gone and tells of each.</summary>
    public void Sweep(List<uint> removed)
    {
        if (!_anyDead) return;
        _anyDead = false;
        int kept = 0;
        for (int slot = 0; slot < Count; slot++)
        {
            ref var item = ref _items[slot];
            if (item.Dead)
            {
                index.Remove(item.Id);
                removed.Add(item.Id);
                continue;
            }
            if (kept != slot)
            {
                _items[kept] = item;
                index.Move(item.Id, kept);
            }
            kept++;
        }
        _items.AsSpan(kept, Count - kept).Clear();
        Count = kept;
    }
}
