using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Enums and flags: an object of constants, and a type that admits values that are not named yet.</summary>
internal static class EnumWriter
{
    public static void Write(TsOutput output)
    {
        var module = output.Module(output.Names.EnumsModule);
        foreach (var item in output.Protocol.Enums)
        {
            module.Code.Blank();
            Write(module, item);
        }
    }

    private static void Write(TsModule module, EnumModel item)
    {
        var code = module.Code;
        var name = TsNames.Own(item.Name);
        var isBig = TsTypes.IsBig(item.Kind);
        code.Lines(TsDocs.Comment(item.Doc));
        using (code.Block($"export const {name} =", "} as const;"))
        {
            foreach (var member in item.Members)
            {
                code.Lines(TsDocs.Comment(member.Doc, TsDocs.Since(member.Since)));
                code.Line($"{member.Name}: {(isBig ? TsLiterals.BigInt(member.Value) : TsLiterals.Integer(member.Value))},");
            }
        }

        code.Blank();
        var natural = isBig ? "bigint" : "number";
        if (item.IsFlags)
        {
            code.Lines(TsDocs.Comment($"Any of `{name}`, joined by \"or\"; bits without a name pass through."));
            code.Line($"export type {name} = {natural};");
            return;
        }

        code.Lines(TsDocs.Comment($"One of `{name}`, or a value that a newer peer knows."));
        code.Line($"export type {name} = (typeof {name})[keyof typeof {name}] | ({natural} & {{}});");
        code.Blank();
        WriteNames(module, item, name);
    }

    private static void WriteNames(TsModule module, EnumModel item, string name)
    {
        var code = module.Code;
        code.Lines(TsDocs.Comment($"The name of a member of `{name}`; undefined if it has none."));
        using (code.Block($"export function {module.Output.Names.Derived($"nameOf{item.Name}")}(value: {name}): keyof typeof {name} | undefined"))
        using (code.Block("switch (value)"))
        {
            foreach (var member in item.Members)
            {
                code.Line($"case {name}.{member.Name}:");
                using (code.Indent())
                    code.Line($"return {TsLiterals.Text(member.Name)};");
            }

            code.Line("default:");
            using (code.Indent())
                code.Line("return undefined;");
        }
    }
}
