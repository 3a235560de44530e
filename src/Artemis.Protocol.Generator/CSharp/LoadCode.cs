using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Writes the statements that decode fields: one check for each run of fixed size, then loads from shown offsets.</summary>
/// <param name="form">The form that the fields' values get.</param>
/// <param name="refusal">The statement for a value that is out of range.</param>
internal sealed class LoadCode(CSharpContext context, IndentedWriter output, Form form, LocalNames locals, string refusal = LoadCode.OutOfRange)
{
    private const string OutOfRange = "return DecodeStatus.OutOfRange;";

    private bool hasStatus;

    /// <summary>Decodes fields one after another with a <c>WireReader reader</c>.</summary>
    /// <param name="whenEnded">The statement for bytes that end where newer fields begin.</param>
    public void Fields(IReadOnlyList<WireField> fields, string whenEnded = "return DecodeStatus.Ok;")
    {
        var run = new List<WireField>();
        if (fields.Any(field => field.Model.IsOptional || !context.Types.IsFixed(field.Type)))
            DeclareStatus();
        foreach (var field in fields)
        {
            if (field.Model.Since is not null)
            {
                Run(run);
                output.Line("if (reader.IsAtEnd)");
                using (output.Indent())
                    output.Line(whenEnded);
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

    /// <summary>Loads fields of fixed size that lie behind one another.</summary>
    public void FixedFields(IReadOnlyList<WireField> fields, string at, string offset)
    {
        var position = 0L;
        foreach (var field in fields)
        {
            Load(field.Type, field.Access, at, StoreCode.Add(offset, position), field.Name);
            position += context.Types.Size(field.Type).Max;
        }
    }

    /// <summary>Decodes one value with a <c>WireReader reader</c>.</summary>
    public void Value(TypeModel type, string target, string name)
    {
        switch (type)
        {
            case var _ when context.Types.IsFixed(type):
                Load(type, target, Take(context.Types.Size(type).Max), "0", name);
                break;
            case TextType text:
                Checked($"{context.Types.Name(type, form)}.Read(ref reader, {text.MinBytes}, out {target})");
                break;
            case BytesType bytes:
                Checked($"{context.Types.Name(type, form)}.Read(ref reader, {bytes.MinBytes}, out {target})");
                break;
            case ArrayType array:
                List(array, target, name);
                break;
            case StructType named when form == Form.Natural && context.Types.HasCompanion(named.Name):
                var codes = Codes(name);
                Checked($"{context.Types.StructCodec(named.Name)}.Read(ref reader, out var {codes})");
                output.Line($"{codes}.Dequantize(out {target});");
                break;
            case StructType named:
                Checked($"{context.Types.StructCodec(named.Name)}.Read(ref reader, out {target})");
                break;
        }
    }

    private void Run(List<WireField> run)
    {
        if (run.Count == 0)
            return;
        FixedFields(run, Take(run.Sum(field => context.Types.Size(field.Type).Max)), string.Empty);
        run.Clear();
    }

    private string Take(long size)
    {
        var at = locals.Next("at");
        Refuse($"!reader.Has({size})", "return DecodeStatus.Truncated;");
        output.Line($"ref readonly var {at} = ref reader.Take({size});");
        return at;
    }

    private void Optional(WireField field)
    {
        var present = locals.Next("has" + CSharpNames.Pascal(field.Name));
        Checked($"reader.ReadFlag(out var {present})");
        using (output.Block($"if ({present})"))
        {
            var local = locals.Next(CSharpNames.Local(field.Name));
            output.Line($"var {local} = default({context.Types.Name(field.Type, form)});");
            Value(field.Type, local, field.Name);
            output.Line($"{field.Access} = {local};");
        }
    }

    private void List(ArrayType array, string target, string name)
    {
        var count = array.MaxCount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        if (!array.IsFixedCount)
        {
            count = locals.Next(CSharpNames.Local(name).TrimStart('@') + "Count");
            var width = WireSize.CountWidth(array.MaxCount) * 8;
            Checked($"reader.ReadCount{width}({array.MinCount}, {array.MaxCount}, out var {count})");
            output.Line($"{target}.Count = {count};");
        }

        var index = locals.Next("i");
        using (output.Block($"for (var {index} = 0; {index} < {count}; {index}++)"))
            Value(array.Element, $"{target}[{index}]", name);
    }

    private void Load(TypeModel type, string target, string at, string offset, string name)
    {
        switch (type)
        {
            case BoolType:
                Refuse($"!Wire.TryLoadBool(in {at}, {offset}, out {target})", refusal);
                break;
            case EnumType named:
                output.Line($"{target} = ({context.Types.Name(type, form)}){Loaded(context.Types.EnumKind(named.Name), at, offset)};");
                break;
            case StructType named when form == Form.Natural && context.Types.HasCompanion(named.Name):
                var structCodes = Codes(name);
                Refuse($"!{context.Types.StructCodec(named.Name)}.Load(in {at}, {offset}, out var {structCodes})", refusal);
                output.Line($"{structCodes}.Dequantize(out {target});");
                break;
            case StructType named:
                Refuse($"!{context.Types.StructCodec(named.Name)}.Load(in {at}, {offset}, out {target})", refusal);
                break;
            case ArrayType array:
                var index = locals.Next("i");
                using (output.Block($"for (var {index} = 0; {index} < {array.MaxCount}; {index}++)"))
                    Load(array.Element, $"{target}[{index}]", at, StoreCode.Element(offset, index, context.Types.Size(array.Element).Max), name);
                break;
            default:
                Scalar(type, target, at, offset, name);
                break;
        }
    }

    private void Scalar(TypeModel type, string target, string at, string offset, string name)
    {
        var loaded = Loaded(KindOf(type), at, offset);
        var converted = context.Conversions.ToNatural(type, "\0");
        var isConverted = form == Form.Natural && converted != "\0";
        if (isConverted && Conversions.Refusal(type, "\0") is null)
        {
            output.Line($"{target} = {converted.Replace("\0", loaded)};");
            return;
        }

        var code = target;
        if (isConverted)
        {
            code = locals.Next(CSharpNames.Local(name).TrimStart('@') + "Code");
            loaded = $"var {code} = {loaded}";
        }
        else
        {
            loaded = $"{target} = {loaded}";
        }

        output.Line(loaded + ";");
        if (Conversions.Refusal(type, code) is { } condition)
            Refuse(condition, refusal);
        if (isConverted)
            output.Line($"{target} = {converted.Replace("\0", code)};");
    }

    private static ScalarKind KindOf(TypeModel type) => type switch
    {
        IntegerType integer => integer.Kind,
        FloatType real => real.Kind,
        QuantizedType quantized => quantized.Quantization.Wire,
        CommandIdType => ScalarKind.U32,
        _ => throw new NotSupportedException($"{type.GetType().Name} is no scalar"),
    };

    private static string Loaded(ScalarKind kind, string at, string offset) => $"Wire.Load{kind}(in {at}, {offset})";

    private string Codes(string name) => locals.Next(CSharpNames.Local(name).TrimStart('@') + "Codes");

    private void Refuse(string condition, string statement)
    {
        output.Line($"if ({condition})");
        using (output.Indent())
            output.Line(statement);
    }

    private void Checked(string call)
    {
        Refuse($"(status = {call}) != DecodeStatus.Ok", "return status;");
    }

    /// <summary>Declares the status variable now, where later statements lie in inner blocks.</summary>
    public void DeclareStatus()
    {
        if (!hasStatus)
            output.Line("DecodeStatus status;");
        hasStatus = true;
    }
}
