using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Writes the C# of a protocol: one file for each declaration, on the primitives of <c>Artemis.Protocol.Runtime</c>.</summary>
public static class CSharpEmitter
{
    /// <summary>All files of a protocol.</summary>
    public static IEnumerable<OutputFile> Emit(ProtocolModel model)
    {
        var context = new CSharpContext(model);
        var structs = new StructEmitter(context);
        var objects = new ObjectEmitter(context);
        var bodies = new BodyEmitter(context);
        var commands = new CommandEmitter(context);
        var writers = new StreamWriterEmitter(context);
        var readers = new StreamReaderEmitter(context);
        var maps = new MapEmitter(context);
        var streamed = model.Packets.Where(item => PacketShape.Of(item).IsStreamed).ToArray();
        return
        [
            ProtocolEmitter.Emit(context),
            .. ProtocolEmitter.EmitConstants(context),
            .. ProtocolEmitter.EmitQuantities(context),
            .. new CollectionEmitter(context).Emit(),
            .. model.Enums.Select(item => EnumEmitter.Emit(context, item)),
            .. model.Structs.Select(structs.Emit),
            .. model.Objects.SelectMany(objects.Emit),
            .. model.Events.Select(bodies.Emit),
            .. model.Commands.Select(bodies.Emit),
            .. model.Packets.Select(bodies.Emit),
            .. streamed.Where(item => !PacketShape.Of(item).IsCommandOnly).Select(writers.Emit),
            .. streamed.Where(item => PacketShape.Of(item).IsCommandOnly).Select(commands.EmitFrames),
            .. streamed.Select(readers.Emit),
            .. commands.EmitSenders(),
            .. model.Records.Select(maps.Emit),
            .. model.Messages.Select(maps.Emit),
            .. new DispatchEmitter(context).Emit(),
            .. new CatalogueEmitter(context).Emit(),
        ];
    }
}
