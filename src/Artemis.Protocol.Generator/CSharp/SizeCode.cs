using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Writes the statements that add up encoded sizes in a variable <c>size</c>.</summary>
internal sealed class SizeCode(CSharpContext context, IndentedWriter output)
{
    private readonly LocalNames locals = new("size");

    /// <summary>Bytes that fields take whatever they hold: fixed ones, counts and presence bytes.</summary>
    public long Certain(IReadOnlyList<WireField> fields) =>
        fields.Sum(field => field.Model.IsOptional ? 1 : CertainOf(field.Type));

    /// <summary>Adds what depends on the values.</summary>
    public void Variable(IReadOnlyList<WireField> fields)
    {
        foreach (var field in fields)
        {
            if (!field.Model.IsOptional)
            {
                Variable(field.Type, field.Access);
                continue;
            }

            var certain = CertainOf(field.Type);
            if (context.Types.IsFixed(field.Type))
            {
                output.Line($"size += {field.Access}.HasValue ? {certain} : 0;");
                continue;
            }

            var present = locals.Next(CSharpNames.Local(field.Name));
            using (output.Block($"if ({field.Access} is {{ }} {present})"))
            {
                if (certain > 0)
                    output.Line($"size += {certain};");
                Variable(field.Type, present);
            }
        }
    }

    public long CertainOf(TypeModel type) => type switch
    {
        var _ when context.Types.IsFixed(type) => context.Types.Size(type).Max,
        TextType text => WireSize.CountWidth(text.MaxBytes),
        BytesType bytes => WireSize.CountWidth(bytes.MaxBytes),
        ArrayType { IsFixedCount: false } array => WireSize.CountWidth(array.MaxCount),
        _ => 0,
    };

    public void Variable(TypeModel type, string value)
    {
        switch (type)
        {
            case var _ when context.Types.IsFixed(type):
                break;
            case TextType or BytesType:
                output.Line($"size += {value}.Length;");
                break;
            case ArrayType { IsFixedCount: false } array when context.Types.IsFixed(array.Element):
                output.Line($"size += {value}.Count * {context.Types.Size(array.Element).Max};");
                break;
            case ArrayType array:
                var index = locals.Next("i");
                var count = array.IsFixedCount ? array.MaxCount.ToString(System.Globalization.CultureInfo.InvariantCulture) : value + ".Count";
                using (output.Block($"for (var {index} = 0; {index} < {count}; {index}++)"))
                {
                    if (CertainOf(array.Element) is > 0 and var certain)
                        output.Line($"size += {certain};");
                    Variable(array.Element, array.IsFixedCount ? $"{value}[{index}]" : $"{value}.Items[{index}]");
                }

                break;
            case StructType:
                output.Line($"size += {value}.EncodedSize();");
                break;
        }
    }
}
