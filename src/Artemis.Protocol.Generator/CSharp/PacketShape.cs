using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>
/// A packet cut at its streams: a head that is held as a struct, then sections that are written and read one after another without
/// being held anywhere. A packet without streams is all head.
/// </summary>
/// <param name="Head">Fields before the first stream.</param>
/// <param name="Objects">The object stream behind the head; null if there is none.</param>
/// <param name="Sections">Fields behind the object stream, up to a stream that ends the packet.</param>
/// <param name="Last">The stream or command body that ends the packet; null if there is none.</param>
internal sealed record PacketShape(
    IReadOnlyList<FieldModel> Head,
    FieldModel? Objects,
    IReadOnlyList<FieldModel> Sections,
    FieldModel? Last)
{
    /// <summary>Whether the packet has streams, so that it takes a writer and a reader.</summary>
    public bool IsStreamed => Objects is not null || Last is not null;

    /// <summary>Whether the packet is a head and a command, without other streams.</summary>
    public bool IsCommandOnly => Objects is null && Last?.Type is CommandBodyType;

    /// <summary>Fields that are held in structs.</summary>
    public IEnumerable<FieldModel> Stored => Head.Concat(Sections.Where(item => !IsList(item)));

    /// <summary>Lists behind the object stream, whose elements are written and read one by one.</summary>
    public IEnumerable<FieldModel> Lists => Sections.Where(IsList);

    /// <summary>Whether a section is a list with a count.</summary>
    public static bool IsList(FieldModel field) => field is { IsOptional: false, Type: ArrayType { IsFixedCount: false } };

    public static PacketShape Of(PacketModel packet)
    {
        var fields = packet.Fields.ToList();
        var last = fields.LastOrDefault(field => field.Type is EventStreamType or CommandBodyType);
        if (last is not null)
            fields.Remove(last);
        var stream = fields.FindIndex(field => field.Type is ObjectStreamType);
        return stream < 0
            ? new PacketShape(fields, null, [], last)
            : new PacketShape(fields.GetRange(0, stream), fields[stream], fields.GetRange(stream + 1, fields.Count - stream - 1), last);
    }
}
