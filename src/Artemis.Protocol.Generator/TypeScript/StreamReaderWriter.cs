using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>The class that goes through the entries of a packet with streams.</summary>
internal static class StreamReaderWriter
{
    public static void Write(TsModule module, PacketModel model, StreamShape shape)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var own = TsNames.Own(model.Name);
        code.Blank();
        code.Lines(TsDocs.Comment(Doc(shape)));
        using (code.Block($"export class {names.Derived(model.Name + "Reader")}"))
        {
            code.Lines(TsDocs.Comment(shape.Tail.Count == 0
                ? "The packet's own fields."
                : "The packet's own fields; those behind the objects are there when the last object was read."));
            code.Line($"readonly packet: {own} = {names.Derived("create" + model.Name)}();");
            code.Lines(TsDocs.Comment("Where the packet is read from; decoders of entries take it."));
            code.Line($"body: {module.RuntimeType("Reader")};");
            if (shape.Objects is not null)
                WriteObjectMembers(module);
            if (shape.Events is not null)
                WriteEventMembers(module);
            WriteOpen(module, shape);
            if (shape.Objects is not null)
                WriteNextObject(module, shape);
            if (shape.Events is not null)
                WriteNextEvent(module, shape);
        }
    }

    private static string Doc(StreamShape shape)
    {
        var loop = shape.Objects is not null
            ? "while (update.nextObject()) {\n  if (update.objectType === ObjectType.…) decode…(update.body, …);\n}"
            : "while (packet.nextEvent()) {\n  if (packet.eventType === EventType.…) handle(decode…(packet.event));\n}";
        var skipped = shape.Objects is not null
            ? "An object that is not decoded is passed over."
            : "An event that is not decoded is passed over, and so are those that nobody knows.";
        return $"Goes through the entries of a packet. {skipped} It may be opened again and again.\n\n```ts\n{loop}\n```";
    }

    private static void WriteObjectMembers(TsModule module)
    {
        var code = module.Code;
        code.Lines(TsDocs.Comment("Type of the present object."));
        code.Line("objectType = 0;");
        code.Lines(TsDocs.Comment("Id of the present object."));
        code.Line("objectId = 0;");
        code.Line("private entry = -1;");
        code.Line("private more = false;");
    }

    private static void WriteEventMembers(TsModule module)
    {
        var code = module.Code;
        code.Lines(TsDocs.Comment("Type of the present event."));
        code.Line("eventType = 0;");
        code.Lines(TsDocs.Comment("Body of the present event; the decoders of events take it."));
        code.Line($"readonly event: {module.RuntimeType("Reader")} = new {module.Runtime("Reader")}(new Uint8Array(0));");
        code.Lines(TsDocs.Comment("How many events so far were of types that this version does not know."));
        code.Line("unknownEvents = 0;");
    }

    private static void WriteOpen(TsModule module, StreamShape shape)
    {
        var code = module.Code;
        var reader = module.RuntimeType("Reader");
        code.Blank();
        using (code.Block($"constructor(body: {reader} = new {module.Runtime("Reader")}(new Uint8Array(0)))"))
            code.Line("this.body = body;");

        code.Blank();
        code.Lines(TsDocs.Comment("Begins with a packet, and reads the fields in front of its entries.", "@param reader - A packet's body."));
        using (code.Block($"open(reader: {reader}): this"))
        {
            code.Line("this.body = reader;");
            if (shape.Events is not null)
                code.Line("this.unknownEvents = 0;");
            ReadFields(module, shape.Head);
            if (shape.Objects is not null)
            {
                code.Line("this.entry = -1;");
                code.Line("this.more = true;");
            }

            code.Line("return this;");
        }
    }

    private static void WriteNextObject(TsModule module, StreamShape shape)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var field = TsLiterals.Text(shape.Objects!.Name);
        code.Blank();
        code.Lines(TsDocs.Comment(
            "Goes on to the next object.",
            shape.Events is null
                ? "@returns False at the end of the packet.\n@throws ProtocolError - `Truncated`, `UnknownObject`, `OutOfRange` or `TrailingBytes`."
                : "@returns False at the end of the objects.\n@throws ProtocolError - `Truncated`, `UnknownObject` or `OutOfRange`."));
        using (code.Block("nextObject(): boolean"))
        {
            code.Line("if (!this.more) return false;");
            code.Line("const reader = this.body;");
            code.Line($"if (reader.at === this.entry) {module.Value("objects.ts", names.Derived("skipObject"))}(reader, this.objectType);");
            code.Line($"const type = reader.u8({field});");
            using (code.Block("if (type !== 0)"))
            {
                code.Line($"if (!{module.Value(names.CatalogueModule, names.Derived("isObjectType"))}(type)) throw {module.Runtime("unknownObject")}(reader.at - 1, type);");
                code.Line("this.objectType = type;");
                code.Line($"this.objectId = reader.u32({field});");
                code.Line("this.entry = reader.at;");
                code.Line("return true;");
            }

            code.Line("this.more = false;");
            ReadFields(module, shape.Tail);
            if (shape.Events is null)
                code.Line("reader.finish();");
            code.Line("return false;");
        }
    }

    private static void WriteNextEvent(TsModule module, StreamShape shape)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var field = TsLiterals.Text(shape.Events!.Name);
        code.Blank();
        code.Lines(TsDocs.Comment(
            "Goes on to the next event.",
            "@returns False at the end of the packet.\n@throws ProtocolError - `Truncated`."));
        using (code.Block("nextEvent(): boolean"))
        {
            if (shape.Objects is not null)
                code.Line("while (this.nextObject());");
            code.Line("const reader = this.body;");
            code.Line("if (reader.at === reader.end) return false;");
            code.Line($"this.eventType = reader.u16({field});");
            code.Line($"const length = reader.u16({field});");
            code.Line($"const start = reader.take(length, {field});");
            code.Line("this.event.reset(reader.bytes, start, start + length);");
            code.Line($"if (!{module.Value(names.CatalogueModule, names.Derived("isEventType"))}(this.eventType)) this.unknownEvents++;");
            code.Line("return true;");
        }
    }

    private static void ReadFields(TsModule module, IReadOnlyList<FieldModel> fields)
    {
        if (fields.Count == 0)
            return;
        module.Code.Line("const value = this.packet;");
        var reading = new BinaryReading(module);
        foreach (var field in fields)
            reading.Field(field);
    }
}
