using System.Numerics;
using System.Reflection;
using Artemis.Protocol;
using Artemis.ReferenceServer.Replication.Interest;
using Artemis.ReferenceServer.Replication.World;

namespace Artemis.Load.Stages;

/// <summary>A type of object, and how many bytes it costs under one way of sending or another.</summary>
internal abstract class StageKind
{
    /// <summary>Every type that is replicated.</summary>
    public static IReadOnlyList<StageKind> All(ReplicatedWorld world) =>
    [
        new StageKind<PlayerShipType, PlayerShip, PlayerShip.Quantized>(world.Ships, PlayerShip.MaskBytes),
        new StageKind<ShipMotionType, ShipMotion, ShipMotion.Quantized>(world.Motions, ShipMotion.MaskBytes),
        new StageKind<ShipSystemsType, ShipSystems, ShipSystems.Quantized>(world.Systems, ShipSystems.MaskBytes),
        new StageKind<ShipTubesType, ShipTubes, ShipTubes.Quantized>(world.Tubes, ShipTubes.MaskBytes),
        new StageKind<NpcShipType, NpcShip, NpcShip.Quantized>(world.Npcs, NpcShip.MaskBytes),
        new StageKind<BaseType, Base, Base.Quantized>(world.Bases, Base.MaskBytes),
        new StageKind<TorpedoType, Torpedo, Torpedo.Quantized>(world.Torpedoes, Torpedo.MaskBytes),
        new StageKind<MineType, Mine, Mine.Quantized>(world.Mines, Mine.MaskBytes),
        new StageKind<NebulaType, Nebula, Nebula.Quantized>(world.Nebulae, Nebula.MaskBytes),
        new StageKind<AsteroidType, Asteroid, Asteroid.Quantized>(world.Asteroids, Asteroid.MaskBytes),
        new StageKind<BlackHoleType, BlackHole, BlackHole.Quantized>(world.BlackHoles, BlackHole.MaskBytes),
        new StageKind<AnomalyType, Anomaly, Anomaly.Quantized>(world.Anomalies, Anomaly.MaskBytes),
    ];

    /// <summary>Bytes of all entries of this type that a ship is sent in a tick.</summary>
    /// <param name="ship">Which ship.</param>
    /// <param name="from">Where it is and what it sees.</param>
    /// <param name="tick">The tick.</param>
    /// <param name="stage">What is switched on.</param>
    public abstract int Send(int ship, in Viewpoint from, uint tick, Stage stage);

    /// <summary>Forgets all that was sent.</summary>
    public abstract void Reset();
}

/// <summary>What is switched on. Each stage has what the ones before have.</summary>
internal enum Stage
{
    /// <summary>All that changed of everything, ten times a second, every number a float64.</summary>
    Nothing,

    /// <summary>Only what a ship can know of.</summary>
    Filter,

    /// <summary>Views and rates by zone.</summary>
    Tiers,

    /// <summary>Numbers as the schema has them; a change below the quantum is none.</summary>
    Quantization,
}

/// <inheritdoc cref="StageKind"/>
internal sealed class StageKind<TType, TObject, TQuantized>(ObjectTable<TObject, TQuantized> table, int maskBytes) : StageKind
    where TType : struct, IReplicatedType<TObject, TQuantized>
    where TObject : struct
    where TQuantized : struct
{
    private const int EntryHead = 1 + 4;
    private static readonly FieldInfo[] Fields = [.. FieldsByBit()];
    private readonly Dictionary<(int Ship, uint Id), Sent> _sent = [];

    public override void Reset() => _sent.Clear();

    public override int Send(int ship, in Viewpoint from, uint tick, Stage stage)
    {
        var bytes = 0;
        for (var slot = 0; slot < table.Count; slot++)
        {
            var id = table.Ids[slot];
            if (id == 0)
                continue;
            var isNew = !_sent.TryGetValue((ship, id), out var sent);
            sent ??= new Sent();
            sent.Zone = stage == Stage.Nothing ? Zone.Own : ZoneOf(sent.Zone, in from, id, table.Positions[slot]);
            if (sent.Zone == Zone.Out)
                continue;
            if (stage < Stage.Tiers ? !UpdatePhase.IsSending(tick) : !IsDue(sent.Zone, tick, id, isNew))
                continue;
            var view = stage < Stage.Tiers ? TType.All : ViewOf(sent.Zone, isNew);
            var mask = stage < Stage.Quantization ? RawChanges(sent, slot, view) : Changes(sent, slot, view);
            if (mask == 0 && !isNew)
                continue;
            _sent[(ship, id)] = sent;
            bytes += EntryHead + (stage < Stage.Quantization
                ? maskBytes + SizeOfRaw(sent, mask)
                : TType.SizeOf(in table.Quantized(slot), mask));
        }

        return bytes;
    }

    private uint RawChanges(Sent sent, int slot, uint view)
    {
        uint mask = 0;
        object now = table.Value(slot);
        for (var bit = 0; bit < Fields.Length; bit++)
        {
            if ((view & (1u << bit)) == 0)
                continue;
            var value = Fields[bit].GetValue(now);
            if (Equals(value, sent.Raw[bit]))
                continue;
            sent.Raw[bit] = value;
            mask |= 1u << bit;
        }

        return mask;
    }

    private uint Changes(Sent sent, int slot, uint view)
    {
        ref readonly var now = ref table.Current[slot];
        var mask = (TType.Diff(in sent.Quantized, in now) | ~sent.Known) & view;
        TType.Copy(in now, ref sent.Quantized, mask);
        sent.Known |= mask;
        return mask;
    }

    private static int SizeOfRaw(Sent sent, uint mask)
    {
        var size = 0;
        for (var bit = 0; bit < Fields.Length; bit++)
            size += (mask & (1u << bit)) == 0 ? 0 : RawSize.Of(sent.Raw[bit]!);
        return size;
    }

    private static Zone ZoneOf(Zone current, in Viewpoint from, uint id, Vector3 at) => TType.Type switch
    {
        ObjectType.PlayerShip or ObjectType.NpcShip => new ShipEye(from).Place(current, id, at),
        ObjectType.ShipMotion or ObjectType.ShipSystems or ObjectType.ShipTubes => new OwnEye(from.OwnId).Place(current, id, at),
        ObjectType.Base => default(BaseEye).Place(current, id, at),
        ObjectType.Torpedo => new TorpedoEye(from.Center).Place(current, id, at),
        _ => new PlainEye(from.Center).Place(current, id, at),
    };

    private static bool IsDue(Zone zone, uint tick, uint id, bool isNew) => TType.Type switch
    {
        ObjectType.ShipSystems => new SystemsTurn(tick).IsDue(zone, id, isNew),
        ObjectType.Base => new BaseTurn(tick).IsDue(zone, id, isNew),
        ObjectType.Torpedo => new TorpedoTurn(tick).IsDue(zone, id, isNew),
        _ => new ZoneTurn(tick).IsDue(zone, id, isNew),
    };

    private static uint ViewOf(Zone zone, bool isNew) => (isNew ? TType.Identity : 0) | zone switch
    {
        Zone.Own => TType.All,
        Zone.Near => TType.Near,
        Zone.Mid => TType.Mid,
        _ => TType.Far,
    };

    private static IEnumerable<FieldInfo> FieldsByBit() =>
        ReferenceServer.Replication.Profile.FieldNames.Of(TType.Type)
            .TakeWhile(name => name is not null)
            .Select(name => typeof(TObject).GetField(name)!);

    private sealed class Sent
    {
        public object?[] Raw { get; } = new object?[Fields.Length];

        public Zone Zone { get; set; }

        public uint Known { get; set; }

        public TQuantized Quantized;
    }
}

/// <summary>Bytes of values that are not quantized: every number with a fraction is a float64.</summary>
internal static class RawSize
{
    public static int Of(object value) => value switch
    {
        float => sizeof(double),
        bool or byte => 1,
        ushort => 2,
        uint => 4,
        Enum => 1,
        Text24 or Text32 => 1 + System.Text.Encoding.UTF8.GetByteCount(value.ToString()!),
        List3<DamageTeam> list => 1 + Sum(list.Items),
        List6<Tube> list => 1 + Sum(list.Items),
        Array5<byte> => 5,
        _ => value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance).Sum(field => Of(field.GetValue(value)!)),
    };

    private static int Sum<T>(ReadOnlySpan<T> items)
        where T : struct
    {
        var sum = 0;
        foreach (var item in items)
            sum += Of(item);
        return sum;
    }
}
