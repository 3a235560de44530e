using System.Reflection;
using Artemis.Protocol;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Profile;
using Artemis.ReferenceServer.Replication.World;

namespace Artemis.Load.Stages;

/// <summary>What entries of updates would cost if numbers were not quantized: every number with a fraction a float64.</summary>
internal sealed class RawSize(ReplicatedWorld world)
{
    private readonly Dictionary<ObjectType, (FieldInfo[] Fields, Func<int, object> Value)> _types = new()
    {
        [ObjectType.PlayerShip] = Of(ObjectType.PlayerShip, world.Ships),
        [ObjectType.ShipMotion] = Of(ObjectType.ShipMotion, world.Motions),
        [ObjectType.ShipSystems] = Of(ObjectType.ShipSystems, world.Systems),
        [ObjectType.ShipTubes] = Of(ObjectType.ShipTubes, world.Tubes),
        [ObjectType.NpcShip] = Of(ObjectType.NpcShip, world.Npcs),
        [ObjectType.Base] = Of(ObjectType.Base, world.Bases),
        [ObjectType.Torpedo] = Of(ObjectType.Torpedo, world.Torpedoes),
        [ObjectType.Mine] = Of(ObjectType.Mine, world.Mines),
        [ObjectType.Nebula] = Of(ObjectType.Nebula, world.Nebulae),
        [ObjectType.Asteroid] = Of(ObjectType.Asteroid, world.Asteroids),
        [ObjectType.BlackHole] = Of(ObjectType.BlackHole, world.BlackHoles),
        [ObjectType.Anomaly] = Of(ObjectType.Anomaly, world.Anomalies),
    };

    /// <summary>Bytes that an entry would have more than it has.</summary>
    public int Surplus(in LoggedEntry entry)
    {
        var (fields, valueOf) = _types[entry.Table.Type];
        var value = valueOf(entry.Slot);
        var quantized = entry.Table.SizeOf(entry.Slot, entry.Mask) - entry.Table.SizeOf(entry.Slot, 0);
        var raw = 0;
        for (var bit = 0; bit < fields.Length; bit++)
            raw += (entry.Mask & (1u << bit)) == 0 ? 0 : BytesOf(fields[bit].GetValue(value)!);
        return raw - quantized;
    }

    private static (FieldInfo[] Fields, Func<int, object> Value) Of<TObject, TQuantized>(ObjectType type, ObjectTable<TObject, TQuantized> table)
        where TObject : struct
        where TQuantized : struct
    {
        var names = FieldNames.Of(type).TakeWhile(name => name is not null);
        return ([.. names.Select(name => typeof(TObject).GetField(name)!)], slot => table.Value(slot));
    }

    private static int BytesOf(object value) => value switch
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
        _ => value.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance).Sum(field => BytesOf(field.GetValue(value)!)),
    };

    private static int Sum<T>(ReadOnlySpan<T> items)
        where T : struct
    {
        var sum = 0;
        foreach (var item in items)
            sum += BytesOf(item);
        return sum;
    }
}
