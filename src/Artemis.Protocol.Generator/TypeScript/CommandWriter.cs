using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>A command's module: its codec, and a constant that packets which carry commands take.</summary>
internal static class CommandWriter
{
    public static void Write(TsOutput output, CommandModel model)
    {
        var module = output.Module(TsNames.CommandModule(model.Name));
        var names = output.Names;
        var own = TsNames.Own(model.Name);
        var code = module.Code;
        ShapeWriter.Natural(module, model.Name, TsDocs.With(model.Doc, model.Since), [.. ShapeField.Of(model.Fields)]);

        code.Blank();
        code.Lines(TsDocs.Comment($"The id of `{own}` in packets that carry commands."));
        code.Line($"export const {names.Derived(model.Name + "CommandId")} = {TsLiterals.Hex(model.Id)};");

        BodyWriter.WriteEncode(module, model.Name, "a command's fields", model.Fields);
        BodyWriter.WriteDecode(module, model.Name, "a command's fields", model.Fields);

        code.Blank();
        code.Lines(TsDocs.Comment($"All that is to be known of the command `{own}`."));
        using (code.Block($"export const {names.Derived(model.Name + "Command")}: {module.RuntimeType("CommandCodec")}<{own}> =", "};"))
        {
            code.Line($"id: {names.Derived(model.Name + "CommandId")},");
            code.Line($"name: {TsLiterals.Text(model.Name)},");
            var senders = model.SenderEnum is { } senderEnum
                ? model.Senders.Select(sender => $"{module.Value(names.EnumsModule, TsNames.Own(senderEnum))}.{sender}")
                : [];
            code.Line($"senders: [{string.Join(", ", senders)}],");
            code.Line($"encode: {names.Derived("encode" + model.Name)},");
            code.Line($"decode: {names.Derived("decode" + model.Name)},");
        }
    }
}
