using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Which structs objects hold, and which lie in packets, events and commands: each needs other functions.</summary>
internal sealed class TsReach
{
    private readonly HashSet<string> inObjects = [];
    private readonly HashSet<string> inBodies = [];

    public TsReach(ProtocolModel protocol)
    {
        foreach (var field in protocol.Objects.SelectMany(item => item.Fields))
            Follow(field.Type, protocol, inObjects);

        var bodies = protocol.Packets.Select(item => item.Fields)
            .Concat(protocol.Events.Select(item => item.Fields))
            .Concat(protocol.Commands.Select(item => item.Fields));
        foreach (var field in bodies.SelectMany(fields => fields))
            Follow(field.Type, protocol, inBodies);
    }

    /// <summary>Whether an object holds the struct, which then has a quantized form.</summary>
    public bool HasQuantizedForm(string name) => inObjects.Contains(name);

    /// <summary>Whether natural values of the struct are encoded as they are.</summary>
    public bool IsEncodedDirectly(string name) => inBodies.Contains(name) || !inObjects.Contains(name);

    private static void Follow(TypeModel type, ProtocolModel protocol, HashSet<string> reached)
    {
        switch (type)
        {
            case ArrayType array:
                Follow(array.Element, protocol, reached);
                break;
            case StructType named when reached.Add(named.Name):
                foreach (var field in protocol.Struct(named.Name).Fields)
                    Follow(field.Type, protocol, reached);
                break;
        }
    }
}
