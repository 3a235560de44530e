using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Encoders and decoders of bodies that are fields one after another: packets, events and commands.</summary>
internal static class BodyWriter
{
    /// <summary>The parameter <c>peer</c>, if any of the fields, or of the records in them, came with a later version.</summary>
    public static string PeerParameter(TsModule module, IEnumerable<FieldModel> fields) =>
        NeedsPeer(module, fields) ? ", " + ProtocolWriter.PeerParameter(module) : string.Empty;

    public static string PeerArgument(TsModule module, IEnumerable<FieldModel> fields) =>
        NeedsPeer(module, fields) ? ", peer" : string.Empty;

    private static bool NeedsPeer(TsModule module, IEnumerable<FieldModel> fields) =>
        fields.Any(field => field.Since is not null || NeedsPeer(module, field.Type));

    private static bool NeedsPeer(TsModule module, TypeModel type) => type switch
    {
        ArrayType array => NeedsPeer(module, array.Element),
        RecordType named => NeedsPeer(module, module.Output.Protocol.Record(named.Name).Fields),
        _ => false,
    };

    /// <summary>Writes the fields of <c>value</c>, those that the peer knows.</summary>
    public static void WriteFields(TsModule module, IEnumerable<FieldModel> fields)
    {
        var writing = new BinaryWriting(module, isQuantized: false);
        ProtocolVersion? reached = null;
        foreach (var field in fields)
        {
            // Newer fields come last, so the first that a peer does not know ends the body.
            if (field.Since is { } since && since != reached)
                module.Code.Line($"if (!{ProtocolWriter.PeerKnows(module, since)}) return;");
            reached = field.Since ?? reached;
            writing.Field(field);
        }
    }

    /// <summary>Reads the fields of <c>value</c>; newer ones that an older peer did not send get what a new value has.</summary>
    public static void ReadFields(TsModule module, IReadOnlyList<FieldModel> fields)
    {
        var reading = new BinaryReading(module);
        for (var i = 0; i < fields.Count; i++)
        {
            if (fields[i].Since is not null)
                WriteEarlyEnd(module, fields.Skip(i));
            reading.Field(fields[i]);
        }
    }

    private static void WriteEarlyEnd(TsModule module, IEnumerable<FieldModel> missing)
    {
        var types = new TsTypes(module);
        using (module.Code.Block("if (reader.at === reader.end)"))
        {
            foreach (var field in missing)
                module.Code.Line($"value.{field.Name} = {(field.IsOptional ? "undefined" : types.NaturalDefault(field.Type))};");
            module.Code.Line("return value;");
        }
    }

    /// <summary>The encoder of a body.</summary>
    public static void WriteEncode(TsModule module, string name, string what, IReadOnlyList<FieldModel> fields)
    {
        var code = module.Code;
        var names = module.Output.Names;
        code.Blank();
        code.Lines(TsDocs.Comment(
            $"Writes {what}; numbers out of range are clamped, texts are cut.",
            "@throws ProtocolError - `FrameTooLarge`, or `OutOfRange` for a text or list that cannot be made to fit."));
        using (code.Block($"export function {names.Derived("encode" + name)}({Unused(fields.Count)}writer: {module.RuntimeType("Writer")}, {Unused(fields.Count)}value: {TsNames.Own(name)}{PeerParameter(module, fields)}): void"))
            WriteFields(module, fields);
    }

    /// <summary>The decoder of a whole body.</summary>
    public static void WriteDecode(TsModule module, string name, string what, IReadOnlyList<FieldModel> fields)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var own = TsNames.Own(name);
        code.Blank();
        code.Lines(TsDocs.Comment(
            $"Reads {what}, to the reader's end. One that fails may leave a given value half read.",
            "@param value - What to read into; a new one if not given.\n@throws ProtocolError - `Truncated`, `OutOfRange` or `TrailingBytes`."));
        using (code.Block($"export function {names.Derived("decode" + name)}(reader: {module.RuntimeType("Reader")}, value: {own} = {names.Derived("create" + name)}()): {own}"))
        {
            ReadFields(module, fields);
            code.Line("reader.finish();");
            code.Line("return value;");
        }
    }

    /// <summary>In front of a parameter's name: a <c>_</c> if there are no fields that would use it.</summary>
    public static string Unused(int fields) => fields == 0 ? "_" : string.Empty;
}
