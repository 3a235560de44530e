using Artemis.ReferenceServer.Game.Connections;
using Artemis.ReferenceServer.Observability;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Events;
using Artemis.ReferenceServer.Transport;

namespace Artemis.ReferenceServer.Game.Play;

// From the world to the sockets.
internal sealed partial class RunningGame
{
    private readonly byte[] _scratch = new byte[ArtemisProtocol.FrameLimit];
    private readonly List<PeerFields> _peers = new(4);

    /// <summary>Everything that a ship's clients know, for one who comes in.</summary>
    /// <param name="ship">The ship's index.</param>
    /// <param name="peer">What the newcomer's version knows.</param>
    /// <param name="rest">Frames that go on where the packet ends, to be sent after it and then released; null if it holds all.</param>
    /// <returns>One packet.</returns>
    public byte[] TakeSnapshot(byte ship, PeerFields peer, out SharedFrame? rest)
    {
        var stream = _ships[ship];
        var head = HeadOf(stream);
        Wake(stream, in head);
        var cursor = default(SnapshotCursor);
        var length = stream.Channel.WriteSnapshot(in head, peer, ref cursor, _scratch.AsSpan(0, _embeddedSnapshotBytes));
        var first = _scratch.AsSpan(0, length).ToArray();
        rest = cursor.IsAtEnd ? null : WriteSnapshot(stream, peer, in head, cursor);
        return first;
    }

    private void Send(ShipStream stream, TimeSpan now)
    {
        var listeners = FindPeers(stream.Index);
        if (listeners == 0)
        {
            stream.Channel.Sleep();
            stream.Refusals.Clear();
            stream.Ordered = false;
            return;
        }

        var head = HeadOf(stream);
        Wake(stream, in head);
        stream.Channel.Place(stream.Viewpoint, head.Tick);
        _timer.Lap(TickPhase.Interest);
        stream.Channel.FindChanges(head.Tick, stream.Ordered);
        stream.Ordered = false;
        _timer.Lap(TickPhase.StateDelta);
        Profile?.Add(stream.Channel.Changes, listeners);
        foreach (var peer in _peers)
            SendTo(stream, peer, in head, now);
        stream.Refusals.Clear();
        _timer.Lap(TickPhase.Serialization);
    }

    private void SendTo(ShipStream stream, PeerFields peer, in UpdateHead head, TimeSpan now)
    {
        var frame = _frames.Rent(stream.Channel.UpdateSize + EventFrame.SizeOf(_simulation, stream.Refusals.Count));
        var updateLength = stream.Channel.WriteUpdate(in head, peer, frame.Buffer);
        frame.Length = updateLength
            + EventFrame.Write(_simulation, stream.Index, stream.Refusals, peer.Version, frame.Buffer[updateLength..]);
        if (frame.Length > 0 || AnyoneNeedsSnapshot(stream.Index))
            Distribute(stream, peer, in head, frame, updateLength, now);
        frame.Release();
    }

    // Nobody has listened until now: what would be told is what there is to know.
    private static void Wake(ShipStream stream, in UpdateHead head)
    {
        if (stream.Channel.IsAwake)
            return;
        var even = head.Tick & ~1u;
        stream.Channel.Place(stream.Viewpoint, even);
        stream.Channel.FindChanges(even, ordered: false);
    }

    private void Distribute(
        ShipStream stream, PeerFields peer, in UpdateHead head, SharedFrame frame, int updateLength, TimeSpan now)
    {
        SharedFrame? snapshot = null;
        foreach (var connection in _connections)
        {
            if (connection?.Player is not { } player || player.Ship != stream.Index || connection.Peer != peer)
                continue;
            switch (connection.Gate.Next(connection.StateFramesInFlight, updateLength > 0, now))
            {
                case StreamStep.Update:
                    // Nothing is to be told when the frame is there only for those who need a snapshot.
                    if (frame.Length == 0)
                        break;
                    connection.Send(frame, 0, frame.Length, isState: updateLength > 0);
                    break;
                case StreamStep.Snapshot:
                    snapshot ??= WriteSnapshot(stream, peer, in head, default);
                    if (connection.Send(snapshot, 0, snapshot.Length, isState: true))
                        connection.Gate.Follow();
                    SendEvents(connection, frame, updateLength);
                    break;
                default:
                    ServerMetrics.UpdatesSkipped.Add(1);
                    SendEvents(connection, frame, updateLength);
                    break;
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
    private SharedFrame WriteSnapshot(ShipStream stream, PeerFields peer, in UpdateHead head, SnapshotCursor cursor)
    {
        SharedFrame? frame = null;
        while (!cursor.IsAtEnd)
        {
            var length = stream.Channel.WriteSnapshot(in head, peer, ref cursor, _scratch);
            frame ??= _frames.Rent(length);
            if (frame.Length + length > frame.Capacity)
                frame = Enlarge(frame, frame.Length + length);
            _scratch.AsSpan(0, length).CopyTo(frame.Buffer[frame.Length..]);
            frame.Length += length;
        }

        return frame ?? _frames.Rent();
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

    // Counts who listens to a ship, and finds which versions they speak.
    private int FindPeers(int ship)
    {
        var listeners = 0;
        _peers.Clear();
        foreach (var connection in _connections)
        {
            if (connection?.Player is not { } player || player.Ship != ship)
                continue;
            listeners++;
            if (!_peers.Contains(connection.Peer))
                _peers.Add(connection.Peer);
        }

        return listeners;
    }

    private bool AnyoneNeedsSnapshot(int ship)
    {
        foreach (var connection in _connections)
        {
            if (connection is { Gate.NeedsSnapshot: true, Player: { } player } && player.Ship == ship)
                return true;
        }

        return false;
    }
}
