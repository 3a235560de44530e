using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>An event's module.</summary>
internal static class EventWriter
{
    public static void Write(TsOutput output, EventModel model)
    {
        var module = output.Module(TsNames.EventModule(model.Name));
        var names = output.Names;
        var own = TsNames.Own(model.Name);
        var code = module.Code;
        ShapeWriter.Natural(module, model.Name, TsDocs.With(model.Doc, model.Since), [.. ShapeField.Of(model.Fields)]);

        code.Blank();
        code.Lines(TsDocs.Comment($"The id of `{own}` in event streams."));
        code.Line($"export const {names.Derived(model.Name + "EventId")} = {model.Id};");

        BodyWriter.WriteEncode(module, model.Name, "an event's body", model.Fields);
        BodyWriter.WriteDecode(module, model.Name, "an event's body", model.Fields);
        WriteEntry(module, model);
    }

    private static void WriteEntry(TsModule module, EventModel model)
    {
        var code = module.Code;
        var names = module.Output.Names;
        code.Blank();
        code.Lines(TsDocs.Comment(
            "Writes an entry of an event stream: id, length and body. One that finds no room leaves the writer as it was.",
            "@throws ProtocolError - As the encoder does."));
        using (code.Block($"export function {names.EncodeAs(model.Name, "Entry")}(writer: {module.RuntimeType("Writer")}, value: {TsNames.Own(model.Name)}{BodyWriter.PeerParameter(module, model.Fields)}): void"))
        {
            code.Line("const start = writer.at;");
            using (code.Block("try", "} catch (error) {"))
            {
                code.Line($"const body = {module.Runtime("beginEntry")}(writer, {names.Derived(model.Name + "EventId")});");
                code.Line($"{names.Derived("encode" + model.Name)}(writer, value{BodyWriter.PeerArgument(module, model.Fields)});");
                code.Line($"{module.Runtime("endEntry")}(writer, body);");
            }

            using (code.Indent())
            {
                code.Line("writer.at = start;");
                code.Line("throw error;");
            }

            code.Line("}");
        }
    }
}
