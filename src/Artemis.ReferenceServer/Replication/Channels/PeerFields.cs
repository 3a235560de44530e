using System.Collections.Concurrent;
using Artemis.Protocol.Runtime;

namespace Artemis.ReferenceServer.Replication.Channels;

/// <summary>What clients of a version know: of each type of object its fields. A type without any is not known at all.</summary>
internal sealed class PeerFields
{
    private static readonly ConcurrentDictionary<ProtocolVersion, PeerFields> Cache = new();

    private readonly uint[] _fields = new uint[byte.MaxValue + 1];

    /// <summary>Says what a version knows.</summary>
    /// <param name="version">The version.</param>
    /// <param name="fieldsOf">Fields of each type of object.</param>
    public PeerFields(ProtocolVersion version, Func<ObjectType, uint> fieldsOf)
    {
        Version = version;
        KnowsAll = true;
        foreach (var type in Enum.GetValues<ObjectType>())
        {
            _fields[(byte)type] = fieldsOf(type);
            KnowsAll &= _fields[(byte)type] == Fields(type, ArtemisProtocol.Version);
        }
    }

    /// <summary>The version.</summary>
    public ProtocolVersion Version { get; }

    /// <summary>Whether they know all that this server does.</summary>
    public bool KnowsAll { get; }

    /// <summary>The known fields of a type of object.</summary>
    public uint this[ObjectType type] => _fields[(byte)type];

    /// <summary>What a version of the schema knows.</summary>
    public static PeerFields Of(ProtocolVersion version) =>
        Cache.GetOrAdd(version, static version => new PeerFields(version, type => Fields(type, version)));

    private static uint Fields(ObjectType type, ProtocolVersion version) => type switch
    {
        ObjectType.PlayerShip => PlayerShip.KnownFields(version),
        ObjectType.ShipMotion => ShipMotion.KnownFields(version),
        ObjectType.ShipSystems => ShipSystems.KnownFields(version),
        ObjectType.ShipTubes => ShipTubes.KnownFields(version),
        ObjectType.NpcShip => NpcShip.KnownFields(version),
        ObjectType.Base => Base.KnownFields(version),
        ObjectType.Torpedo => Torpedo.KnownFields(version),
        ObjectType.Mine => Mine.KnownFields(version),
        ObjectType.Nebula => Nebula.KnownFields(version),
        ObjectType.Asteroid => Asteroid.KnownFields(version),
        ObjectType.BlackHole => BlackHole.KnownFields(version),
        ObjectType.Anomaly => Anomaly.KnownFields(version),
        _ => throw new InvalidOperationException($"Objects of type {type} are not replicated."),
    };
}
