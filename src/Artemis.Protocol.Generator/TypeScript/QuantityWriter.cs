using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Named quantized numbers: their bounds, and a pair of functions that codecs use and programs may.</summary>
internal static class QuantityWriter
{
    public static void Write(TsOutput output)
    {
        var module = output.Module(output.Names.QuantitiesModule);
        foreach (var item in output.Protocol.Quantities)
        {
            if (item.Type is QuantizedType type)
                Write(module, item, type.Quantization);
        }
    }

    private static void Write(TsModule module, QuantityModel item, Quantization rule)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var wire = TsTypes.IsBig(rule.Wire) ? "bigint" : "number";
        var facts = TsDocs.Describe(rule);
        var quantize = names.Derived("quantize" + item.Name);

        code.Blank();
        code.Lines(TsDocs.Comment(item.Doc, facts));
        using (code.Block($"export const {names.Derived(item.Name + "Quantity")} =", "} as const;"))
        {
            code.Line($"min: {TsLiterals.Real(rule.Min)},");
            code.Line($"max: {TsLiterals.Real(rule.Max)},");
            code.Line($"step: {TsLiterals.Real(rule.Step)},");
            code.Line($"maxError: {TsLiterals.Real(rule.MaxError)},");
            code.Line($"wraps: {TsLiterals.Bool(rule.Wraps)},");
        }

        code.Blank();
        if (rule.Wire.IsFloat())
        {
            code.Lines(TsDocs.Comment($"Gives the value that is sent for a value of {{@link {names.Derived(item.Name + "Quantity")}}}."));
            using (code.Block($"export function {quantize}(value: number): number"))
                code.Line($"return {TsMath.QuantizeInline(module, rule, "value")};");
            return;
        }

        code.Lines(TsDocs.Comment($"Gives the code that is sent for a value of {{@link {names.Derived(item.Name + "Quantity")}}}."));
        using (code.Block($"export function {quantize}(value: number): {wire}"))
            code.Line($"return {TsMath.QuantizeInline(module, rule, "value")};");
        code.Blank();
        code.Lines(TsDocs.Comment($"Gives the value that a code of {{@link {quantize}}} stands for."));
        using (code.Block($"export function {names.Derived("dequantize" + item.Name)}(code: {wire}): number"))
            code.Line($"return {TsMath.DequantizeInline(rule, "code")};");
    }
}
