using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Where the streams of a packet may stand.</summary>
internal sealed class StreamRules(BindingContext context)
{
    public void Check(PacketSyntax packet, EquatableArray<FieldModel> fields)
    {
        var places = new Dictionary<string, FieldSyntax>(StringComparer.Ordinal);
        foreach (var field in packet.Fields)
            places[field.Name.Text] = field;

        OnlyOne<ObjectStreamType>("objects", fields, places);
        OnlyOne<EventStreamType>("events", fields, places);
        OnlyOne<CommandIdType>("commandId", fields, places);
        OnlyOne<CommandBodyType>("commandBody", fields, places);
        for (var i = 0; i < fields.Count; i++)
        {
            var place = places[fields[i].Name];
            switch (fields[i].Type)
            {
                case EventStreamType or CommandBodyType when i < fields.Count - 1:
                    context.Report(place.Type, Rules.StreamPlacement, $"'{place.Type}' goes to the end of the packet", "make it the last field");
                    break;
                case CommandBodyType when !fields.Any(field => field.Type is CommandIdType):
                    context.Report(place.Type, Rules.StreamPlacement, "no field says which command this is", "add a field of type 'commandId' before it");
                    break;
                case CommandIdType when !fields.Any(field => field.Type is CommandBodyType):
                    context.Report(place.Type, Rules.StreamPlacement, "'commandId' without a command", "end the packet with a field of type 'commandBody'");
                    break;
            }
        }

        CheckGrowth(packet, fields);
    }

    /// <summary>What goes to the end of a packet leaves no room behind it for newer fields.</summary>
    private void CheckGrowth(PacketSyntax packet, EquatableArray<FieldModel> fields)
    {
        var open = fields.FirstOrDefault(field => field.Type is EventStreamType or CommandBodyType);
        if (open is null)
            return;
        foreach (var field in packet.Fields.Where(field => field.Since is not null))
            context.Report(field.Since!, Rules.SinceNotHere, $"a packet that ends in '{open.Name}'", "make a new packet");
    }

    private void OnlyOne<T>(string name, EquatableArray<FieldModel> fields, Dictionary<string, FieldSyntax> places)
        where T : TypeModel
    {
        foreach (var field in fields.Where(field => field.Type is T).Skip(1))
            context.Report(places[field.Name].Type, Rules.StreamPlacement, $"a packet has room for one '{name}'", "remove all but one");
    }
}
