using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Structs: natural values for packets, events and commands, and the quantized form for objects.</summary>
internal static class StructWriter
{
    public static void Write(TsOutput output, StructModel model)
    {
        var module = output.Module(TsNames.StructModule(model.Name));
        var fields = ShapeField.Of(model.Fields).ToArray();
        ShapeWriter.Natural(module, model.Name, model.Doc, fields);
        WriteDecode(module, model);
        if (output.Reach.IsEncodedDirectly(model.Name))
            WriteEncode(module, model, string.Empty);
        if (!output.Reach.HasQuantizedForm(model.Name))
            return;
        ShapeWriter.Quantized(module, model.Name, fields);
        QuantizedWriter.WriteConversions(module, model.Name, fields);
        WriteSame(module, model);
        WriteCopy(module, model);
        WriteEncode(module, model, "Quantized");
    }

    private static void WriteDecode(TsModule module, StructModel model)
    {
        var code = module.Code;
        var unused = BodyWriter.Unused(model.Fields.Count);
        var names = module.Output.Names;
        var own = TsNames.Own(model.Name);
        code.Blank();
        code.Lines(TsDocs.Comment(
            $"Reads a `{own}` into one that exists. One that fails may leave it half read.",
            "@throws ProtocolError - `Truncated` or `OutOfRange`."));
        using (code.Block($"export function {names.Derived("decode" + model.Name)}({unused}reader: {module.RuntimeType("Reader")}, value: {own}): {own}"))
        {
            var reading = new BinaryReading(module);
            foreach (var field in model.Fields)
                reading.Field(field);
            code.Line("return value;");
        }
    }

    private static void WriteEncode(TsModule module, StructModel model, string form)
    {
        var code = module.Code;
        var unused = BodyWriter.Unused(model.Fields.Count);
        var names = module.Output.Names;
        var type = form.Length == 0 ? TsNames.Own(model.Name) : names.Derived(model.Name + form);
        code.Blank();
        code.Lines(TsDocs.Comment(form.Length == 0 ? $"Writes a `{type}`; numbers out of range are clamped." : $"Writes a `{type}`."));
        using (code.Block($"export function {names.Derived($"encode{model.Name}{form}")}({unused}writer: {module.RuntimeType("Writer")}, {unused}value: {type}): void"))
        {
            var writing = new BinaryWriting(module, isQuantized: form.Length > 0);
            foreach (var field in model.Fields)
                writing.Field(field);
        }
    }

    private static void WriteSame(TsModule module, StructModel model)
    {
        var code = module.Code;
        var unused = BodyWriter.Unused(model.Fields.Count);
        var names = module.Output.Names;
        var type = names.Derived(model.Name + "Quantized");
        var form = new QuantizedForm(module);
        code.Blank();
        code.Lines(TsDocs.Comment("Whether two are the same on the wire."));
        using (code.Block($"export function {names.Derived($"same{model.Name}Quantized")}({unused}a: {type}, {unused}b: {type}): boolean"))
        {
            var tests = model.Fields.Select(field => form.Same(field.Type, "a." + field.Name, "b." + field.Name, field.IsOptional)).ToArray();
            if (tests.Length == 0)
            {
                code.Line("return true;");
                return;
            }

            using (code.Enclose("return (", ");"))
                code.Lines(tests.Select((test, i) => i + 1 < tests.Length ? test + " &&" : test));
        }
    }

    private static void WriteCopy(TsModule module, StructModel model)
    {
        var code = module.Code;
        var unused = BodyWriter.Unused(model.Fields.Count);
        var names = module.Output.Names;
        var type = names.Derived(model.Name + "Quantized");
        var form = new QuantizedForm(module);
        code.Blank();
        code.Lines(TsDocs.Comment("Makes one the same as another."));
        using (code.Block($"export function {names.Derived($"copy{model.Name}Quantized")}({unused}from: {type}, {unused}to: {type}): void"))
        {
            foreach (var field in model.Fields)
                form.Copy(field.Name, field.Type, field.IsOptional);
        }
    }
}
