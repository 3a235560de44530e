using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Writes the statements that encode fields: one reservation for each run of fixed size, then stores at shown offsets.</summary>
/// <param name="form">The form that the fields' values have.</param>
internal sealed class StoreCode(CSharpContext context, IndentedWriter output, Form form, LocalNames locals)
{
    /// <summary>Encodes fields one after another with a <c>WireWriter writer</c>, as far as the <c>peer</c> knows them.</summary>
    public void Fields(IReadOnlyList<WireField> fields)
    {
        var run = new List<WireField>();
        ProtocolVersion? reached = null;
        foreach (var field in fields)
        {
            if (field.Model.Since is { } since && !since.Equals(reached))
            {
                Run(run);
                output.Line($"if (peer < {CSharpContext.Version(since)})");
                using (output.Indent())
                    output.Line("return;");
                reached = since;
            }

            if (!field.Model.IsOptional && context.Types.IsFixed(field.Type))
            {
                run.Add(field);
                continue;
            }

            Run(run);
            if (field.Model.IsOptional)
                Optional(field);
            else
                Value(field.Type, field.Access, field.Name);
        }

        Run(run);
    }

    /// <summary>Stores fields of fixed size behind one another from an offset on.</summary>
    /// <param name="at">The reference to store at.</param>
    /// <param name="offset">An expression to add to each offset, such as <c>offset + </c>.</param>
    public void FixedFields(IReadOnlyList<WireField> fields, string at, string offset)
    {
        var position = 0L;
        foreach (var field in fields)
        {
            Store(field.Type, field.Access, at, Add(offset, position), field.Name);
            position += context.Types.Size(field.Type).Max;
        }
    }

    /// <summary>Encodes one value with a <c>WireWriter writer</c>.</summary>
    public void Value(TypeModel type, string value, string name)
    {
        switch (type)
        {
            case var _ when context.Types.IsFixed(type):
                var at = locals.Next("at");
                output.Line($"ref var {at} = ref writer.Reserve({context.Types.Size(type).Max});");
                Store(type, value, at, "0", name);
                break;
            case TextType text:
                output.Line($"{value}.Write(ref writer, {text.MinBytes}, \"{name}\");");
                break;
            case BytesType bytes:
                output.Line($"{value}.Write(ref writer, {bytes.MinBytes}, \"{name}\");");
                break;
            case ArrayType array:
                List(array, value, name);
                break;
            case StructType named:
                output.Line($"{context.Types.StructCodec(named.Name)}.Write(ref writer, in {Wired(named, value, name)});");
                break;
        }
    }

    private void Run(List<WireField> run)
    {
        if (run.Count == 0)
            return;
        var at = locals.Next("at");
        output.Line($"ref var {at} = ref writer.Reserve({run.Sum(field => context.Types.Size(field.Type).Max)});");
        FixedFields(run, at, string.Empty);
        run.Clear();
    }

    private void Optional(WireField field)
    {
        var present = locals.Next(CSharpNames.Local(field.Name));
        output.Line($"writer.WriteFlag({field.Access}.HasValue);");
        using (output.Block($"if ({field.Access} is {{ }} {present})"))
            Value(field.Type, present, field.Name);
    }

    private void List(ArrayType array, string value, string name)
    {
        var items = value;
        var count = array.MaxCount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!array.IsFixedCount)
        {
            var width = WireSize.CountWidth(array.MaxCount) * 8;
            output.Line($"writer.WriteCount{width}({value}.Count, {array.MinCount}, {array.MaxCount}, \"{name}\");");
            (items, count) = (value + ".Items", value + ".Count");
        }

        var index = locals.Next("i");
        using (output.Block($"for (var {index} = 0; {index} < {count}; {index}++)"))
            Value(array.Element, $"{items}[{index}]", name);
    }

    private void Store(TypeModel type, string value, string at, string offset, string name)
    {
        switch (type)
        {
            case EnumType named:
                output.Line($"Wire.Store(ref {at}, {offset}, ({CSharpTypes.Keyword(context.Types.EnumKind(named.Name))}){value});");
                break;
            case StructType named:
                output.Line($"{context.Types.StructCodec(named.Name)}.Store(ref {at}, {offset}, in {Wired(named, value, name)});");
                break;
            case ArrayType array:
                var index = locals.Next("i");
                using (output.Block($"for (var {index} = 0; {index} < {array.MaxCount}; {index}++)"))
                    Store(array.Element, $"{value}[{index}]", at, Element(offset, index, context.Types.Size(array.Element).Max), name);
                break;
            default:
                output.Line($"Wire.Store(ref {at}, {offset}, {(form == Form.Natural ? context.Conversions.ToWire(type, value) : value)});");
                break;
        }
    }

    /// <summary>The wire form of a struct: the value itself, or a local variable that it was quantized into.</summary>
    private string Wired(StructType named, string value, string name)
    {
        if (form == Form.Wire || !context.Types.HasCompanion(named.Name))
            return value;
        var codes = locals.Next(CSharpNames.Local(name).TrimStart('@') + "Codes");
        output.Line($"{value}.Quantize(out var {codes});");
        return codes;
    }

    internal static string Add(string offset, long position) =>
        offset.Length == 0 ? position.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : position == 0 ? offset
        : $"{offset} + {position}";

    internal static string Element(string offset, string index, long size)
    {
        var step = size == 1 ? index : $"({index} * {size})";
        return offset == "0" ? step.Trim('(', ')') : $"{offset} + {step}";
    }
}
