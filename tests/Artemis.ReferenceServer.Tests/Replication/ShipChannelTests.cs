using System.Numerics;
using Artemis.Protocol.Runtime;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;
using Artemis.Simulation;
using FsCheck;
using FsCheck.Fluent;

namespace Artemis.ReferenceServer.Tests.Replication;

public sealed class ShipChannelTests
{
    private readonly byte[] _buffer = new byte[ArtemisProtocol.FrameLimit];

    [Theory]
    [InlineData("border-patrol")]
    [InlineData("siege")]
    [InlineData("deep-strike")]
    [InlineData("fleet-action")]
    public void After_every_frame_a_client_knows_exactly_what_the_channel_told(string scenario)
    {
        var seeds = ArbMap.Default.ArbFor<int>();

        Prop.ForAll(seeds, seed => Follow(scenario, seed)).Check(Config.QuickThrowOnFailure.WithMaxTest(5));
    }

    [Fact]
    public void A_tick_in_which_nothing_changes_costs_next_to_nothing()
    {
        var game = new World("border-patrol", 1);
        game.Step();
        game.Step();
        var channel = new ShipChannel(0, game.Objects);
        var head = new UpdateHead(game.Simulation.Tick, 0, 0);
        var first = game.Write(channel, in head, ordered: false, _buffer);
        var second = game.Write(channel, in head, ordered: false, _buffer);

        Assert.True(first > 200);
        Assert.Equal(FrameHeader.Size + 13 + 1 + 2, second);
    }

    [Fact]
    public void Others_learn_neither_energy_nor_target_of_a_ship()
    {
        var game = new World("fleet-action", 1);
        game.Step();
        game.Step();
        var channel = new ShipChannel(1, game.Objects);
        var head = new UpdateHead(game.Simulation.Tick, 0, 0);

        var reader = new ObjectUpdateReader(Body(game.Write(channel, in head, ordered: false, _buffer)));
        var others = 0;
        while (reader.NextObject(out var type, out var id))
        {
            if (type != ObjectType.PlayerShip)
            {
                Assert.Equal(DecodeStatus.Ok, reader.SkipObject());
                continue;
            }

            var ship = default(PlayerShip);
            Assert.Equal(DecodeStatus.Ok, reader.Decode(ref ship, out var mask));
            var secret = PlayerShip.Fields.Energy | PlayerShip.Fields.TargetId;
            Assert.Equal(id == game.Simulation.PlayerShips[1].Id ? secret : 0, mask & secret);
            others++;
        }

        Assert.Equal(8, others);
    }

    [Fact]
    public void A_steady_tick_allocates_nothing()
    {
        var game = new World("fleet-action", 7);
        var channels = Enumerable.Range(0, 8).Select(ship => new ShipChannel(ship, game.Objects)).ToArray();
        for (var i = 0; i < 200; i++)
            Send();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 40; i++)
            Send();
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Assert.Equal(0, allocated);

        void Send()
        {
            // The world stands still, so that nothing but replication can allocate.
            game.Objects.Update(game.Simulation);
            foreach (var channel in channels)
            {
                var head = new UpdateHead(game.Simulation.Tick & ~1u, 0, 0);
                game.Write(channel, in head, ordered: true, _buffer);
            }
        }
    }

    private bool Follow(string scenario, int seed)
    {
        var game = new World(scenario, (ulong)seed);
        var random = new System.Random(seed);
        var channels = Enumerable.Range(0, 2).Select(ship => new ShipChannel(ship, game.Objects)).ToArray();
        var replicas = channels.Select(_ => new ClientReplica()).ToArray();
        for (var tick = 0; tick < 400; tick++)
        {
            game.GiveRandomOrders(random);
            game.Step();
            for (var ship = 0; ship < channels.Length; ship++)
            {
                var channel = channels[ship];
                if (random.Next(200) == 0)
                {
                    // All consoles left, and somebody came later.
                    channel.Sleep();
                    replicas[ship] = new ClientReplica();
                }

                var head = new UpdateHead(game.Simulation.Tick, game.Simulation.Tick * 50, 0);
                var length = game.Write(channel, in head, random.Next(3) == 0, _buffer);
                Assert.Equal(channel.UpdateSize, length);
                if (length > 0)
                    replicas[ship].Apply(Body(length));

                var fresh = Snapshot(channel, in head, random.Next(2) == 0 ? _buffer.Length : 2000);
                Assert.Equal(fresh.Describe(), replicas[ship].Describe());
                if (random.Next(20) == 0)
                    replicas[ship] = fresh;
            }
        }

        return true;
    }

    // In pieces, if the buffer is small.
    private ClientReplica Snapshot(ShipChannel channel, in UpdateHead head, int size)
    {
        var replica = new ClientReplica();
        var cursor = default(SnapshotCursor);
        do
        {
            replica.Apply(Body(channel.WriteSnapshot(in head, PeerFields.Of(ArtemisProtocol.Version), ref cursor, _buffer.AsSpan(0, size))));
        }
        while (!cursor.IsAtEnd);
        return replica;
    }

    private ReadOnlySpan<byte> Body(int length)
    {
        Assert.Equal(
            DecodeStatus.Ok,
            FrameHeader.Read(_buffer, ArtemisProtocol.Magic, ArtemisProtocol.FrameLimit, Origin.Server, out var header));
        Assert.Equal(length, header.Length);
        return _buffer.AsSpan(FrameHeader.Size, header.BodyLength);
    }

    private sealed class World
    {
        private readonly Func<uint, bool>[] _sights;

        public World(string scenario, ulong seed)
        {
            var found = Scenario.Find(scenario)!;
            var ships = Enumerable.Range(0, 8)
                .Select(index => new ShipSetup($"Ship {index}", found.Classes[index]))
                .ToArray();
            Simulation = new GameSimulation(new GameSetup(found, 11, seed, ships));
            Objects.Update(Simulation);
            _sights = [.. Enumerable.Range(0, 8).Select(ship => (Func<uint, bool>)(id => Simulation.CanSee(ship, id)))];
        }

        public GameSimulation Simulation { get; }

        public ReplicatedWorld Objects { get; } = new();

        public int Write(ShipChannel channel, in UpdateHead head, bool ordered, Span<byte> destination)
        {
            var ship = channel.Ship;
            ref readonly var own = ref Simulation.PlayerShips[ship];
            var center = new Vector3((float)own.Motion.PosX, (float)own.Motion.PosY, (float)own.Motion.PosZ);
            channel.Place(new Viewpoint(center, own.Id, _sights[ship]), head.Tick);
            channel.FindChanges(head.Tick, ordered);
            return channel.WriteUpdate(in head, PeerFields.Of(ArtemisProtocol.Version), destination);
        }

        public void Step()
        {
            Simulation.Step();
            if (UpdatePhase.IsSending(Simulation.Tick))
                Objects.Update(Simulation);
            else
                Objects.UpdateMoving(Simulation);
        }

        public void GiveRandomOrders(System.Random random)
        {
            var order = new Order { Kind = OrderKind.HelmSetWarp, Number = random.Next(5) };
            Simulation.TryApply(random.Next(8), Artemis.Simulation.ConsoleSet.All, in order, out _);
            order = new Order { Kind = OrderKind.HelmSetCourse, Value = random.NextDouble() * 6 };
            Simulation.TryApply(random.Next(8), Artemis.Simulation.ConsoleSet.All, in order, out _);
        }
    }
}
