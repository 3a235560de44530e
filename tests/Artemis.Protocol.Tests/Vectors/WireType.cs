using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tests.Vectors;

/// <summary>What some bytes are: the kind of a declaration and its name.</summary>
/// <param name="Kind">As the vectors spell it: object, event, command, packet or message.</param>
/// <param name="Origin">Of packets and messages: the side that sends the frame.</param>
internal sealed record WireType(string Kind, string Name, Origins Origin)
{
    /// <summary>The fields in the schema. An object's are taken as optional: those that are not set are not there.</summary>
    public EquatableArray<FieldModel> Fields(ProtocolModel protocol) => Kind switch
    {
        "object" => protocol.Objects.First(item => item.Name == Name).Fields
            .Select(field => new FieldModel(field.Name, field.Type, IsOptional: true, field.Since, field.Doc))
            .ToEquatableArray(),
        "event" => protocol.Events.First(item => item.Name == Name).Fields,
        "command" => protocol.Commands.First(item => item.Name == Name).Fields,
        "packet" => protocol.Packets.First(item => item.Name == Name).Fields,
        "message" => protocol.Messages.First(item => item.Name == Name).Fields,
        _ => throw new ArgumentException(Kind),
    };

    /// <summary>All types of a protocol; packets and messages once for each side that sends them.</summary>
    public static IEnumerable<WireType> All(ProtocolModel protocol) =>
        protocol.Objects.Select(item => new WireType("object", item.Name, Origins.None))
            .Concat(protocol.Events.Select(item => new WireType("event", item.Name, Origins.None)))
            .Concat(protocol.Commands.Select(item => new WireType("command", item.Name, Origins.None)))
            .Concat(protocol.Packets.SelectMany(item => Sides(item.From).Select(origin => new WireType("packet", item.Name, origin))))
            .Concat(protocol.Messages.SelectMany(item => Sides(item.From).Select(origin => new WireType("message", item.Name, origin))));

    private static IEnumerable<Origins> Sides(Origins origins) =>
        new[] { Origins.Server, Origins.Client }.Where(side => origins.HasFlag(side));
}
