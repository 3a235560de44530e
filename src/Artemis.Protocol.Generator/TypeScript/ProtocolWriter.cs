using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>The module of the protocol itself: its framing, its version and its constants.</summary>
internal static class ProtocolWriter
{
    public static void Write(TsOutput output)
    {
        var protocol = output.Protocol;
        var module = output.Module(output.Names.ProtocolModule);
        var code = module.Code;
        code.Lines(TsDocs.Comment("What frames of this protocol have in common, and its version."));
        using (code.Block($"export const {output.Names.ProtocolConst} =", "} as const;"))
        {
            code.Line($"name: {TsLiterals.Text(protocol.Name)},");
            code.Line($"version: {{ major: {protocol.Version.Major}, minor: {protocol.Version.Minor} }},");
            code.Lines(TsDocs.Comment("First word of every frame."));
            code.Line($"magic: {TsLiterals.Hex(protocol.Magic)},");
            code.Lines(TsDocs.Comment("Largest frame in bytes, its 24-byte header included."));
            code.Line($"frameLimit: {protocol.FrameLimit},");
        }

        code.Blank();
        code.Lines(TsDocs.Comment("Where whole frames are put together, one at a time."));
        code.Line($"export const frameWriter: {module.RuntimeType("Writer")} = /* @__PURE__ */ new {module.Runtime("Writer")}({protocol.FrameLimit});");

        foreach (var item in protocol.Consts)
        {
            code.Blank();
            code.Lines(TsDocs.Comment(item.Doc));
            code.Line($"export const {TsNames.Own(item.Name)} = {Literal(item)};");
        }
    }

    /// <summary>The newest version, as the default of a parameter <c>peer</c>.</summary>
    public static string PeerParameter(TsModule module)
    {
        var names = module.Output.Names;
        return $"peer: {module.RuntimeType("ProtocolVersion")} = {module.Value(names.ProtocolModule, names.ProtocolConst)}.version";
    }

    /// <summary>Whether the peer knows what came with a version.</summary>
    public static string PeerKnows(TsModule module, ProtocolVersion since) =>
        $"{module.Runtime("knows")}(peer, {since.Major}, {since.Minor})";

    private static string Literal(ConstModel item) =>
        item.Integer is { } integer ? TsLiterals.Integer(integer)
        : item.Real is { } real ? TsLiterals.Real(real)
        : TsLiterals.Text(item.Text ?? string.Empty);
}
