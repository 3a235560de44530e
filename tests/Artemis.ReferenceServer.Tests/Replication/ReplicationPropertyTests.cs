using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Replication.Channels;
using FsCheck;
using FsCheck.Fluent;

namespace Artemis.ReferenceServer.Tests.Replication;

/// <summary>
/// Random worlds through channels and clients: consoles join, leave, come back, read slowly and speak older versions, while everything
/// leaps across zones. ARTEMIS_LONG_TESTS=1 plays many more of them.
/// </summary>
public sealed class ReplicationPropertyTests
{
    private static readonly ProtocolVersion Older = new(1, 0);

    private static readonly PeerFields[] Peers =
    [
        PeerFields.Of(ArtemisProtocol.Version),

        // As if every third field had been added later.
        new(Older, type => PeerFields.Of(ArtemisProtocol.Version)[type] & 0xdb6db6db),

        // As if these objects had been.
        new(Older, type => type is ObjectType.Torpedo or ObjectType.ShipTubes or ObjectType.Anomaly
            ? 0
            : PeerFields.Of(ArtemisProtocol.Version)[type]),
    ];

    private readonly byte[] _buffer = new byte[ArtemisProtocol.FrameLimit];

    [Fact]
    public void After_every_frame_each_clients_state_is_the_servers_baseline()
    {
        var isLong = Environment.GetEnvironmentVariable("ARTEMIS_LONG_TESTS") == "1";

        Prop.ForAll(ArbMap.Default.ArbFor<int>(), Play)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(isLong ? 500 : 12).WithEndSize(1_000_000));
    }

    private bool Play(int seed)
    {
        var random = new System.Random(seed);
        var world = new RandomWorld(random);
        // One as games have it, and one that does without some of the means of saving bytes.
        var channels = new[] { new ShipChannel(0, world.Objects), new ShipChannel(1, world.Objects, (Means)random.Next((int)Means.All + 1)) };
        var crews = new[] { new List<RandomConsole>(), new List<RandomConsole>() };
        var checks = 0;
        for (var tick = 0; tick < 300; tick++)
        {
            world.Step();
            for (var ship = 0; ship < channels.Length; ship++)
            {
                ComeAndGo(random, world, channels[ship], ship, crews[ship]);
                Send(random, world, channels[ship], ship, crews[ship]);
                foreach (var console in crews[ship])
                {
                    console.Read(random);
                    checks += console.IsCurrent && console.Peer.KnowsAll ? AgreeInNaturalUnits(world, channels[ship], console) : 0;
                }
            }
        }

        return checks > 0;
    }

    private void ComeAndGo(System.Random random, RandomWorld world, ShipChannel channel, int ship, List<RandomConsole> crew)
    {
        if (crew.Count > 0 && random.Next(40) == 0)
            crew.RemoveAt(random.Next(crew.Count));
        if (crew.Count > 0 && random.Next(400) == 0)
            crew.Clear();
        if (crew.Count >= 6 || random.Next(15) != 0)
            return;
        var newcomer = new RandomConsole(Peers[random.Next(Peers.Length)]);
        crew.Add(newcomer);
        if (random.Next(2) == 0)
            return;

        // One who rejoins gets a snapshot between two ticks, however little there is room for in its first frame.
        var head = new UpdateHead(world.Tick, world.Tick * 50, 0);
        Wake(world, channel, ship);
        newcomer.Send(Snapshot(channel, newcomer.Peer, in head, random.Next(600, 4000)), Describe(world, channel, newcomer.Peer));
        newcomer.Gate.Follow();
    }

    private static void Wake(RandomWorld world, ShipChannel channel, int ship)
    {
        if (channel.IsAwake)
            return;
        channel.Place(world.ViewOf(ship), world.Tick & ~1u);
        channel.FindChanges(world.Tick & ~1u, ordered: false);
    }

    private void Send(System.Random random, RandomWorld world, ShipChannel channel, int ship, List<RandomConsole> crew)
    {
        if (crew.Count == 0)
        {
            channel.Sleep();
            return;
        }

        var head = new UpdateHead(world.Tick, world.Tick * 50, 0);
        Wake(world, channel, ship);
        channel.Place(world.ViewOf(ship), world.Tick);
        // Now and then an update is too small for all there is to say.
        channel.FindChanges(world.Tick, random.Next(5) == 0, random.Next(4) == 0 ? 1500 : _buffer.Length);
        foreach (var group in crew.GroupBy(console => console.Peer))
        {
            var expected = Describe(world, channel, group.Key);
            var message = _buffer.AsSpan(0, channel.WriteUpdate(in head, group.Key, _buffer)).ToArray();
            Assert.True(message.Length <= channel.UpdateSize);
            foreach (var console in group)
                Deliver(channel, console, message, expected, in head);
        }
    }

    private void Deliver(ShipChannel channel, RandomConsole console, byte[] message, string expected, in UpdateHead head)
    {
        switch (console.Gate.Next(console.InFlight, message.Length > 0, TimeSpan.FromMilliseconds(head.Time)))
        {
            case StreamStep.Update when message.Length > 0:
                console.Send(message, expected);
                break;
            case StreamStep.Snapshot:
                console.Send(Snapshot(channel, console.Peer, in head, _buffer.Length), expected);
                console.Gate.Follow();
                break;
        }
    }

    private byte[] Snapshot(ShipChannel channel, PeerFields peer, in UpdateHead head, int size)
    {
        var message = new List<byte>();
        var cursor = default(SnapshotCursor);
        do
        {
            var length = channel.WriteSnapshot(in head, peer, ref cursor, _buffer.AsSpan(0, size));
            message.AddRange(_buffer.AsSpan(0, length));
        }
        while (!cursor.IsAtEnd);
        return [.. message];
    }

    private static string Describe(RandomWorld world, ShipChannel channel, PeerFields peer) => string.Join('\n',
        from kind in ReplicatedKind.All.OrderBy(kind => kind.Type)
        from id in world.Ids
        let state = kind.Describe(channel, peer, id)
        where state is not null
        select $"{kind.Type} {id}: {state}");

    private static int AgreeInNaturalUnits(RandomWorld world, ShipChannel channel, RandomConsole console)
    {
        foreach (var kind in ReplicatedKind.All)
        {
            foreach (var id in world.Ids)
                Assert.True(kind.Agrees(channel, id, console.World), $"{kind.Type} {id}");
        }

        return 1;
    }
}
