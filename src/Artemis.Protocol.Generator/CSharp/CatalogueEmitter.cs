using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>The types of objects, events and commands as enums, and dispatch over events and commands.</summary>
internal sealed class CatalogueEmitter(CSharpContext context)
{
    public IEnumerable<OutputFile> Emit()
    {
        var model = context.Model;
        if (context.HasObjects)
            yield return Types(context.ObjectType, "objects", "byte", "TypeId", [.. model.Objects.Select(item => item.Name)]);
        if (context.HasEvents)
        {
            string[] names = [.. model.Events.Select(item => item.Name)];
            yield return Types(context.EventType, "events", "ushort", "EventId", names);
            yield return Handler(context.EventHandler, context.EventType, "events", names);
            yield return Dispatcher(context.EventDispatcher, context.EventHandler, context.EventType, "event", "EventId", "Ok", names);
        }

        if (context.HasCommands)
        {
            string[] names = [.. model.Commands.Select(item => item.Name)];
            yield return Types(context.CommandType, "commands", "uint", "CommandId", names);
            yield return Handler(context.CommandHandler, context.CommandType, "commands", names);
            yield return Dispatcher(context.CommandDispatcher, context.CommandHandler, context.CommandType, "command", "CommandId", "UnknownCommand", names);
        }
    }

    private OutputFile Types(string name, string what, string kind, string constant, string[] items) => context.File(name, output =>
    {
        output.Line($"/// <summary>The {what} of {context.Model.Name}.</summary>");
        using (output.Block($"public enum {name} : {kind}"))
        {
            foreach (var item in items)
            {
                var type = context.Names.Type(item);
                output.Blank();
                output.Line($"/// <summary>A <see cref=\"global::{context.Model.CSharpNamespace}.{type}\"/>.</summary>");
                output.Line($"{type} = global::{context.Model.CSharpNamespace}.{type}.{constant},");
            }
        }
    });

    private OutputFile Handler(string name, string enumName, string what, string[] items) => context.File(name, output =>
    {
        output.Line($"/// <summary>Takes {what} that were dispatched.</summary>");
        using (output.Block($"public interface {name}"))
        {
            foreach (var item in items)
            {
                var type = context.Names.Type(item);
                output.Blank();
                output.Line($"/// <summary>Takes a <see cref=\"{type}\"/>.</summary>");
                output.Line($"void On(in {type} value);");
            }

            output.Blank();
            output.Line("/// <summary>Takes what the schema does not have.</summary>");
            output.Line($"void OnUnknown({enumName} type, ReadOnlySpan<byte> body);");
        }
    });

    private OutputFile Dispatcher(string name, string handler, string enumName, string what, string constant, string unknown, string[] items) => context.File(name, output =>
    {
        output.Line($"/// <summary>Decodes {what}s and hands them to a handler, without boxing or allocation.</summary>");
        using (output.Block($"public static class {name}"))
        {
            output.Line($"/// <summary>Hands on one {what}.</summary>");
            output.Line($"/// <param name=\"type\">Which {what} it is.</param>");
            output.Line("/// <param name=\"body\">Exactly its body.</param>");
            output.Line("/// <param name=\"handler\">Gets it if it is well-formed, and gets what is unknown as it is.</param>");
            output.Line($"/// <returns>What decoding said; for an unknown {what} <see cref=\"DecodeStatus.{unknown}\"/>.</returns>");
            using (output.Block($"public static DecodeStatus Dispatch<THandler>({enumName} type, ReadOnlySpan<byte> body, ref THandler handler)\n    where THandler : {handler}, allows ref struct"))
            {
                output.Line("DecodeStatus status;");
                using (output.Block("switch (type)"))
                {
                    foreach (var item in items)
                        Case(output, enumName, context.Names.Type(item), CSharpNames.Local(item));
                    output.Line("default:");
                    using (output.Indent())
                    {
                        output.Line("handler.OnUnknown(type, body);");
                        output.Line($"return DecodeStatus.{unknown};");
                    }
                }
            }
        }
    });

    private static void Case(IndentedWriter output, string enumName, string type, string local)
    {
        output.Line($"case {enumName}.{type}:");
        using (output.Indent())
        {
            output.Line($"status = {type}.Decode(body, out var {local}Value);".Replace("@", string.Empty).Replace($"status = {type.TrimStart('@')}.", $"status = {type}."));
            output.Line("if (status == DecodeStatus.Ok)");
            using (output.Indent())
                output.Line($"handler.On(in {local.TrimStart('@')}Value);");
            output.Line("return status;");
        }
    }
}
