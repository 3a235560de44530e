using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>A packet's module.</summary>
internal static class PacketWriter
{
    public static void Write(TsOutput output, PacketModel model)
    {
        var module = output.Module(TsNames.PacketModule(model.Name));
        var own = TsNames.Own(model.Name);
        var code = module.Code;
        var plain = model.Fields.Where(field => !IsStream(field.Type)).ToArray();
        ShapeWriter.Natural(module, model.Name, TsDocs.With(model.Doc, model.Since), [.. ShapeField.Of(plain)]);

        code.Blank();
        code.Lines(TsDocs.Comment(model.HashedName is { } hashed
            ? $"The packet type of `{own}`: the JamCRC of \"{hashed}\"."
            : $"The packet type of `{own}`."));
        code.Line($"export const {output.Names.Derived(model.Name + "PacketType")} = {TsLiterals.Hex(model.TypeId)};");

        if (plain.Length == model.Fields.Count)
            WritePlain(module, model);
        else if (model.Fields.Any(field => field.Type is CommandBodyType))
            CommandPacketWriter.Write(module, model);
        else
            StreamPacketWriter.Write(module, model);
    }

    public static bool IsStream(TypeModel type) => type is ObjectStreamType or EventStreamType or CommandBodyType;

    /// <summary>The parameter for who sends a frame; empty if only one side may.</summary>
    public static string OriginParameter(TsModule module, Origins from) =>
        from == Origins.Both ? $", origin: {module.RuntimeType("Origin")}" : string.Empty;

    /// <summary>Who sends a frame.</summary>
    public static string Origin(TsModule module, Origins from) => from switch
    {
        Origins.Both => "origin",
        Origins.Server => module.Runtime("Origin") + ".Server",
        _ => module.Runtime("Origin") + ".Client",
    };

    private static void WritePlain(TsModule module, PacketModel model)
    {
        var code = module.Code;
        var names = module.Output.Names;
        BodyWriter.WriteEncode(module, model.Name, "a packet's body", model.Fields);
        BodyWriter.WriteDecode(module, model.Name, "a packet's body", model.Fields);

        code.Blank();
        code.Lines(TsDocs.Comment("Makes a whole frame.", "@throws ProtocolError - As the encoder of the body does."));
        var parameters = $"value: {TsNames.Own(model.Name)}{OriginParameter(module, model.From)}{BodyWriter.PeerParameter(module, model.Fields)}";
        using (code.Block($"export function {names.EncodeAs(model.Name, "Frame")}({parameters}): Uint8Array<ArrayBuffer>"))
        {
            Begin(module, model.Name + "PacketType", model.From);
            code.Line($"{names.Derived("encode" + model.Name)}(writer, value{BodyWriter.PeerArgument(module, model.Fields)});");
            code.Line($"return {module.Runtime("endFrame")}(writer);");
        }
    }

    /// <summary>Statements that take the shared writer and begin a frame in it.</summary>
    public static void Begin(TsModule module, string typeConst, Origins from)
    {
        var names = module.Output.Names;
        module.Code.Line($"const writer = {module.Value(names.ProtocolModule, "frameWriter")};");
        module.Code.Line(BeginCall(module, typeConst, from));
    }

    /// <summary>The statement that begins a frame in <c>writer</c>.</summary>
    public static string BeginCall(TsModule module, string typeConst, Origins from)
    {
        var names = module.Output.Names;
        return $"{module.Runtime("beginFrame")}(writer, {module.Value(names.ProtocolModule, names.ProtocolConst)}, {Origin(module, from)}, {names.Derived(typeConst)});";
    }
}
