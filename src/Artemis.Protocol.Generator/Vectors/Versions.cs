using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Which versions a protocol has been through.</summary>
internal static class Versions
{
    /// <summary>The first minor version and each that added something, as far as they are older than the present one.</summary>
    public static IEnumerable<ProtocolVersion> Older(ProtocolModel protocol) =>
        Additions(protocol)
            .Append(new ProtocolVersion(protocol.Version.Major, 0))
            .Where(version => version.CompareTo(protocol.Version) < 0)
            .Distinct()
            .OrderBy(version => version);

    /// <summary>Whether a peer lacks something.</summary>
    public static bool HidesAny(IEnumerable<ProtocolVersion?> sinces, ProtocolVersion peer) =>
        sinces.Any(since => since is not null && since.CompareTo(peer) > 0);

    /// <summary>Since when a field and all that may lie in it are there.</summary>
    public static IEnumerable<ProtocolVersion?> Within(FieldModel field, ProtocolModel protocol) => Within(field.Type, protocol).Append(field.Since);

    private static IEnumerable<ProtocolVersion?> Within(TypeModel type, ProtocolModel protocol) => type switch
    {
        ArrayType array => Within(array.Element, protocol),
        RecordType named => protocol.Record(named.Name).Fields.SelectMany(field => Within(field, protocol)),
        ObjectStreamType => protocol.Objects.SelectMany(item => item.Fields.Select(field => field.Since).Append(item.Since)),
        EventStreamType => protocol.Events.SelectMany(item => item.Fields.Select(field => field.Since).Append(item.Since)),
        CommandBodyType => protocol.Commands.SelectMany(item => item.Fields.Select(field => field.Since)),
        _ => [],
    };

    private static IEnumerable<ProtocolVersion> Additions(ProtocolModel protocol)
    {
        var fields = protocol.Packets.SelectMany(item => item.Fields)
            .Concat(protocol.Messages.SelectMany(item => item.Fields))
            .Concat(protocol.Records.SelectMany(item => item.Fields))
            .Concat(protocol.Events.SelectMany(item => item.Fields))
            .Concat(protocol.Commands.SelectMany(item => item.Fields))
            .Select(field => field.Since);
        return fields
            .Concat(protocol.Objects.SelectMany(item => item.Fields).Select(field => field.Since))
            .Concat(protocol.Objects.Select(item => item.Since))
            .Concat(protocol.Events.Select(item => item.Since))
            .OfType<ProtocolVersion>();
    }
}
