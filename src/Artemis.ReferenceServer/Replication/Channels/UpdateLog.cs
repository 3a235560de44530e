using Artemis.ReferenceServer.Replication.Interest;

namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>An entry of an update.</summary>
/// <param name="Table">The channel's table of its type.</param>
/// <param name="Slot">The object's slot in it.</param>
/// <param name="Mask">Fields that were written.</param>
/// <param name="Zone">Where the object was.</param>
/// <param name="IsNew">Whether clients did not know it before.</param>
internal readonly record struct LoggedEntry(ChannelTable Table, int Slot, uint Mask, Zone Zone, bool IsNew);

/// <summary>What the last update of a channel had in it. Used again each tick.</summary>
internal sealed class UpdateLog
{
    private LoggedEntry[] _entries = new LoggedEntry[64];
    private int _count;

    /// <summary>All entries, in the order in which they were written.</summary>
    public ReadOnlySpan<LoggedEntry> Entries => _entries.AsSpan(0, _count);

    /// <summary>Adds one.</summary>
    public void Add(ChannelTable table, int slot, uint mask, Zone zone, bool isNew)
    {
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count * 2);
        _entries[_count++] = new LoggedEntry(table, slot, mask, zone, isNew);
    }

    /// <summary>Forgets all.</summary>
    public void Clear() => _count = 0;
}
