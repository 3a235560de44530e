using System.Numerics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>What belongs to no declaration of its own: the protocol's facts, constants and quantities.</summary>
internal static class ProtocolEmitter
{
    public static OutputFile Emit(CSharpContext context) => context.File(context.ProtocolClass, output =>
    {
        var model = context.Model;
        output.Summary(model.Doc, $"The protocol {model.Name}.");
        using (output.Block($"public static class {context.ProtocolClass}"))
        {
            output.Line("/// <summary>First word of every frame.</summary>");
            output.Line($"public const uint Magic = {NumberLiteral.Hex(model.Magic)};");
            output.Blank();
            output.Line("/// <summary>Bytes of the largest frame, its header included.</summary>");
            output.Line($"public const int FrameLimit = {model.FrameLimit};");
            output.Blank();
            output.Line("/// <summary>The version that the schema describes.</summary>");
            output.Line($"public static ProtocolVersion Version => {CSharpContext.Version(model.Version)};");
            output.Blank();
            output.Line("/// <summary>Walks over the frames of a WebSocket message.</summary>");
            output.Line("/// <param name=\"message\">One or more whole frames.</param>");
            output.Line("/// <param name=\"expected\">The side that must have sent them; null for either.</param>");
            output.Line("public static FrameReader ReadFrames(ReadOnlySpan<byte> message, Origin? expected) =>");
            using (output.Indent())
                output.Line("new(message, expected, Magic, FrameLimit);");
            output.Blank();
            TypeNames(context, output);
        }
    });

    public static IEnumerable<OutputFile> EmitConstants(CSharpContext context)
    {
        if (context.Model.Consts.Count == 0)
            yield break;
        var name = context.Names.Claimed(CSharpNames.Pascal(context.Model.Name) + "Constants");
        yield return context.File(name, output =>
        {
            output.Line($"/// <summary>The constants of {context.Model.Name}.</summary>");
            using (output.Block($"public static class {name}"))
            {
                foreach (var item in context.Model.Consts)
                {
                    output.Blank();
                    output.Summary(item.Doc, $"The constant <c>{item.Name}</c>.");
                    output.Line($"public const {Constant(item, name)};");
                }
            }
        });
    }

    public static IEnumerable<OutputFile> EmitQuantities(CSharpContext context)
    {
        if (context.Model.Quantities.Count == 0)
            yield break;
        yield return context.File("Quantities", output =>
        {
            output.Line($"/// <summary>The named quantities of {context.Model.Name}: their ranges, and the way to the wire and back.</summary>");
            using (output.Block("public static class Quantities"))
            {
                foreach (var item in context.Model.Quantities)
                {
                    output.Blank();
                    output.Field(item.Name, item.Type, null, item.Doc);
                    using (output.Block($"public static class {CSharpNames.Quantity(item.Name)}"))
                        Quantity(output, item.Type);
                }
            }
        });
    }

    private static void Quantity(IndentedWriter output, TypeModel type)
    {
        switch (type)
        {
            case IntegerType integer:
                Constants(output, CSharpTypes.Keyword(integer.Kind), ("Min", NumberLiteral.Integer(integer.Min), "Smallest value."), ("Max", NumberLiteral.Integer(integer.Max), "Largest value."));
                break;
            case QuantizedType { Quantization: var rule }:
                Constants(
                    output,
                    "double",
                    ("Min", NumberLiteral.Double(rule.Min), "Smallest value."),
                    ("Max", NumberLiteral.Double(rule.Max), rule.Wraps ? "The value that is the same as the smallest." : "Largest value."),
                    ("Step", NumberLiteral.Double(rule.Step), "Distance between neighbouring values."),
                    ("MaxError", NumberLiteral.Double(rule.MaxError), "Worst difference between a value in range and what arrives."));
                Conversion(output, rule);
                break;
        }
    }

    private static void Conversion(IndentedWriter output, Quantization rule)
    {
        var (natural, wire) = (CSharpTypes.Keyword(rule.Natural), CSharpTypes.Keyword(rule.Wire));
        output.Blank();
        output.Line($"/// <summary>The nearest {(rule.Wire.IsFloat() ? "value on the grid" : "code")}; what is out of range {(rule.Wraps ? "goes round" : "is clamped")}, NaN becomes the smallest.</summary>");
        output.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        output.Line($"public static {wire} ToWire({natural} value) => {Conversions.Quantize(rule, "value")};");
        if (rule.Wire.IsFloat())
            return;
        output.Blank();
        output.Line("/// <summary>The value of a code.</summary>");
        output.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        output.Line($"public static {natural} FromWire({wire} code) => {Conversions.Dequantize(rule, "code")};");
    }

    private static void Constants(IndentedWriter output, string type, params (string Name, string Value, string Doc)[] items)
    {
        foreach (var (name, value, doc) in items)
        {
            output.Blank();
            output.Line($"/// <summary>{doc}</summary>");
            output.Line($"public const {type} {name} = {value};");
        }
    }

    private static void TypeNames(CSharpContext context, IndentedWriter output)
    {
        var all = context.Model.Packets.Select(item => (item.TypeId, item.From, item.Name))
            .Concat(context.Model.Messages.Select(item => (item.TypeId, item.From, item.Name)))
            .ToArray();
        output.Line("/// <summary>The name of a packet or message, or null if the protocol has none of this type.</summary>");
        output.Line("/// <param name=\"packetType\">The type that the frame's header says.</param>");
        output.Line("/// <param name=\"origin\">The side that sent it; a type may mean different things in each direction.</param>");
        using (output.Block("public static string? NameOf(uint packetType, Origin origin) => (packetType, origin) switch", "};"))
        {
            foreach (var (typeId, from, name) in all)
                output.Line($"({NumberLiteral.Hex(typeId)}, {(from == Origins.Both ? "_" : "Origin." + from)}) => \"{name}\",");
            output.Line("_ => null,");
        }
    }

    private static string Constant(ConstModel item, string owner)
    {
        var name = CSharpNames.Constant(item.Name, owner);
        if (item.Text is { } text)
            return $"string {name} = {Quoted(text)}";
        if (item.Real is { } real)
            return $"double {name} = {NumberLiteral.Double(real)}";
        var value = item.Integer ?? BigInteger.Zero;
        var type = value >= int.MinValue && value <= int.MaxValue ? "int"
            : value >= 0 && value <= uint.MaxValue ? "uint"
            : value >= long.MinValue && value <= long.MaxValue ? "long"
            : value >= 0 && value <= ulong.MaxValue ? "ulong"
            : "double";
        return $"{type} {name} = {NumberLiteral.Integer(value)}";
    }

    private static string Quoted(string text) =>
        "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", "\\n").Replace("\r", "\\r").Replace("\t", "\\t") + "\"";
}
