using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>
/// A packet with a stream of objects, of events, or of objects and then events: functions that begin and end its frame, and a
/// reader that goes through the entries.
/// </summary>
internal static class StreamPacketWriter
{
    public static void Write(TsModule module, PacketModel model)
    {
        var shape = StreamShape.Of(model);
        WriteBegin(module, model, shape);
        WriteEnd(module, model, shape);
        StreamReaderWriter.Write(module, model, shape);
    }

    private static void WriteBegin(TsModule module, PacketModel model, StreamShape shape)
    {
        var code = module.Code;
        var names = module.Output.Names;
        code.Blank();
        code.Lines(TsDocs.Comment(
            "Begins a frame. Entries follow, then the function that ends it.",
            "@param head - The fields in front of the entries."));
        var head = $"head: {Pick(model, shape.Head)}";
        using (code.Block($"export function {names.Derived("begin" + model.Name)}(writer: {module.RuntimeType("Writer")}, {BodyWriter.Unused(shape.Head.Count)}{head}{PacketWriter.OriginParameter(module, model.From)}): void"))
        {
            code.Line(PacketWriter.BeginCall(module, model.Name + "PacketType", model.From));
            WriteFields(module, shape.Head, "head");
        }

        if (!shape.HasEventsAfterObjects)
            return;
        code.Blank();
        code.Lines(TsDocs.Comment("Ends the objects and begins the events.", "@param tail - The fields between them."));
        using (code.Block($"export function {names.Derived($"begin{model.Name}Events")}(writer: {module.RuntimeType("Writer")}, {BodyWriter.Unused(shape.Tail.Count)}tail: {Pick(model, shape.Tail)}): void"))
        {
            code.Line("writer.u8(0);");
            WriteFields(module, shape.Tail, "tail");
        }
    }

    private static void WriteEnd(TsModule module, PacketModel model, StreamShape shape)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var writesTail = shape.Objects is not null && !shape.HasEventsAfterObjects;
        var takesTail = writesTail && shape.Tail.Count > 0;
        code.Blank();
        code.Lines(TsDocs.Comment(
            "Ends a frame, and gives a copy of it.",
            takesTail ? "@param tail - The fields behind the entries." : string.Empty));
        var tail = takesTail ? $", tail: {Pick(model, shape.Tail)}" : string.Empty;
        using (code.Block($"export function {names.Derived("end" + model.Name)}(writer: {module.RuntimeType("Writer")}{tail}): Uint8Array<ArrayBuffer>"))
        {
            if (writesTail)
            {
                code.Line("writer.u8(0);");
                WriteFields(module, shape.Tail, "tail");
            }

            code.Line($"return {module.Runtime("endFrame")}(writer);");
        }
    }

    private static void WriteFields(TsModule module, IReadOnlyList<FieldModel> fields, string owner)
    {
        var writing = new BinaryWriting(module, isQuantized: false);
        foreach (var field in fields)
            writing.Field(field, owner);
    }

    private static string Pick(PacketModel model, IReadOnlyList<FieldModel> fields) =>
        fields.Count == 0 ? "object"
        : $"Pick<{TsNames.Own(model.Name)}, {string.Join(" | ", fields.Select(field => TsLiterals.Text(field.Name)))}>";
}
