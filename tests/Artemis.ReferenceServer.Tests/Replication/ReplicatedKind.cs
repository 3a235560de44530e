using System.Numerics;
using System.Reflection;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.World;
using ClientWorld = Artemis.Client.World;

namespace Artemis.ReferenceServer.Tests.Replication;

/// <summary>A type of object, as random worlds and comparisons need it: without knowing which.</summary>
internal abstract class ReplicatedKind(ObjectType type)
{
    public ObjectType Type { get; } = type;

    /// <summary>Every type that is replicated.</summary>
    public static IReadOnlyList<ReplicatedKind> All { get; } =
    [
        new Kind<PlayerShipType, PlayerShip, PlayerShip.Quantized>(
            world => world.Ships, world => world.PlayerShips, PlayerShip.Quantized.Encode),
        new Kind<ShipMotionType, ShipMotion, ShipMotion.Quantized>(
            world => world.Motions, world => world.ShipMotions, ShipMotion.Quantized.Encode),
        new Kind<ShipSystemsType, ShipSystems, ShipSystems.Quantized>(
            world => world.Systems, world => world.ShipSystems, ShipSystems.Quantized.Encode),
        new Kind<ShipTubesType, ShipTubes, ShipTubes.Quantized>(
            world => world.Tubes, world => world.ShipTubes, ShipTubes.Quantized.Encode),
        new Kind<NpcShipType, NpcShip, NpcShip.Quantized>(
            world => world.Npcs, world => world.NpcShips, NpcShip.Quantized.Encode),
        new Kind<BaseType, Base, Base.Quantized>(world => world.Bases, world => world.Bases, Base.Quantized.Encode),
        new Kind<TorpedoType, Torpedo, Torpedo.Quantized>(
            world => world.Torpedoes, world => world.Torpedoes, Torpedo.Quantized.Encode),
        new Kind<MineType, Mine, Mine.Quantized>(world => world.Mines, world => world.Mines, Mine.Quantized.Encode),
        new Kind<NebulaType, Nebula, Nebula.Quantized>(
            world => world.Nebulae, world => world.Nebulae, Nebula.Quantized.Encode),
        new Kind<AsteroidType, Asteroid, Asteroid.Quantized>(
            world => world.Asteroids, world => world.Asteroids, Asteroid.Quantized.Encode),
        new Kind<BlackHoleType, BlackHole, BlackHole.Quantized>(
            world => world.BlackHoles, world => world.BlackHoles, BlackHole.Quantized.Encode),
        new Kind<AnomalyType, Anomaly, Anomaly.Quantized>(
            world => world.Anomalies, world => world.Anomalies, Anomaly.Quantized.Encode),
    ];

    /// <summary>Puts an object where it is, and changes some of its fields at random.</summary>
    public abstract void Touch(ReplicatedWorld world, uint id, uint tick, Vector3 at, System.Random? change);

    /// <summary>Takes out what was not touched in a tick.</summary>
    public abstract void Sweep(ReplicatedWorld world, uint tick);

    /// <summary>What a channel told of an object to a version; null if nothing.</summary>
    public abstract string? Describe(ShipChannel channel, PeerFields peer, uint id);

    /// <summary>How many objects a client holds.</summary>
    public abstract int Count(ClientWorld client);

    /// <summary>Whether the fields of an object that a channel told are, in a client's natural units, what the channel thinks.</summary>
    public abstract bool Agrees(ShipChannel channel, uint id, ClientWorld client);

    private delegate int EncodeFrom<T>(Span<byte> destination, in T value, uint mask);

    private sealed class Kind<TType, TObject, TQuantized>(
        Func<ReplicatedWorld, ObjectTable<TObject, TQuantized>> table,
        Func<ClientWorld, Artemis.Client.ObjectTable<TObject>> held,
        EncodeFrom<TQuantized> encode)
        : ReplicatedKind(TType.Type)
        where TType : struct, IReplicatedType<TObject, TQuantized>
        where TObject : struct
        where TQuantized : struct
    {
        private static readonly FieldInfo[] Fields = typeof(TObject).GetFields(BindingFlags.Public | BindingFlags.Instance);

        public override void Touch(ReplicatedWorld world, uint id, uint tick, Vector3 at, System.Random? change)
        {
            var objects = table(world);
            var slot = objects.Touch(id, tick, at, out var isNew);
            if (change is null && !isNew)
                return;
            object boxed = objects.Value(slot);
            foreach (var field in Fields)
            {
                if (change is not null && (isNew || change.Next(4) == 0))
                    RandomValues.Set(field, boxed, change);
            }

            objects.Value(slot) = (TObject)boxed;
            TType.Quantize(in objects.Value(slot), out objects.Quantized(slot));
        }

        public override void Sweep(ReplicatedWorld world, uint tick) => table(world).Sweep(tick);

        public override string? Describe(ShipChannel channel, PeerFields peer, uint id)
        {
            if (peer[Type] == 0 || !In(channel).TryGetBaseline(id, out var baseline, out var known))
                return null;
            Span<byte> buffer = stackalloc byte[512];
            return Convert.ToHexString(buffer[..encode(buffer, in baseline, known & peer[Type])]);
        }

        public override int Count(ClientWorld client) => held(client).Count;

        public override bool Agrees(ShipChannel channel, uint id, ClientWorld client)
        {
            var isKnown = In(channel).TryGetBaseline(id, out var baseline, out var known);
            if (held(client).TryGet(id, out var value) != isKnown)
                return false;
            TType.Quantize(in value, out var quantized);
            return !isKnown || (TType.Diff(in baseline, in quantized) & known) == 0;
        }

        private static ChannelTable<TType, TObject, TQuantized> In(ShipChannel channel) =>
            (ChannelTable<TType, TObject, TQuantized>)channel.Tables.Single(candidate => candidate.Type == TType.Type);
    }
}
