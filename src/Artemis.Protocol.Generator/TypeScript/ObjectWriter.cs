using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>An object's module: its constants, its natural and quantized form, differences, and its codec.</summary>
internal static class ObjectWriter
{
    public static void Write(TsOutput output, ObjectModel model)
    {
        var module = output.Module(TsNames.ObjectModule(model.Name));
        var fields = ShapeField.Of(model.Fields).ToArray();
        ShapeWriter.Natural(module, model.Name, TsDocs.With(model.Doc, model.Since), fields);
        WriteConstants(module, model);
        WriteKnownFields(module, model);
        new ObjectDecodeWriter(module, model).Write();
        ShapeWriter.Quantized(module, model.Name, fields);
        QuantizedWriter.WriteConversions(module, model.Name, fields);
        WriteDiff(module, model);
        WriteCopy(module, model);
        new ObjectEncodeWriter(module, model).Write();
    }

    private static void WriteConstants(TsModule module, ObjectModel model)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var mask = new TsMask(model);

        code.Blank();
        code.Lines(TsDocs.Comment($"The type byte of entries that hold a `{model.Name}`."));
        code.Line($"export const {names.Derived(model.Name + "TypeId")} = {model.Id};");
        code.Blank();
        code.Lines(TsDocs.Comment("Most bytes that a mask and the fields of it take."));
        code.Line($"export const {names.Derived(model.Name + "MaxEncodedSize")} = {WireSize.MaxOfObject(model, module.Output.Protocol)};");
        code.Blank();
        code.Lines(TsDocs.Comment("The bit of each field in a mask."));
        using (code.Block($"export const {names.Derived(model.Name + "Fields")} =", "} as const;"))
        {
            foreach (var field in model.Fields)
                code.Line($"{field.Name}: {mask.Bit(field.Bit)},");
        }

        code.Blank();
        code.Lines(TsDocs.Comment("The mask of all fields."));
        code.Line($"export const {names.Derived(model.Name + "AllFields")} = {mask.Literal(mask.All)};");
        if (model.Views.Count == 0)
            return;

        code.Blank();
        code.Lines(TsDocs.Comment("Named sets of fields, as masks."));
        using (code.Block($"export const {names.Derived(model.Name + "Views")} =", "} as const;"))
        {
            foreach (var view in model.Views)
            {
                code.Lines(TsDocs.Comment(view.Doc));
                code.Line($"{view.Name}: {mask.Literal(view.Mask)},");
            }
        }
    }

    private static void WriteKnownFields(TsModule module, ObjectModel model)
    {
        if (model.Since is null && model.Fields.All(field => field.Since is null))
            return;

        var code = module.Code;
        var mask = new TsMask(model);
        var zero = mask.IsBig ? "0n" : "0";
        code.Blank();
        code.Lines(TsDocs.Comment("The mask of the fields that a peer knows; 0 if it does not know the object."));
        var function = module.Output.Names.Derived($"knownFieldsOf{model.Name}");
        using (code.Block($"export function {function}(peer: {module.RuntimeType("ProtocolVersion")}): {mask.Type}"))
        {
            if (model.Since is { } since)
                code.Line($"if (!{ProtocolWriter.PeerKnows(module, since)}) return {zero};");
            var first = model.Fields.Where(field => field.Since is null).Aggregate(0UL, (sum, field) => sum | (1UL << field.Bit));
            code.Line($"let mask = {mask.Literal(first)};");
            foreach (var group in model.Fields.Where(field => field.Since is not null).GroupBy(field => field.Since!).OrderBy(group => group.Key))
            {
                var added = group.Aggregate(0UL, (sum, field) => sum | (1UL << field.Bit));
                code.Line($"if ({ProtocolWriter.PeerKnows(module, group.Key)}) mask |= {mask.Literal(added)};");
            }

            code.Line(model.MaskBytes == 4 ? "return mask >>> 0;" : "return mask;");
        }
    }

    private static void WriteDiff(TsModule module, ObjectModel model)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var type = names.Derived(model.Name + "Quantized");
        var mask = new TsMask(model);
        var form = new QuantizedForm(module);
        code.Blank();
        code.Lines(TsDocs.Comment("The mask of the fields in which two differ on the wire."));
        using (code.Block($"export function {names.Derived("diff" + model.Name)}(baseline: {type}, current: {type}): {mask.Type}"))
        {
            code.Line(mask.IsBig ? "let mask = 0n;" : "let mask = 0;");
            foreach (var field in model.Fields)
            {
                var same = form.Same(field.Type, "baseline." + field.Name, "current." + field.Name);
                var differs = same.Contains(" === ") && !same.StartsWith("(", StringComparison.Ordinal)
                    ? same.Replace(" === ", " !== ")
                    : "!" + same;
                code.Line($"if ({differs}) mask |= {mask.Literal(1UL << field.Bit)};");
            }

            code.Line(model.MaskBytes == 4 ? "return mask >>> 0;" : "return mask;");
        }
    }

    private static void WriteCopy(TsModule module, ObjectModel model)
    {
        var code = module.Code;
        var names = module.Output.Names;
        var type = names.Derived(model.Name + "Quantized");
        var mask = new TsMask(model);
        var form = new QuantizedForm(module);
        code.Blank();
        code.Lines(TsDocs.Comment("Copies the fields of a mask, as a baseline advances by what was sent."));
        using (code.Block($"export function {names.Derived($"copy{model.Name}Quantized")}(from: {type}, to: {type}, mask: {mask.Type}): void"))
        {
            foreach (var field in model.Fields)
            {
                var bit = mask.Literal(1UL << field.Bit);
                using (code.Block($"if ((mask & {bit}) !== {(mask.IsBig ? "0n" : "0")})"))
                    form.Copy(field.Name, field.Type, isOptional: false);
            }
        }
    }
}
