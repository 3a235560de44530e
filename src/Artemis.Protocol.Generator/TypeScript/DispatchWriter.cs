using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Dispatch over what a side sends: a handler with a method for each packet and message.</summary>
internal static class DispatchWriter
{
    public static void Write(TsOutput output)
    {
        foreach (var origin in new[] { Origins.Server, Origins.Client })
        {
            var frames = Frames(output.Protocol, origin).ToArray();
            if (frames.Length > 0)
                Write(output, origin, frames);
        }

        if (output.Protocol.Events.Count > 0)
            WriteEvents(output);
        if (output.Protocol.Commands.Count > 0)
            WriteCommands(output);
    }

    private static IEnumerable<Frame> Frames(ProtocolModel protocol, Origins origin)
    {
        foreach (var item in protocol.Packets.Where(item => item.From.HasFlag(origin)))
        {
            var isStream = item.Fields.Any(field => field.Type is ObjectStreamType or EventStreamType);
            var hasCommand = item.Fields.Any(field => field.Type is CommandBodyType);
            yield return new Frame(item.Name, item.TypeId, TsNames.PacketModule(item.Name), isStream, hasCommand, item.Doc);
        }

        foreach (var item in protocol.Messages.Where(item => item.From.HasFlag(origin)))
            yield return new Frame(item.Name, item.TypeId, TsNames.MessageModule(item.Name), false, false, item.Doc);
    }

    private static void Write(TsOutput output, Origins origin, Frame[] frames)
    {
        var module = output.Module($"dispatch-{origin.ToString().ToLowerInvariant()}.ts");
        var names = output.Names;
        var code = module.Code;
        var handler = names.Derived(origin + "FrameHandler");
        code.Lines(TsDocs.Comment($"Takes what a {origin.ToString().ToLowerInvariant()} sends. What it has no method for is not decoded."));
        using (code.Block($"export interface {handler}"))
        {
            foreach (var frame in frames)
            {
                code.Lines(TsDocs.Comment(frame.Doc));
                var parameters = frame.HasCommand
                    ? $"packet: {module.Type(frame.Module, TsNames.Own(frame.Name))}, command: {module.RuntimeType("Reader")}"
                    : $"{(frame.IsStream ? "packet" : "value")}: {TypeOf(module, frame)}";
                code.Line($"{TsNames.Camel(frame.Name)}?({parameters}): void;");
            }

            code.Lines(TsDocs.Comment("A frame of a type that this version does not know.", "@param frame - The whole of it, header included; a view of the message."));
            code.Line("unknownFrame?(type: number, frame: Uint8Array): void;");
        }

        code.Blank();
        code.Lines(TsDocs.Comment(
            "Decodes the present frame and hands it to the handler's method for it. Packets with streams come as a reader, which is good until the method returns.",
            "@throws ProtocolError - As the decoder of the frame does."));
        using (code.Block($"export function {names.Derived($"dispatch{origin}Frame")}(frames: {module.RuntimeType("FrameReader")}, handler: {handler}): void"))
        {
            code.Line("const body = frames.body;");
            using (code.Block("switch (frames.type)"))
            {
                foreach (var frame in frames)
                    WriteCase(module, frame);
                code.Line("default:");
                using (code.Indent())
                    code.Line("handler.unknownFrame?.(frames.type, frames.frame);");
            }
        }
    }

    private static string TypeOf(TsModule module, Frame frame) => frame.IsStream
        ? module.Type(frame.Module, module.Output.Names.Derived(frame.Name + "Reader"))
        : module.Type(frame.Module, TsNames.Own(frame.Name));

    private static void WriteCase(TsModule module, Frame frame)
    {
        var names = module.Output.Names;
        var method = "handler." + TsNames.Camel(frame.Name);
        module.Code.Line($"case {TsLiterals.Hex(frame.TypeId)}:");
        using (module.Code.Indent())
        {
            if (frame.IsStream)
                module.Code.Line($"if ({method}) {method}(new {module.Value(frame.Module, names.Derived(frame.Name + "Reader"))}().open(body));");
            else if (frame.HasCommand)
                module.Code.Line($"if ({method}) {method}({module.Value(frame.Module, names.Derived("decode" + frame.Name))}(body), body);");
            else
                module.Code.Line($"if ({method}) {method}({module.Value(frame.Module, names.Derived("decode" + frame.Name))}(body));");
            module.Code.Line("return;");
        }
    }

    private static void WriteEvents(TsOutput output)
    {
        var module = output.Module("dispatch-events.ts");
        var names = output.Names;
        var code = module.Code;
        var items = output.Protocol.Events.Select(item => new Frame(item.Name, item.Id, TsNames.EventModule(item.Name), false, false, item.Doc)).ToArray();
        WriteEntryDispatch(
            module,
            names.Derived("EventHandler"),
            names.Derived("dispatchEvent"),
            "events",
            "event",
            items,
            id => $"{id}",
            "unknownEvent",
            "An event of a type that this version does not know.");
    }

    private static void WriteCommands(TsOutput output)
    {
        var module = output.Module("dispatch-commands.ts");
        var names = output.Names;
        var items = output.Protocol.Commands.Select(item => new Frame(item.Name, item.Id, TsNames.CommandModule(item.Name), false, false, item.Doc)).ToArray();
        WriteEntryDispatch(
            module,
            names.Derived("CommandHandler"),
            names.Derived("dispatchCommand"),
            "commands",
            "command",
            items,
            id => TsLiterals.Hex(id),
            "unknownCommand",
            "A command that this version does not know.");
    }

    private static void WriteEntryDispatch(
        TsModule module,
        string handler,
        string function,
        string plural,
        string singular,
        Frame[] items,
        Func<uint, string> literal,
        string unknown,
        string unknownDoc)
    {
        var code = module.Code;
        var names = module.Output.Names;
        code.Lines(TsDocs.Comment($"Takes {plural}. What it has no method for is not decoded."));
        using (code.Block($"export interface {handler}"))
        {
            foreach (var item in items)
            {
                code.Lines(TsDocs.Comment(item.Doc));
                code.Line($"{TsNames.Camel(item.Name)}?(value: {module.Type(item.Module, TsNames.Own(item.Name))}): void;");
            }

            code.Lines(TsDocs.Comment(unknownDoc, "@param body - A copy of its body."));
            code.Line($"{unknown}?(type: number, body: Uint8Array): void;");
        }

        code.Blank();
        code.Lines(TsDocs.Comment(
            $"Decodes the body of one of the {plural} and hands it to the handler's method for it.",
            "@throws ProtocolError - As its decoder does."));
        using (code.Block($"export function {function}(type: number, body: {module.RuntimeType("Reader")}, handler: {handler}): void"))
        using (code.Block("switch (type)"))
        {
            foreach (var item in items)
            {
                var method = "handler." + TsNames.Camel(item.Name);
                code.Line($"case {literal(item.TypeId)}:");
                using (code.Indent())
                {
                    code.Line($"if ({method}) {method}({module.Value(item.Module, names.Derived("decode" + item.Name))}(body));");
                    code.Line("return;");
                }
            }

            code.Line("default:");
            using (code.Indent())
                code.Line($"handler.{unknown}?.(type, body.bytes.slice(body.at, body.end));");
        }
    }

    /// <summary>Something that is told apart by a number.</summary>
    private sealed record Frame(string Name, uint TypeId, string Module, bool IsStream, bool HasCommand, string Doc);
}
