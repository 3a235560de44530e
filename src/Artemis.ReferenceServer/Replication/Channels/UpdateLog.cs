using Artemis.ReferenceServer.Replication.Interest;

namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>An entry of an update. What is written is the baseline that it was taken into.</summary>
/// <param name="Table">The channel's table of its type.</param>
/// <param name="Slot">The object's slot in it.</param>
/// <param name="Mask">Fields that changed.</param>
/// <param name="Zone">Where the object was.</param>
/// <param name="IsNew">Whether clients did not know it before.</param>
internal readonly record struct LoggedEntry(ChannelTable Table, int Slot, uint Mask, Zone Zone, bool IsNew);

/// <summary>What the update of a tick has in it. Used again each tick.</summary>
internal sealed class UpdateLog
{
    private LoggedEntry[] _entries = new LoggedEntry[256];
    private int _count;
    private int _room;

    /// <summary>All entries, in the order in which they are written.</summary>
    public ReadOnlySpan<LoggedEntry> Entries => _entries.AsSpan(0, _count);

    /// <summary>Bytes of all of them for clients who know all fields.</summary>
    public int Bytes { get; private set; }

    /// <summary>Begins anew.</summary>
    /// <param name="room">Most bytes that entries may have.</param>
    public void Begin(int room)
    {
        _count = 0;
        _room = room;
        Bytes = 0;
    }

    /// <summary>Adds an entry.</summary>
    /// <param name="entry">The entry.</param>
    /// <param name="bytes">Bytes of its mask and fields.</param>
    /// <returns>False if there is no room for it.</returns>
    public bool TryAdd(in LoggedEntry entry, int bytes)
    {
        bytes += UpdateFrame.EntryHeadBytes;
        if (Bytes + bytes > _room)
            return false;
        if (_count == _entries.Length)
            Array.Resize(ref _entries, _count * 2);
        _entries[_count++] = entry;
        Bytes += bytes;
        return true;
    }
}
