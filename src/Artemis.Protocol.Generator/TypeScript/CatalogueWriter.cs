using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>All ids of the protocol by name, and what decides whether one is known.</summary>
internal static class CatalogueWriter
{
    public static void Write(TsOutput output)
    {
        var protocol = output.Protocol;
        var module = output.Module(output.Names.CatalogueModule);
        WriteIds(module, "PacketType", "Types of binary frames.", protocol.Packets.Select(item => (item.Name, TsLiterals.Hex(item.TypeId))));
        WriteIds(module, "MessageType", "Types of frames that hold a MessagePack map.", protocol.Messages.Select(item => (item.Name, TsLiterals.Hex(item.TypeId))));
        WriteIds(module, "ObjectType", "Types of objects.", protocol.Objects.Select(item => (item.Name, $"{item.Id}")));
        WriteIds(module, "EventType", "Types of events.", protocol.Events.Select(item => (item.Name, $"{item.Id}")));
        WriteIds(module, "CommandType", "Ids of commands.", protocol.Commands.Select(item => (item.Name, TsLiterals.Hex(item.Id))));
        WriteIsKnown(module, "isObjectType", "Whether an object's type is of this version.", protocol.Objects.Select(item => (int)item.Id));
        WriteIsKnown(module, "isEventType", "Whether an event's type is of this version.", protocol.Events.Select(item => (int)item.Id));
        if (protocol.Packets.Any(packet => packet.Fields.Any(field => field.Type is ObjectStreamType)))
            WriteSkip(output);
    }

    private static void WriteIds(TsModule module, string name, string doc, IEnumerable<(string Name, string Id)> items)
    {
        var all = items.ToArray();
        if (all.Length == 0)
            return;
        var own = module.Output.Names.Derived(name);
        module.Code.Blank();
        module.Code.Lines(TsDocs.Comment(doc));
        using (module.Code.Block($"export const {own} =", "} as const;"))
            module.Code.Lines(all.Select(item => $"{item.Name}: {item.Id},"));
        module.Code.Blank();
        module.Code.Line($"export type {own} = (typeof {own})[keyof typeof {own}];");
    }

    private static void WriteIsKnown(TsModule module, string name, string doc, IEnumerable<int> ids)
    {
        var sorted = ids.OrderBy(id => id).ToArray();
        if (sorted.Length == 0)
            return;
        module.Code.Blank();
        module.Code.Lines(TsDocs.Comment(doc));
        using (module.Code.Block($"export function {module.Output.Names.Derived(name)}(type: number): boolean"))
        {
            if (sorted[sorted.Length - 1] - sorted[0] == sorted.Length - 1)
            {
                module.Code.Line($"return type >= {sorted[0]} && type <= {sorted[sorted.Length - 1]};");
                return;
            }

            using (module.Code.Block("switch (type)"))
            {
                module.Code.Lines(sorted.Select(id => $"case {id}:"));
                using (module.Code.Indent())
                    module.Code.Line("return true;");
                module.Code.Line("default:");
                using (module.Code.Indent())
                    module.Code.Line("return false;");
            }
        }
    }

    private static void WriteSkip(TsOutput output)
    {
        var module = output.Module("objects.ts");
        var names = output.Names;
        var code = module.Code;
        code.Lines(TsDocs.Comment(
            "Reads past an object's mask and fields, checking them as its decoder does.",
            "@param type - The entry's type.\n@throws ProtocolError - As the decoder does; `UnknownObject` if there is no such type."));
        using (code.Block($"export function {names.Derived("skipObject")}(reader: {module.RuntimeType("Reader")}, type: number): void"))
        using (code.Block("switch (type)"))
        {
            foreach (var item in output.Protocol.Objects)
            {
                var path = TsNames.ObjectModule(item.Name);
                code.Line($"case {item.Id}:");
                using (code.Indent())
                {
                    code.Line($"{module.Value(path, names.Derived("decode" + item.Name))}(reader, {module.Value(path, names.Derived("create" + item.Name))}());");
                    code.Line("return;");
                }
            }

            code.Line("default:");
            using (code.Indent())
                code.Line($"throw {module.Runtime("unknownObject")}(reader.at, type);");
        }
    }
}
