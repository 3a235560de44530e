using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Replication.Channels;
using ClientWorld = Artemis.Client.World;

namespace Artemis.ReferenceServer.Tests.Replication;

/// <summary>A console at the end of a connection that is sometimes slow: frames wait, each with what must be known once it was read.</summary>
internal sealed class RandomConsole(PeerFields peer)
{
    private readonly Queue<(byte[] Message, string Expected)> _underWay = new();
    private readonly ClientReplica _replica = new();
    private bool _isStalled;

    public StreamGate Gate;

    public PeerFields Peer { get; } = peer;

    /// <summary>The client's own view, in natural units.</summary>
    public ClientWorld World { get; } = new();

    public int InFlight => _underWay.Count;

    /// <summary>Whether it has read all that was sent, and was sent all there is.</summary>
    public bool IsCurrent => _underWay.Count == 0 && !Gate.NeedsSnapshot;

    public void Send(byte[] message, string expected) => _underWay.Enqueue((message, expected));

    /// <summary>Reads some of what has come, and checks after each message that it is exactly what the channel had told by then.</summary>
    public void Read(System.Random random)
    {
        if (random.Next(25) == 0)
            _isStalled = !_isStalled;
        while (_underWay.Count > 0 && !_isStalled)
        {
            var (message, expected) = _underWay.Dequeue();
            Apply(message);
            Assert.Equal(expected, string.Join('\n', _replica.Describe()));
        }
    }

    private void Apply(byte[] message)
    {
        var frames = ArtemisProtocol.ReadFrames(message, Origin.Server);
        while (frames.MoveNext())
        {
            _replica.Apply(frames.Body);
            var update = new ObjectUpdateReader(frames.Body);
            Assert.Equal(DecodeStatus.Ok, World.Apply(ref update));
        }

        Assert.Equal(DecodeStatus.Ok, frames.Status);
    }
}
