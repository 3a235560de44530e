using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>A field as interfaces and the functions that make values see it, whatever kind of declaration it belongs to.</summary>
internal sealed record ShapeField(string Name, TypeModel Type, bool IsOptional, ProtocolVersion? Since, string Doc)
{
    public static IEnumerable<ShapeField> Of(IEnumerable<FieldModel> fields) =>
        fields.Select(field => new ShapeField(field.Name, field.Type, field.IsOptional, field.Since, field.Doc));

    public static IEnumerable<ShapeField> Of(IEnumerable<ObjectFieldModel> fields) =>
        fields.Select(field => new ShapeField(field.Name, field.Type, false, field.Since, field.Doc));
}

/// <summary>Interfaces, and the functions that make a value with every field set, so that all values have one hidden shape.</summary>
internal static class ShapeWriter
{
    public static void Natural(TsModule module, string name, string doc, IReadOnlyList<ShapeField> fields)
    {
        var types = new TsTypes(module);
        WriteInterface(module, TsNames.Own(name), [doc], fields, types.Natural, isDocumented: true);
        WriteCreate(
            module,
            module.Output.Names.Derived("create" + name),
            TsNames.Own(name),
            "Makes one in which everything is zero or empty.",
            fields,
            types.NaturalDefault);
    }

    public static void Quantized(TsModule module, string name, IReadOnlyList<ShapeField> fields)
    {
        var types = new TsTypes(module);
        var names = module.Output.Names;
        var own = names.Derived(name + "Quantized");
        WriteInterface(module, own, [$"A `{name}` in wire units: codes for quantized numbers, 0 or 1 for truth."], fields, types.Quantized, isDocumented: false);
        WriteCreate(
            module,
            names.Derived($"create{name}Quantized"),
            own,
            "Makes one in which every code is 0.",
            fields,
            types.QuantizedDefault);
    }

    private static void WriteInterface(
        TsModule module,
        string name,
        string[] docs,
        IReadOnlyList<ShapeField> fields,
        Func<TypeModel, string> typeOf,
        bool isDocumented)
    {
        var code = module.Code;
        code.Blank();
        code.Lines(TsDocs.Comment(docs));
        if (fields.Count == 0)
        {
            code.Line($"export type {name} = Record<string, never>;");
            return;
        }

        using (code.Block($"export interface {name}"))
        {
            foreach (var field in fields)
            {
                if (isDocumented)
                    code.Lines(TsDocs.Field(field.Doc, field.Type, field.Since));
                code.Line(field.IsOptional ? $"{field.Name}?: {typeOf(field.Type)} | undefined;" : $"{field.Name}: {typeOf(field.Type)};");
            }
        }
    }

    private static void WriteCreate(
        TsModule module,
        string function,
        string type,
        string doc,
        IReadOnlyList<ShapeField> fields,
        Func<TypeModel, string> valueOf)
    {
        var code = module.Code;
        code.Blank();
        code.Lines(TsDocs.Comment(doc));
        using (code.Block($"export function {function}(): {type}"))
        {
            if (fields.Count == 0)
            {
                code.Line("return {};");
                return;
            }

            using (code.Block("return", "};"))
            {
                foreach (var field in fields)
                    code.Line($"{field.Name}: {(field.IsOptional ? "undefined" : valueOf(field.Type))},");
            }
        }
    }
}
