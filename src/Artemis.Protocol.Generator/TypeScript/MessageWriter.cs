using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Messages and the records in them: interfaces, and codecs of MessagePack maps that check every key.</summary>
internal static class MessageWriter
{
    private const string Unknown = "$unknown";

    public static void Write(TsOutput output, RecordModel model)
    {
        var module = output.Module(TsNames.RecordModule(model.Name));
        WriteInterface(module, model.Name, model.Doc, model.Fields);
        WriteEncode(module, model.Name, model.Fields);
        WriteDecode(module, model.Name, model.Fields, isRecord: true);
    }

    public static void Write(TsOutput output, MessageModel model)
    {
        var module = output.Module(TsNames.MessageModule(model.Name));
        var names = output.Names;
        WriteInterface(module, model.Name, TsDocs.With(model.Doc, model.Since), model.Fields);

        var code = module.Code;
        code.Blank();
        code.Lines(TsDocs.Comment($"The packet type of `{TsNames.Own(model.Name)}`."));
        code.Line($"export const {names.Derived(model.Name + "MessageType")} = {TsLiterals.Hex(model.TypeId)};");
        WriteEncode(module, model.Name, model.Fields);
        WriteDecode(module, model.Name, model.Fields, isRecord: false);
        WriteFrame(module, model);
    }

    private static void WriteInterface(TsModule module, string name, string doc, EquatableArray<FieldModel> fields)
    {
        var code = module.Code;
        var types = new TsTypes(module);
        code.Lines(TsDocs.Comment(doc));
        using (code.Block($"export interface {TsNames.Own(name)}"))
        {
            foreach (var field in fields)
            {
                code.Lines(TsDocs.Field(field.Doc, field.Type, field.Since));
                code.Line(field.IsOptional ? $"{field.Name}?: {types.Natural(field.Type)} | undefined;" : $"{field.Name}: {types.Natural(field.Type)};");
            }

            code.Lines(TsDocs.Comment("Keys that this version does not know; they are sent on as they came."));
            code.Line($"{Unknown}?: {module.RuntimeType("UnknownKeys")} | undefined;");
        }
    }

    private static void WriteKeys(TsModule module, EquatableArray<FieldModel> fields)
    {
        module.Code.Blank();
        var names = fields.Select(field => TsLiterals.Text(field.Name)).ToArray();
        var line = $"const keys = /* @__PURE__ */ {module.Runtime("keyTable")}([{string.Join(", ", names)}]);";
        if (line.Length <= 110)
        {
            module.Code.Line(line);
            return;
        }

        using (module.Code.Enclose($"const keys = /* @__PURE__ */ {module.Runtime("keyTable")}([", "]);"))
            module.Code.Lines(names.Select(name => name + ","));
    }

    private static void WriteEncode(TsModule module, string name, EquatableArray<FieldModel> fields)
    {
        var code = module.Code;
        WriteKeys(module, fields);
        code.Blank();
        code.Lines(TsDocs.Comment(
            "Writes a MessagePack map; numbers out of range are clamped, texts are cut.",
            "@throws ProtocolError - `FrameTooLarge`, or `OutOfRange` for a text or list that cannot be made to fit."));
        using (code.Block($"export function {module.Output.Names.Derived("encode" + name)}(writer: {module.RuntimeType("Writer")}, value: {TsNames.Own(name)}{BodyWriter.PeerParameter(module, fields)}): void"))
        {
            WriteHead(module, fields);
            var writing = new MessageWriting(module);
            for (var i = 0; i < fields.Count; i++)
            {
                if (Condition(module, fields[i]) is not { } condition)
                {
                    writing.Field(fields[i], i);
                    continue;
                }

                using (code.Block($"if ({condition})"))
                    writing.Field(fields[i], i);
            }

            code.Line($"{module.Runtime("writeUnknown")}(writer, value.{Unknown});");
        }
    }

    private static void WriteHead(TsModule module, EquatableArray<FieldModel> fields)
    {
        var code = module.Code;
        var always = fields.Count(field => Condition(module, field) is null);
        var sometimes = fields.Where(field => Condition(module, field) is not null).ToArray();
        if (sometimes.Length == 0)
        {
            code.Line($"{module.Runtime("writeMapHead")}(writer, {always} + (value.{Unknown}?.count ?? 0));");
            return;
        }

        code.Line($"let count = {always} + (value.{Unknown}?.count ?? 0);");
        foreach (var field in sometimes)
            code.Line($"if ({Condition(module, field)}) count++;");
        code.Line($"{module.Runtime("writeMapHead")}(writer, count);");
    }

    private static string? Condition(TsModule module, FieldModel field)
    {
        var isThere = field.IsOptional ? $"value.{field.Name} !== undefined" : null;
        var isKnown = field.Since is { } since ? ProtocolWriter.PeerKnows(module, since) : null;
        return isThere is null ? isKnown : isKnown is null ? isThere : $"{isThere} && {isKnown}";
    }

    private static void WriteDecode(TsModule module, string name, EquatableArray<FieldModel> fields, bool isRecord)
    {
        var code = module.Code;
        var own = TsNames.Own(name);
        var types = new TsTypes(module);
        code.Blank();
        code.Lines(TsDocs.Comment(
            isRecord
                ? "Reads a MessagePack map that lies in a message."
                : "Reads a MessagePack map, to the reader's end. A key that comes twice counts as it came last.",
            (isRecord ? "@param depth - How many arrays and maps it lies in.\n" : string.Empty)
                + "@throws ProtocolError - `Truncated`, `MissingKey`, `BadMessage` or `TrailingBytes`."));
        var more = isRecord ? ", depth: number" : string.Empty;
        using (code.Block($"export function {module.Output.Names.Derived("decode" + name)}(reader: {module.RuntimeType("Reader")}{more}): {own}"))
        {
            foreach (var field in fields)
                code.Line($"let {Local(field)}: {types.Natural(field.Type)} | undefined;");
            code.Line("let unknown: number[] | undefined;");
            code.Line("let expected = 0;");
            code.Line($"let left = {module.Runtime("readMapHead")}(reader, {(isRecord ? "depth" : "0")}, '');");
            WriteLoop(module, fields, isRecord ? "depth + 1" : "1");
            if (!isRecord)
                code.Line("reader.finish();");
            WriteResult(module, fields);
        }
    }

    private static void WriteLoop(TsModule module, EquatableArray<FieldModel> fields, string depth)
    {
        var code = module.Code;
        var reading = new MessageReading(module);
        using (code.Block("while (left-- > 0)"))
        {
            code.Line("const start = reader.at;");
            code.Line($"const index = {module.Runtime("readKey")}(reader, keys, expected);");
            code.Line("expected = index + 1;");
            using (code.Block("switch (index)"))
            {
                for (var i = 0; i < fields.Count; i++)
                {
                    var value = reading.Value(fields[i].Type, TsLiterals.Text(fields[i].Name), depth);
                    code.Line($"case {i}:");
                    using (code.Indent())
                    {
                        code.Line($"{Local(fields[i])} = {module.Runtime("takeNil")}(reader) ? undefined : {value};");
                        code.Line("break;");
                    }
                }

                code.Line("default:");
                using (code.Indent())
                    code.Line($"unknown = {module.Runtime("skipUnknown")}(unknown, reader, start, {depth});");
            }
        }
    }

    private static void WriteResult(TsModule module, EquatableArray<FieldModel> fields)
    {
        var code = module.Code;
        using (code.Block("return", "};"))
        {
            foreach (var field in fields)
            {
                var value = field.IsOptional ? Local(field) : $"{module.Runtime("required")}({Local(field)}, {TsLiterals.Text(field.Name)})";
                code.Line($"{field.Name}: {value},");
            }

            code.Line($"{Unknown}: {module.Runtime("keepUnknown")}(reader, unknown),");
        }
    }

    /// <summary>A local for a key's value; no key of a schema ends in <c>_</c> and looks like a word of the language.</summary>
    private static string Local(FieldModel field) => field.Name + "_";

    private static void WriteFrame(TsModule module, MessageModel model)
    {
        var code = module.Code;
        var names = module.Output.Names;
        code.Blank();
        code.Lines(TsDocs.Comment("Makes a whole frame.", "@throws ProtocolError - As the encoder of the map does."));
        var parameters = $"value: {TsNames.Own(model.Name)}{PacketWriter.OriginParameter(module, model.From)}{BodyWriter.PeerParameter(module, model.Fields)}";
        using (code.Block($"export function {names.EncodeAs(model.Name, "Frame")}({parameters}): Uint8Array<ArrayBuffer>"))
        {
            PacketWriter.Begin(module, model.Name + "MessageType", model.From);
            code.Line($"{names.Derived("encode" + model.Name)}(writer, value{BodyWriter.PeerArgument(module, model.Fields)});");
            code.Line($"return {module.Runtime("endFrame")}(writer);");
        }
    }
}
