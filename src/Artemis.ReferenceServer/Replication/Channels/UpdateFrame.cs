namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>The beginning and the end of an object update.</summary>
internal static class UpdateFrame
{
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

    /// <summary>How far objects may reach, so that there is room for what is removed.</summary>
    public static int ObjectLimit(Span<byte> destination, int removals) => destination.Length - (removals * RemovalBytes);

    /// <summary>Ends a frame.</summary>
    /// <returns>Bytes written.</returns>
    public static int End(ref ObjectUpdateWriter writer, ReadOnlySpan<Removal> removals)
    {
        foreach (ref readonly var removal in removals)
        {
            if (!writer.TryAddRemoved(in removal))
                throw new InvalidOperationException("An update has no room for what is removed.");
        }

        return writer.Finish();
    }

    // An id and a reason.
    private const int RemovalBytes = 5;
}
