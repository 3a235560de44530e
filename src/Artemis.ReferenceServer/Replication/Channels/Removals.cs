namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>What an update takes from its clients. Used again each tick.</summary>
internal sealed class Removals
{
    private (ObjectType Type, Removal Removal)[] _items = new (ObjectType, Removal)[64];

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>All of them, with what they were.</summary>
    public ReadOnlySpan<(ObjectType Type, Removal Removal)> Items => _items.AsSpan(0, Count);

    /// <summary>Adds one.</summary>
    public void Add(ObjectType type, uint id, RemovalReason reason)
    {
        if (Count == _items.Length)
            Array.Resize(ref _items, Count * 2);
        _items[Count++] = (type, new Removal { Id = id, Reason = reason });
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => Count = 0;
}
