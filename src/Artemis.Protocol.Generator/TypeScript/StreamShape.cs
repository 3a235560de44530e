using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Where in a packet the streams lie.</summary>
/// <param name="Head">Fields in front of the first stream.</param>
/// <param name="Objects">The stream of objects, or null.</param>
/// <param name="Tail">Fields behind the objects.</param>
/// <param name="Events">The stream of events, or null; it is last.</param>
internal sealed record StreamShape(
    IReadOnlyList<FieldModel> Head,
    FieldModel? Objects,
    IReadOnlyList<FieldModel> Tail,
    FieldModel? Events)
{
    public bool HasEventsAfterObjects => Objects is not null && Events is not null;

    public static StreamShape Of(PacketModel model)
    {
        var objects = model.Fields.FirstOrDefault(field => field.Type is ObjectStreamType);
        var events = model.Fields.FirstOrDefault(field => field.Type is EventStreamType);
        var plain = model.Fields.Where(field => field.Type is not EventStreamType).ToArray();
        var head = plain.TakeWhile(field => field != objects).ToArray();
        return new StreamShape(head, objects, [.. plain.Skip(head.Length + 1)], events);
    }
}
