using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.TypeScript;

/// <summary>Statements between natural values and their quantized form, and between two quantized values.</summary>
internal sealed class QuantizedForm(TsModule module)
{
    private readonly TsTypes types = new(module);
    private readonly BinaryWriting natural = new(module, isQuantized: false);

    /// <summary>Quantizes a field of <c>value</c> into <c>into</c>.</summary>
    public void Quantize(string name, TypeModel type, bool isOptional) =>
        Convert("into." + name, "value." + name, type, isOptional, "Quantized", Convert);

    /// <summary>Dequantizes a field of <c>value</c> into <c>into</c>.</summary>
    public void Dequantize(string name, TypeModel type, bool isOptional) =>
        Convert("into." + name, "value." + name, type, isOptional, string.Empty, Restore);

    /// <summary>Copies a field of the quantized <c>from</c> to <c>to</c>.</summary>
    public void Copy(string name, TypeModel type, bool isOptional) =>
        Convert("to." + name, "from." + name, type, isOptional, "Copy", (same, source) => source);

    /// <summary>Whether a quantized field of two objects is the same.</summary>
    public string Same(TypeModel type, string a, string b, bool isOptional = false)
    {
        switch (type)
        {
            case FloatType:
                return $"Object.is({a}, {b})";
            case BytesType when !isOptional:
                return $"{module.Runtime("sameBytes")}({a}, {b})";
            case StructType named when !isOptional:
                return $"{types.StructValue(named, $"same{named.Name}Quantized")}({a}, {b})";
            case ArrayType array when !isOptional:
                return array.Element switch
                {
                    StructType inner => $"{module.Runtime("sameList")}({a}, {b}, {types.StructValue(inner, $"same{inner.Name}Quantized")})",
                    BytesType => $"{module.Runtime("sameList")}({a}, {b}, {module.Runtime("sameBytes")})",
                    _ => $"{module.Runtime("sameValues")}({a}, {b})",
                };
            case BytesType or StructType or ArrayType:
                return $"({a} === undefined || {b} === undefined ? {a} === {b} : {Same(type, a, b)})";
            default:
                return $"{a} === {b}";
        }
    }

    private void Convert(
        string target,
        string source,
        TypeModel type,
        bool isOptional,
        string form,
        Func<TypeModel, string, string> scalar)
    {
        if (isOptional)
        {
            using (module.Code.Block($"if ({source} !== undefined)", "} else {"))
            {
                if (type is ArrayType or StructType)
                    module.Code.Line($"{target} ??= {(form.Length > 0 ? types.QuantizedDefault(type) : types.NaturalDefault(type))};");
                Convert(target, source, type, isOptional: false, form, scalar);
            }

            using (module.Code.Indent())
                module.Code.Line($"{target} = undefined;");
            module.Code.Line("}");
            return;
        }

        switch (type)
        {
            case StructType named:
                var verb = form switch { "Quantized" => $"quantize{named.Name}", "Copy" => $"copy{named.Name}Quantized", _ => $"dequantize{named.Name}" };
                module.Code.Line($"{types.StructValue(named, verb)}({source}, {target});");
                break;
            case ArrayType array:
                ConvertList(target, source, array, form, scalar);
                break;
            case QuantizedType { Quantization: var rule } when form == "Quantized":
                var (statement, wire) = TsMath.QuantizeUnrolled(rule, source);
                if (statement is not null)
                    module.Code.Line(statement);
                module.Code.Line($"{target} = {wire};");
                break;
            default:
                module.Code.Line($"{target} = {scalar(type, source)};");
                break;
        }
    }

    /// <summary>Whether quantizing a field needs the local <c>code</c>.</summary>
    public static bool NeedsCode(TypeModel type) => type switch
    {
        QuantizedType quantized => !quantized.Quantization.Wraps,
        ArrayType array => NeedsCode(array.Element),
        _ => false,
    };

    private void ConvertList(
        string target,
        string source,
        ArrayType array,
        string form,
        Func<TypeModel, string, string> scalar)
    {
        var inner = array.Element as StructType;
        if (inner is not null)
        {
            var create = types.Create(inner, form.Length > 0 ? "Quantized" : string.Empty);
            module.Code.Line($"{module.Runtime("resize")}({target}, {source}.length, {create});");
        }
        else
        {
            module.Code.Line($"{target}.length = {source}.length;");
        }

        using (module.Code.Block($"for (let i = 0; i < {source}.length; i++)"))
            Convert($"{target}[i]" + (inner is null ? string.Empty : "!"), $"{source}[i]!", array.Element, isOptional: false, form, scalar);
    }

    private string Convert(TypeModel type, string source) => type switch
    {
        BoolType => $"{source} ? 1 : 0",
        FloatType { Kind: ScalarKind.F32 } => $"Math.fround({source})",
        BytesType => $"{source}.slice()",
        TextType text => $"{module.Runtime("cutText")}({source}, {text.MaxBytes})",
        _ => natural.ToWire(type, source),
    };

    private string Restore(TypeModel type, string source) => type switch
    {
        BoolType => $"{source} !== 0",
        QuantizedType quantized => TsMath.DequantizeUnrolled(quantized.Quantization, source),
        _ => source,
    };
}
