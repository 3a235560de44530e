using System.Diagnostics.Metrics;
using System.Numerics;
using System.Reflection;
using Artemis.ReferenceServer.Replication.Channels;
using Artemis.ReferenceServer.Replication.Interest;

namespace Artemis.ReferenceServer.Replication.Profile;

/// <summary>
/// Where the bytes of object updates go: by type of object, field and zone, over all consoles that they were sent to. Counting is a few
/// additions a field, so it is always on. Snapshots are not in it.
/// </summary>
internal sealed class ReplicationProfile
{
    private const int Bits = 32;

    // The place of what an entry has beside its fields: type, id and mask.
    private const int Head = Bits;
    private const int Zones = (int)Zone.Own + 1;
    private const int HeadBytes = 1 + 4;

    private readonly long[] _bytes = new long[(byte.MaxValue + 1) * Zones * (Bits + 1)];

    /// <summary>Counts an update.</summary>
    /// <param name="entries">What was in it.</param>
    /// <param name="consoles">How many consoles it was sent to.</param>
    public void Add(ReadOnlySpan<LoggedEntry> entries, int consoles)
    {
        foreach (ref readonly var entry in entries)
        {
            var bytes = _bytes.AsSpan(IndexOf(entry.Table.Type, entry.Zone), Bits + 1);
            var mask = entry.Table.SizeOf(entry.Slot, 0);
            bytes[Head] += consoles * (HeadBytes + mask);
            for (var left = entry.Mask; left != 0; left &= left - 1)
            {
                var field = left & (0u - left);
                bytes[BitOperations.TrailingZeroCount(field)] += consoles * (entry.Table.SizeOf(entry.Slot, field) - mask);
            }
        }
    }

    /// <summary>Everything that was counted, with the tags <c>object</c>, <c>field</c> and <c>zone</c>.</summary>
    public IEnumerable<Measurement<long>> Measure()
    {
        foreach (var type in Enum.GetValues<ObjectType>())
        {
            var names = FieldNames.Of(type);
            foreach (var zone in Enum.GetValues<Zone>())
            {
                for (var bit = 0; bit <= Head; bit++)
                {
                    var bytes = Volatile.Read(ref _bytes[IndexOf(type, zone) + bit]);
                    if (bytes == 0)
                        continue;
                    yield return new Measurement<long>(
                        bytes,
                        new KeyValuePair<string, object?>("object", type.ToString()),
                        new KeyValuePair<string, object?>("field", bit == Head ? "(head)" : names[bit]),
                        new KeyValuePair<string, object?>("zone", zone.ToString()));
                }
            }
        }
    }

    private static int IndexOf(ObjectType type, Zone zone) => (((byte)type * Zones) + (int)zone) * (Bits + 1);
}

/// <summary>Names of objects' fields by bit, read from the generated constants.</summary>
internal static class FieldNames
{
    private static readonly Dictionary<ObjectType, string[]> Names = Enum.GetValues<ObjectType>().ToDictionary(type => type, Read);

    /// <summary>The names of a type's fields.</summary>
    public static IReadOnlyList<string> Of(ObjectType type) => Names[type];

    private static string[] Read(ObjectType type)
    {
        var fields = typeof(PlayerShip).Assembly.GetType($"{typeof(PlayerShip).Namespace}.{type}+Fields", throwOnError: true)!;
        var names = new string[32];
        foreach (var constant in fields.GetFields(BindingFlags.Public | BindingFlags.Static))
            names[BitOperations.TrailingZeroCount(Convert.ToUInt32(constant.GetRawConstantValue(), null))] = constant.Name;
        return names;
    }
}
