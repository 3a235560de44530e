using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Events;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game.Play;

// From the world to the sockets.
internal sealed partial class RunningGame
{
    private const int MaxStateFramesInFlight = 2;

    private readonly byte[] _scratch = new byte[ArtemisProtocol.FrameLimit];

    /// <summary>Everything that a ship's clients know, as one packet, for one who comes in.</summary>
    /// <param name="ship">The ship's index.</param>
    public byte[] TakeSnapshot(byte ship)
    {
        var stream = _ships[ship];
        var head = HeadOf(stream);
        Wake(stream, in head);
        var cursor = default(SnapshotCursor);
        var length = stream.Channel.WriteSnapshot(in head, ref cursor, _scratch.AsSpan(0, MaxEmbeddedSnapshot));
        return _scratch.AsSpan(0, length).ToArray();
    }

    // What is left of a frame when everything else in SESSION_STATE is as long as can be.
    private const int MaxEmbeddedSnapshot = 48 * 1024;

    private void Send(ShipStream stream, TimeSpan now)
    {
        if (!HasListener(stream.Index))
        {
            stream.Channel.Sleep();
            stream.Refusals.Clear();
            stream.Ordered = false;
            return;
        }

        var head = HeadOf(stream);
        Wake(stream, in head);
        var updateLength = stream.Channel.WriteUpdate(_simulation, in head, stream.Ordered, _scratch);
        stream.Ordered = false;
        var frame = _frames.Rent(updateLength + EventFrame.SizeOf(_simulation, stream.Refusals.Count));
        _scratch.AsSpan(0, updateLength).CopyTo(frame.Buffer);
        frame.Length = updateLength
            + EventFrame.Write(_simulation, stream.Index, stream.Refusals, frame.Buffer[updateLength..]);
        stream.Refusals.Clear();
        if (frame.Length > 0 || AnyoneNeedsSnapshot(stream.Index))
            Distribute(stream, head, frame, updateLength, now);
        frame.Release();
    }

    // Nobody has listened until now: what would be told is what there is to know.
    private void Wake(ShipStream stream, in UpdateHead head)
    {
        if (stream.Channel.IsAwake)
            return;
        var even = head with { Tick = head.Tick & ~1u };
        stream.Channel.WriteUpdate(_simulation, in even, ordered: false, _scratch);
    }

    private void Distribute(ShipStream stream, in UpdateHead head, SharedFrame frame, int updateLength, TimeSpan now)
    {
        SharedFrame? snapshot = null;
        foreach (var connection in _connections)
        {
            if (connection?.Player is not { } player || player.Ship != stream.Index)
                continue;
            if (connection.StateFramesInFlight >= MaxStateFramesInFlight && (updateLength > 0 || connection.NeedsSnapshot))
            {
                // It misses an update, so the next thing that it can make use of is a snapshot.
                connection.NeedsSnapshot = true;
                connection.LaggingSince ??= now;
                ServerMetrics.UpdatesSkipped.Add(1);
                SendEvents(connection, frame, updateLength);
            }
            else if (connection.NeedsSnapshot)
            {
                snapshot ??= WriteSnapshot(stream, in head);
                connection.NeedsSnapshot = !connection.Send(snapshot, 0, snapshot.Length, isState: true);
                connection.LaggingSince = null;
                SendEvents(connection, frame, updateLength);
            }
            else
            {
                connection.LaggingSince = null;
                connection.Send(frame, 0, frame.Length, isState: updateLength > 0);
            }
        }

        snapshot?.Release();
    }

    private static void SendEvents(PlayerConnection connection, SharedFrame frame, int updateLength)
    {
        if (frame.Length > updateLength)
            connection.Send(frame, updateLength, frame.Length - updateLength, isState: false);
    }

    // One message that may hold several frames, should one not hold everything.
    private SharedFrame WriteSnapshot(ShipStream stream, in UpdateHead head)
    {
        var cursor = default(SnapshotCursor);
        var frame = _frames.Rent(_scratch.Length);
        do
        {
            var length = stream.Channel.WriteSnapshot(in head, ref cursor, _scratch);
            if (frame.Length + length > frame.Capacity)
                frame = Enlarge(frame, frame.Length + length);
            _scratch.AsSpan(0, length).CopyTo(frame.Buffer[frame.Length..]);
            frame.Length += length;
        }
        while (!cursor.IsAtEnd);
        return frame;
    }

    private SharedFrame Enlarge(SharedFrame frame, int needed)
    {
        var larger = _frames.Rent(needed);
        frame.Written.CopyTo(larger.Buffer);
        larger.Length = frame.Length;
        frame.Release();
        return larger;
    }

    private UpdateHead HeadOf(ShipStream stream)
    {
        var helm = _session.Roster.HolderOf((byte)stream.Index, Console.Helm);
        var connection = helm is null ? null : _connections[helm.Slot];
        return new UpdateHead(
            _simulation.Tick, (uint)LastTickTime.TotalMilliseconds, stream.HelmSequenceOf(connection));
    }

    private bool HasListener(int ship)
    {
        foreach (var connection in _connections)
        {
            if (connection?.Player is { } player && player.Ship == ship)
                return true;
        }

        return false;
    }

    private bool AnyoneNeedsSnapshot(int ship)
    {
        foreach (var connection in _connections)
        {
            if (connection is { NeedsSnapshot: true, Player: { } player } && player.Ship == ship)
                return true;
        }

        return false;
    }
}
