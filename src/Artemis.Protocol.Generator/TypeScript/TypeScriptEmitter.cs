using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>
/// Writes a protocol as TypeScript modules: one for each declaration, small functions over plain objects, so that a bundler
/// keeps only what a program uses.
/// </summary>
public static class TypeScriptEmitter
{
    public static IEnumerable<OutputFile> Emit(ProtocolModel protocol, TypeScriptOptions? options = null)
    {
        var output = new TsOutput(protocol, options ?? new TypeScriptOptions());
        ProtocolWriter.Write(output);
        EnumWriter.Write(output);
        QuantityWriter.Write(output);
        foreach (var item in protocol.Structs)
            StructWriter.Write(output, item);
        foreach (var item in protocol.Objects)
            ObjectWriter.Write(output, item);
        foreach (var item in protocol.Events)
            EventWriter.Write(output, item);
        foreach (var item in protocol.Commands)
            CommandWriter.Write(output, item);
        foreach (var item in protocol.Packets)
            PacketWriter.Write(output, item);
        foreach (var item in protocol.Records)
            MessageWriter.Write(output, item);
        foreach (var item in protocol.Messages)
            MessageWriter.Write(output, item);
        CatalogueWriter.Write(output);
        DispatchWriter.Write(output);
        return output.Finish();
    }
}
