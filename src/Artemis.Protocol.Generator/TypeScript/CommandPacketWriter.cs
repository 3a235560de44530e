using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>A packet that carries a command: head fields, among them the command's id, then the command's own.</summary>
internal static class CommandPacketWriter
{
    public static void Write(TsModule module, PacketModel model)
    {
        var head = model.Fields.Where(field => !PacketWriter.IsStream(field.Type)).ToArray();
        WriteEncode(module, model, head);
        WriteDecode(module, model, head);
    }

    private static void WriteEncode(TsModule module, PacketModel model, FieldModel[] head)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var own = TsNames.Own(model.Name);
        var id = head.First(field => field.Type is CommandIdType).Name;
        code.Blank();
        code.Lines(TsDocs.Comment(
            "Makes a whole frame of a command.",
            "@param head - The packet's own fields, but for the command's id.\n@param command - Which command.\n@param value - The command's fields.\n@throws ProtocolError - `FrameTooLarge`, or `OutOfRange` for a text or list that cannot be made to fit."));
        using (code.Enclose($"export function {names.EncodeAs(model.Name, "Frame")}<T>(", $"): Uint8Array<ArrayBuffer> {{"))
        {
            code.Line($"head: Omit<{own}, {TsLiterals.Text(id)}>,");
            code.Line($"command: {module.RuntimeType("CommandCodec")}<T>,");
            code.Line("value: T,");
            if (model.From == Origins.Both)
                code.Line($"origin: {module.RuntimeType("Origin")},");
            code.Line(ProtocolWriter.PeerParameter(module) + ",");
        }

        using (code.Indent())
        {
            PacketWriter.Begin(module, model.Name + "PacketType", model.From);
            var writing = new BinaryWriting(module, isQuantized: false);
            foreach (var field in head)
            {
                if (field.Type is CommandIdType)
                    code.Line("writer.u32(command.id);");
                else
                    writing.Field(field, "head");
            }

            code.Line("command.encode(writer, value, peer);");
            code.Line($"return {module.Runtime("endFrame")}(writer);");
        }

        code.Line("}");
    }

    private static void WriteDecode(TsModule module, PacketModel model, FieldModel[] head)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var own = TsNames.Own(model.Name);
        code.Blank();
        code.Lines(TsDocs.Comment(
            "Reads the packet's own fields and leaves the reader in front of the command's, which the command's decoder reads.",
            "@param value - What to read into; a new one if not given.\n@throws ProtocolError - `Truncated` or `OutOfRange`."));
        using (code.Block($"export function {names.Derived("decode" + model.Name)}(reader: {module.RuntimeType("Reader")}, value: {own} = {names.Derived("create" + model.Name)}()): {own}"))
        {
            BodyWriter.ReadFields(module, head);
            code.Line("return value;");
        }
    }
}
