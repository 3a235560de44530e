using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>A part of a streamed packet behind its head: the object stream, a list, another field, or the stream that ends the packet.</summary>
/// <param name="Index">Its place among the sections.</param>
/// <param name="Name">What its methods are called after.</param>
internal sealed record StreamSection(int Index, FieldModel Field, string Name)
{
    public bool IsList => PacketShape.IsList(Field);

    public TypeModel Element => ((ArrayType)Field.Type).Element;

    public int CountWidth => WireSize.CountWidth(((ArrayType)Field.Type).MaxCount);
}

/// <summary>What the writers and readers of a streamed packet need to know of it.</summary>
internal sealed class StreamFacts
{
    public StreamFacts(CSharpContext context, PacketModel item)
    {
        Context = context;
        Item = item;
        Shape = PacketShape.Of(item);
        Name = context.Names.Type(item.Name);
        FieldModel?[] behindHead = [Shape.Objects, .. Shape.Sections, Shape.Last];
        Sections = [.. behindHead.Where(part => part is not null).Select((part, index) => new StreamSection(index, part!, CSharpNames.Pascal(part!.Name)))];
    }

    public CSharpContext Context { get; }

    public PacketModel Item { get; }

    public PacketShape Shape { get; }

    public string Name { get; }

    public IReadOnlyList<StreamSection> Sections { get; }

    public bool HasObjects => Shape.Objects is not null;

    public bool HasEvents => Shape.Last?.Type is EventStreamType;

    public bool HasCommand => Shape.Last?.Type is CommandBodyType;

    /// <summary>The section of objects; the first if there is one.</summary>
    public StreamSection Objects => Sections[0];

    /// <summary>The section that ends the packet.</summary>
    public StreamSection Last => Sections[Sections.Count - 1];

    /// <summary>Bytes that must stay free behind a section so that the packet can still be ended.</summary>
    public long ReservedBehind(StreamSection section)
    {
        var own = section.Field.Type is ObjectStreamType ? 1L : 0;
        return own + Sections.Skip(section.Index + 1).Sum(next => next.Field.Type switch
        {
            EventStreamType or CommandBodyType => 0,
            _ when next.IsList => next.CountWidth,
            _ => Context.Types.Size(next.Field).Min,
        });
    }

    /// <summary>The parameter and argument for the origin, where both sides may send the packet.</summary>
    public (string Parameter, string Argument) Origin =>
        Item.From == Origins.Both ? (", Origin origin", "origin") : (string.Empty, $"Origin.{Item.From}");
}
