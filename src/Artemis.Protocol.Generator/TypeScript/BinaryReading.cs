using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Statements that read natural values from a <c>reader</c>, one checked call a value.</summary>
internal sealed class BinaryReading(TsModule module)
{
    private readonly ProtocolModel protocol = module.Output.Protocol;
    private readonly TsTypes types = new(module);

    /// <summary>Reads a field into <c>value</c>.</summary>
    public void Field(FieldModel field)
    {
        var target = "value." + field.Name;
        if (!field.IsOptional)
        {
            Into(field.Type, target, field.Name);
            return;
        }

        using (module.Code.Block($"if (reader.bool({TsLiterals.Text(field.Name)}))", "} else {"))
        {
            if (field.Type is ArrayType or StructType)
                module.Code.Line($"{target} ??= {types.NaturalDefault(field.Type)};");
            Into(field.Type, target, field.Name);
        }

        using (module.Code.Indent())
            module.Code.Line($"{target} = undefined;");
        module.Code.Line("}");
    }

    /// <summary>Reads a value of any type into a place that holds one already.</summary>
    public void Into(TypeModel type, string target, string name)
    {
        var field = TsLiterals.Text(name);
        switch (type)
        {
            case StructType named:
                module.Code.Line($"{types.StructValue(named, "decode" + named.Name)}(reader, {target});");
                break;
            case ArrayType array:
                ReadList(array, target, name);
                break;
            default:
                module.Code.Line($"{target} = {Value(type, field)};");
                break;
        }
    }

    /// <summary>Reads a value that is no list and no struct.</summary>
    public string Value(TypeModel type, string field)
    {
        switch (type)
        {
            case BoolType:
                return $"reader.bool({field})";
            case TextType text:
                return $"reader.text({text.MinBytes}, {text.MaxBytes}, {field})";
            case BytesType bytes:
                return $"reader.bytesOf({bytes.MinBytes}, {bytes.MaxBytes}, {field})";
        }

        var scalar = ScalarCode.Of(type, protocol) ?? throw new NotSupportedException(type.GetType().Name);
        var read = $"reader.{scalar.Kind.Keyword()}({field})";
        if (scalar.Min is not null)
            read = $"reader.ranged({read}, {scalar.Min}, {scalar.Max}, {scalar.Size}, {field})";
        return type is QuantizedType quantized ? TsMath.Dequantize(module, quantized, read) : read;
    }

    private void ReadList(ArrayType array, string target, string name)
    {
        var field = TsLiterals.Text(name);
        var count = array.IsFixedCount ? $"{array.MinCount}" : name + "Count";
        if (!array.IsFixedCount)
            module.Code.Line($"const {count} = reader.count({array.MinCount}, {array.MaxCount}, {field});");
        if (array.Element is StructType named)
        {
            var smallest = WireSize.Of(array.Element, protocol).Min;
            if (smallest > 0 && !array.IsFixedCount)
                module.Code.Line($"reader.need({count} * {smallest}, {field});");
            module.Code.Line($"{module.Runtime("resize")}({target}, {count}, {types.Create(named, string.Empty)});");
        }
        else
        {
            module.Code.Line($"{target}.length = {count};");
        }

        using (module.Code.Block($"for (let i = 0; i < {count}; i++)"))
            Into(array.Element, $"{target}[i]{(array.Element is StructType ? "!" : string.Empty)}", name);
    }
}
