using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Dispatch over the packets and messages of each side, to a handler's method of each type.</summary>
internal sealed class DispatchEmitter(CSharpContext context)
{
    public IEnumerable<OutputFile> Emit() => Side(Origins.Server).Concat(Side(Origins.Client));

    private IEnumerable<OutputFile> Side(Origins side)
    {
        var packets = context.Model.Packets.Where(item => item.From.HasFlag(side)).ToArray();
        var messages = context.Model.Messages.Where(item => item.From.HasFlag(side)).ToArray();
        if (packets.Length + messages.Length == 0)
            yield break;
        var wanted = $"From{side}";
        var dispatcher = context.Names.Claimed(wanted);
        var handler = context.Names.Claimed($"I{wanted}Handler");
        var handlerBase = context.Names.Claimed($"{wanted}Handler");
        yield return context.File(handler, output => Interface(output, side, handler, packets, messages));
        yield return context.File(handlerBase, output => Base(output, side, handler, handlerBase, packets, messages));
        yield return context.File(dispatcher, output => Dispatcher(output, side, handler, dispatcher, packets, messages));
    }

    private IEnumerable<(string Type, string Parameter)> Parameters(PacketModel[] packets, MessageModel[] messages)
    {
        foreach (var item in packets)
        {
            var type = context.Names.Type(item.Name);
            yield return PacketShape.Of(item).IsStreamed
                ? (type, $"ref {context.Names.TypeWith(item.Name, "Reader")} packet")
                : (type, $"in {type} packet");
        }

        foreach (var item in messages)
            yield return (context.Names.Type(item.Name), $"{context.Names.Type(item.Name)} message");
    }

    private void Interface(IndentedWriter output, Origins side, string name, PacketModel[] packets, MessageModel[] messages)
    {
        output.Line($"/// <summary>Takes packets and messages that come from a {side.ToString().ToLowerInvariant()}.</summary>");
        using (output.Block($"public interface {name}"))
        {
            foreach (var (type, parameter) in Parameters(packets, messages))
            {
                output.Blank();
                output.Line($"/// <summary>Takes a <see cref=\"{type}\"/>.</summary>");
                output.Line($"void On({parameter});");
            }

            output.Blank();
            output.Line("/// <summary>Takes a frame of a type that the schema does not have.</summary>");
            output.Line("void OnUnknown(uint packetType, ReadOnlyMemory<byte> body);");
        }
    }

    private void Base(IndentedWriter output, Origins side, string handler, string name, PacketModel[] packets, MessageModel[] messages)
    {
        output.Line($"/// <summary>Passes over all that comes from a {side.ToString().ToLowerInvariant()}; override what is of interest.</summary>");
        using (output.Block($"public abstract class {name} : {handler}"))
        {
            foreach (var (_, parameter) in Parameters(packets, messages))
            {
                output.Blank();
                output.Line("/// <inheritdoc/>");
                using (output.Block($"public virtual void On({parameter})"))
                {
                }
            }

            output.Blank();
            output.Line("/// <inheritdoc/>");
            using (output.Block("public virtual void OnUnknown(uint packetType, ReadOnlyMemory<byte> body)"))
            {
            }
        }
    }

    private void Dispatcher(IndentedWriter output, Origins side, string handler, string name, PacketModel[] packets, MessageModel[] messages)
    {
        output.Line($"/// <summary>Decodes what comes from a {side.ToString().ToLowerInvariant()} and hands it to a handler, without boxing.</summary>");
        using (output.Block($"public static class {name}"))
        {
            output.Line("/// <summary>Hands on all frames of a WebSocket message.</summary>");
            output.Line("/// <param name=\"message\">One or more whole frames.</param>");
            output.Line("/// <param name=\"handler\">Gets what is well-formed, and gets what is unknown as it is.</param>");
            output.Line("/// <param name=\"error\">What was wrong with the first frame that was not well-formed; those behind it are not looked at.</param>");
            using (output.Block($"public static DecodeStatus Dispatch<THandler>(ReadOnlyMemory<byte> message, ref THandler handler, out DecodeError error)\n    where THandler : {handler}, allows ref struct"))
            {
                output.Line($"var frames = {context.ProtocolClass}.ReadFrames(message.Span, Origin.{side});");
                using (output.Block("while (frames.MoveNext())"))
                {
                    output.Line("var body = message.Slice(frames.BodyStart, frames.Header.BodyLength);");
                    output.Line("if (Dispatch(frames.Header.PacketType, body, ref handler, out error) != DecodeStatus.Ok)");
                    using (output.Block())
                    {
                        output.Line("error = error with { Offset = error.Offset + frames.BodyStart };");
                        output.Line("return error.Status;");
                    }
                }

                output.Blank();
                output.Line("error = new DecodeError(frames.Status, frames.Status == DecodeStatus.Ok ? 0 : frames.FrameStart, null);");
                output.Line("return frames.Status;");
            }

            output.Blank();
            output.Line("/// <summary>Hands on one frame.</summary>");
            output.Line("/// <param name=\"packetType\">The type that its header says.</param>");
            output.Line("/// <param name=\"body\">Exactly its body.</param>");
            output.Line("/// <param name=\"handler\">Gets it if it is well-formed, or as it is if it is unknown, which is no error.</param>");
            output.Line("/// <param name=\"error\">What was wrong. In a packet with streams it may be found after the handler took some of it.</param>");
            using (output.Block($"public static DecodeStatus Dispatch<THandler>(uint packetType, ReadOnlyMemory<byte> body, ref THandler handler, out DecodeError error)\n    where THandler : {handler}, allows ref struct"))
            {
                output.Line("error = default;");
                output.Line("DecodeStatus status;");
                using (output.Block("switch (packetType)"))
                {
                    foreach (var item in packets)
                        Packet(output, item);
                    foreach (var item in messages)
                        Message(output, item);
                    output.Line("default:");
                    using (output.Indent())
                    {
                        output.Line("handler.OnUnknown(packetType, body);");
                        output.Line("return DecodeStatus.Ok;");
                    }
                }

                output.Blank();
                output.Line("if (status != DecodeStatus.Ok && error.Status == DecodeStatus.Ok)");
                using (output.Indent())
                    output.Line("error = new DecodeError(status, 0, null);");
                output.Line("return status;");
            }
        }
    }

    private void Packet(IndentedWriter output, PacketModel item)
    {
        var type = context.Names.Type(item.Name);
        var local = CSharpNames.Local(item.Name).TrimStart('@') + "Packet";
        output.Line($"case {type}.PacketType:");
        using (output.Indent())
        {
            if (PacketShape.Of(item).IsStreamed)
            {
                output.Line($"var {local} = new {context.Names.TypeWith(item.Name, "Reader")}(body.Span);");
                output.Line($"status = {local}.Status;");
                Handle(output, $"ref {local}");
                output.Line($"status = {local}.{(PacketShape.Of(item).Last?.Type is CommandBodyType ? "Status" : "Finish()")};");
            }
            else
            {
                output.Line($"status = {type}.Decode(body.Span, out var {local});");
                Handle(output, $"in {local}");
            }

            output.Line("break;");
        }
    }

    private void Message(IndentedWriter output, MessageModel item)
    {
        var type = context.Names.Type(item.Name);
        var local = CSharpNames.Local(item.Name).TrimStart('@') + "Message";
        output.Line($"case {type}.PacketType:");
        using (output.Indent())
        {
            output.Line($"status = {type}.TryDecode(body, out var {local}, out error);");
            output.Line($"if ({local} is not null)");
            using (output.Indent())
                output.Line($"handler.On({local});");
            output.Line("break;");
        }
    }

    private static void Handle(IndentedWriter output, string argument)
    {
        output.Line("if (status == DecodeStatus.Ok)");
        using (output.Indent())
            output.Line($"handler.On({argument});");
    }
}
