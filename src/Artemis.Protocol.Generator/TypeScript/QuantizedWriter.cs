namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>The functions between natural and quantized values, for structs and objects alike.</summary>
internal static class QuantizedWriter
{
    public static void WriteConversions(TsModule module, string name, IReadOnlyList<ShapeField> fields)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var natural = TsNames.Own(name);
        var quantized = names.Derived(name + "Quantized");
        var form = new QuantizedForm(module);
        var unused = BodyWriter.Unused(fields.Count);

        code.Blank();
        code.Lines(TsDocs.Comment("Quantizes: numbers are rounded to their grid and clamped to their range, texts are cut."));
        using (code.Block($"export function {names.Derived("quantize" + name)}({unused}value: {natural}, {unused}into: {quantized}): void"))
        {
            if (fields.Any(field => QuantizedForm.NeedsCode(field.Type)))
                code.Line("let code = 0;");
            foreach (var field in fields)
                form.Quantize(field.Name, field.Type, field.IsOptional);
        }

        code.Blank();
        code.Lines(TsDocs.Comment("Gives the natural value that arrives."));
        using (code.Block($"export function {names.Derived("dequantize" + name)}({unused}value: {quantized}, {unused}into: {natural}): void"))
        {
            foreach (var field in fields)
                form.Dequantize(field.Name, field.Type, field.IsOptional);
        }
    }
}
