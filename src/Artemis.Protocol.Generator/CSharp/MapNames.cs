using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Names of what a message or record has beside its public properties, for each of its fields: none is the name of a property.</summary>
internal sealed class MapNames
{
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> readers = new(StringComparer.Ordinal);

    private readonly CSharpContext context;
    private readonly Dictionary<string, TypeModel> members = new(StringComparer.Ordinal);

    public MapNames(CSharpContext context, string owner, IReadOnlyList<FieldModel> fields)
    {
        this.context = context;
        foreach (var field in fields)
            members[CSharpNames.Member(field.Name, owner)] = field.Type;
        var taken = new HashSet<string>(members.Keys, StringComparer.Ordinal) { owner };
        foreach (var field in fields)
        {
            keys[field.Name] = Free(taken, CSharpNames.Member(field.Name, owner) + "Key");
            readers[field.Name] = Free(taken, "Read" + CSharpNames.Pascal(field.Name));
        }
    }

    /// <summary>The property that holds the field's key as MessagePack.</summary>
    public string Key(FieldModel field) => keys[field.Name];

    /// <summary>The method that reads the field, if it is a list.</summary>
    public string Reader(FieldModel field) => readers[field.Name];

    /// <summary>A record as an expression; in full where a property of another type has its name.</summary>
    public string Record(RecordType record)
    {
        var name = context.Names.Type(record.Name);
        return members.TryGetValue(name, out var type) && !type.Equals(record) ? $"global::{context.Model.CSharpNamespace}.{name}" : name;
    }

    private static string Free(HashSet<string> taken, string wanted)
    {
        while (!taken.Add(wanted))
            wanted += "_";
        return wanted;
    }
}
