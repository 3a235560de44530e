using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>The beginning and the end of an object update.</summary>
internal static class UpdateFrame
{
    /// <summary>Bytes that an entry has beside its mask and fields: type and id.</summary>
    public const int EntryHeadBytes = 1 + 4;

    // An id and a reason.
    private const int RemovalBytes = 5;

    // The packet's header, the head of the update, the byte that ends the entries, and the count of what is removed.
    private const int EmptyBytes = FrameHeader.Size + 13 + 1 + 2;

    /// <summary>The head as the protocol has it.</summary>
    /// <param name="head">What is known.</param>
    /// <param name="isSnapshot">Whether clients forget all else.</param>
    public static ObjectUpdate Head(in UpdateHead head, bool isSnapshot) => new()
    {
        Tick = head.Tick,
        Time = head.Time,
        HelmSequence = head.HelmSequence,
        Flags = isSnapshot ? UpdateFlags.Snapshot : 0,
    };

    /// <summary>Bytes of a whole frame.</summary>
    /// <param name="entries">Bytes of its entries.</param>
    /// <param name="removals">How many objects are removed.</param>
    public static int SizeOf(int entries, int removals) => EmptyBytes + entries + (removals * RemovalBytes);

    /// <summary>Ends a frame.</summary>
    /// <param name="writer">The update.</param>
    /// <param name="removals">What is removed; null if nothing is.</param>
    /// <param name="peer">For whom: what they never knew is not taken from them.</param>
    /// <returns>Bytes written.</returns>
    public static int End(ref ObjectUpdateWriter writer, Removals? removals, PeerFields? peer = null)
    {
        foreach (ref readonly var item in removals is null ? [] : removals.Items)
        {
            if (peer is not null && peer[item.Type] == 0)
                continue;
            if (!writer.TryAddRemoved(in item.Removal))
                throw new InvalidOperationException("An update has no room for what is removed.");
        }

        return writer.Finish();
    }
}
