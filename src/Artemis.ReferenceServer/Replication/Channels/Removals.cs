namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>What an update takes from its clients. Used again each tick.</summary>
internal sealed class Removals
{
    private Removal[] _items = new Removal[64];
    private int _count;

    /// <summary>All of them.</summary>
    public ReadOnlySpan<Removal> Items => _items.AsSpan(0, _count);

    /// <summary>Adds one.</summary>
    public void Add(uint id, RemovalReason reason)
    {
        if (_count == _items.Length)
            Array.Resize(ref _items, _count * 2);
        _items[_count++] = new Removal { Id = id, Reason = reason };
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;
}
