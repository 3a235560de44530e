using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>
/// How maps are read. Most writers keep the schema's order, so each key is expected in turn; those that come otherwise are told apart by
/// their length and then compared word by word.
/// </summary>
internal sealed class MapDecodeEmitter(CSharpContext context, IndentedWriter output, MapNames names)
{
    private readonly LocalNames locals = new("reader", "recordKey", "value", "count", "key", "unknown");
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);

    public void Write(string name, IReadOnlyList<FieldModel> fields, bool isMessage)
    {
        foreach (var field in fields)
            keys[field.Name] = locals.Next(CSharpNames.Local(field.Name));
        output.Blank();
        var signature = isMessage ? string.Empty : "ReadOnlySpan<byte> recordKey, ";
        using (output.Block($"internal static bool Read(ref MessageReader reader, {signature}out {name}? value)"))
        {
            output.Line("value = null;");
            if (isMessage)
            {
                Unless("reader.BeginBody(out var count)", "return false;");
            }
            else
            {
                Unless("reader.BeginMap(recordKey, out var count)", "return false;");
                output.Line("if (count < 0)");
                using (output.Indent())
                    output.Line("return true;");
            }

            output.Blank();
            foreach (var field in fields)
                output.Line($"{MapTypes.Name(context, field.Type)}? {keys[field.Name]} = null;");
            output.Line("UnknownKeys? unknown = null;");
            foreach (var field in fields)
                Expect(field);
            using (output.Block("for (; count > 0; count--)"))
            {
                Unless("reader.ReadKey(out var key)", "return false;");
                if (fields.Count > 0)
                    Match(fields);
                Unless("reader.ReadUnknown(ref unknown)", "return false;");
            }

            output.Blank();
            output.Line("reader.Leave();");
            Construct(name, fields);
        }

        foreach (var field in fields)
            Reader(field);
    }

    /// <summary>Reads the field if its key comes next: in one call where its usual format is one that the runtime knows.</summary>
    private void Expect(FieldModel field)
    {
        var key = names.Key(field);
        var local = keys[field.Name];
        var next = field.Type switch
        {
            TextType text => $"reader.Next({key}, {text.MinBytes}, {text.MaxBytes}, ref count, ref {local})",
            IntegerType integer => $"reader.Next({key}, {Bound(integer.Kind, integer.Min)}, {Bound(integer.Kind, integer.Max)}, ref count, ref {local})",
            EnumType named => $"reader.NextEnum<{context.Names.Type(named.Name)}, {CSharpTypes.Keyword(context.Types.EnumKind(named.Name))}>({key}, ref count, ref {local})",
            BoolType or UuidType => $"reader.Next({key}, ref count, ref {local})",
            _ => null,
        };
        if (next is not null)
        {
            Unless(next, "return false;");
            return;
        }

        using (output.Block($"if (count > 0 && reader.NextIs({key}))"))
        {
            output.Line("count--;");
            Unless(Call(field), "return false;");
        }
    }

    private void Match(IReadOnlyList<FieldModel> fields)
    {
        using (output.Block("switch (key.Length)"))
        {
            foreach (var group in fields.GroupBy(field => field.Name.Length).OrderBy(group => group.Key))
            {
                foreach (var field in group)
                {
                    output.Line($"case {group.Key} when key.SequenceEqual(\"{field.Name}\"u8):");
                    using (output.Indent())
                    {
                        Unless(Call(field), "return false;");
                        output.Line("continue;");
                    }
                }
            }
        }

        output.Blank();
    }

    private string Call(FieldModel field)
    {
        var local = keys[field.Name];
        return field.Type is ArrayType ? $"{names.Reader(field)}(ref reader, out {local})" : Read(field.Type, names.Key(field), local);
    }

    /// <summary>Reads a value that is not a list into a nullable variable.</summary>
    private string Read(TypeModel type, string key, string local) => type switch
    {
        RecordType named => $"{names.Record(named)}.Read(ref reader, {key}, out {local})",
        TextType text => $"reader.Read({key}, {text.MinBytes}, {text.MaxBytes}, out {local})",
        BytesType bytes => $"reader.Read({key}, {bytes.MinBytes}, {bytes.MaxBytes}, out {local})",
        IntegerType integer => $"reader.Read({key}, {Bound(integer.Kind, integer.Min)}, {Bound(integer.Kind, integer.Max)}, out {local})",
        EnumType named => $"reader.ReadEnum<{context.Names.Type(named.Name)}, {CSharpTypes.Keyword(context.Types.EnumKind(named.Name))}>({key}, out {local})",
        QuantizedType { Quantization: { Natural: ScalarKind.F32 } rule } =>
            $"reader.Read({key}, {NumberLiteral.Float((float)rule.Min)}, {NumberLiteral.Float((float)rule.Max)}, out {local})",
        QuantizedType { Quantization: var rule } => $"reader.Read({key}, {NumberLiteral.Double(rule.Min)}, {NumberLiteral.Double(rule.Max)}, out {local})",
        _ => $"reader.Read({key}, out {local})",
    };

    private static string Bound(ScalarKind kind, System.Numerics.BigInteger value)
    {
        var number = NumberLiteral.Integer(value);
        return $"({CSharpTypes.Keyword(kind)}){(number.StartsWith("-", StringComparison.Ordinal) ? $"({number})" : number)}";
    }

    private void Construct(string name, IReadOnlyList<FieldModel> fields)
    {
        var required = fields.Where(field => !field.IsOptional).ToArray();
        foreach (var field in required)
        {
            output.Line($"if ({keys[field.Name]} is null)");
            using (output.Indent())
                output.Line($"return reader.Missing({names.Key(field)});");
        }

        output.Blank();
        using (output.Block($"value = new {name}", "};"))
        {
            foreach (var field in fields)
            {
                var given = field.IsOptional || MapTypes.IsReference(field.Type) ? keys[field.Name] : $"{keys[field.Name]}.GetValueOrDefault()";
                output.Line($"{CSharpNames.Member(field.Name, name)} = {given},");
            }

            output.Line("Unknown = unknown,");
        }

        output.Line("return true;");
    }

    private void Reader(FieldModel field)
    {
        if (field.Type is not ArrayType array)
            return;
        var element = MapTypes.Name(context, array.Element);
        var key = names.Key(field);
        output.Blank();
        using (output.Block($"private static bool {names.Reader(field)}(ref MessageReader reader, out {element}[]? items)"))
        {
            output.Line("items = null;");
            Unless($"reader.BeginArray({key}, {array.MinCount}, {array.MaxCount}, out var count)", "return false;");
            output.Line("if (count < 0)");
            using (output.Indent())
                output.Line("return true;");
            output.Blank();
            output.Line($"items = new {(element.EndsWith("[]", StringComparison.Ordinal) ? "byte[count][]" : element + "[count]")};");
            using (output.Block("for (var i = 0; i < count; i++)"))
            {
                var item = Read(array.Element, key, "var item").Replace("out var item", $"out {element}? item");
                Unless(item, "return false;");
                output.Line("if (item is null)");
                using (output.Indent())
                    output.Line($"return reader.NilElement({key});");
                output.Line($"items[i] = item{(MapTypes.IsReference(array.Element) ? string.Empty : ".GetValueOrDefault()")};");
            }

            output.Blank();
            output.Line("reader.Leave();");
            output.Line("return true;");
        }
    }

    private void Unless(string condition, string statement)
    {
        output.Line($"if (!{condition})");
        using (output.Indent())
            output.Line(statement);
    }
}
