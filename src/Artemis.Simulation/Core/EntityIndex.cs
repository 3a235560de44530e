namespace Artemis.Simulation;

/// <summary>Finds what an id names. An id is a place in the table and how often that place was used before.</summary>
internal sealed class EntityIndex
{
    /// <summary>Most objects at a time.</summary>
    public const int Capacity = 4096;

    private readonly uint[] _ids = new uint[Capacity];
    private readonly EntityKind[] _kinds = new EntityKind[Capacity];
    private readonly int[] _slots = new int[Capacity];
    private readonly int[] _free = new int[Capacity];
    private int _freeHead;
    private int _freeCount;

    public EntityIndex()
    {
        // Place 0 is never given out, so that the id 0 means nothing. A freed place goes to the end of the queue.
        for (int place = 1; place < Capacity; place++)
        {
            _ids[place] = (uint)place;
            _free[place - 1] = place;
        }
        _freeCount = Capacity - 1;
    }

    /// <summary>Gives out an id, or 0 when the world is full.</summary>
    public uint Add(EntityKind kind, int slot)
    {
        if (_freeCount == 0) return 0;
        int place = _free[_freeHead];
        _freeHead = (_freeHead + 1) % Capacity;
        _freeCount--;
        _kinds[place] = kind;
        _slots[place] = slot;
        return _ids[place];
    }

    public void Move(uint id, int slot) => _slots[id % Capacity] = slot;

    public void Remove(uint id)
    {
        int place = (int)(id % Capacity);
        _kinds[place] = EntityKind.None;
        _ids[place] += Capacity;
        _free[(_freeHead + _freeCount) % Capacity] = place;
        _freeCount++;
    }

    public EntityKind Find(uint id, out int slot)
    {
        int place = (int)(id % Capacity);
        slot = _slots[place];
        return id != 0 && _ids[place] == id ? _kinds[place] : EntityKind.None;
    }
}
