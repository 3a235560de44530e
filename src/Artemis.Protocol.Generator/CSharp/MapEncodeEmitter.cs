using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>How maps are written: room for a run of keys and values is asked for once, then they are put one behind another.</summary>
internal sealed class MapEncodeEmitter(CSharpContext context, IndentedWriter output, MapNames names)
{
    private const int HeaderRoom = 5;
    private readonly LocalNames locals = new("writer", "peer", "count");

    public void Write(string name, IReadOnlyList<FieldModel> fields)
    {
        output.Blank();
        using (output.Block("internal void Write(ref MessagePackWriter writer, ProtocolVersion peer)"))
        {
            Count(name, fields);
            var run = new List<FieldModel>();
            var isFirst = true;
            foreach (var field in fields)
            {
                run.Add(field);
                if (Breaks(field.Type))
                {
                    Run(name, run, isFirst);
                    isFirst = false;
                    run.Clear();
                }
            }

            if (run.Count > 0 || isFirst)
                Run(name, run, isFirst);
            output.Line("if (Unknown is not null)");
            using (output.Indent())
                output.Line("writer.WriteRaw(Unknown.Raw);");
        }
    }

    private static bool Breaks(TypeModel type) => type is ArrayType or RecordType;

    private void Count(string name, IReadOnlyList<FieldModel> fields)
    {
        output.Line($"var count = {fields.Count(field => !field.IsOptional && field.Since is null)} + UnknownKeyCount;");
        foreach (var field in fields.Where(field => field.IsOptional || field.Since is not null))
        {
            output.Line($"if ({Condition(name, field)})");
            using (output.Indent())
                output.Line("count++;");
        }
    }

    private static string Condition(string name, FieldModel field)
    {
        var present = field.IsOptional ? $"{CSharpNames.Member(field.Name, name)} is not null" : null;
        var known = field.Since is { } since ? $"peer >= {CSharpContext.Version(since)}" : null;
        return present is not null && known is not null ? $"{present} && {known}" : present ?? known ?? "true";
    }

    /// <summary>Fields up to and with the next list or record, whose key still belongs to the run.</summary>
    private void Run(string name, List<FieldModel> run, bool isFirst)
    {
        var (start, position) = (locals.Next("start"), locals.Next("position"));
        output.Blank();
        Room(name, run, isFirst, start);
        output.Line(isFirst ? $"var {position} = MessageFormat.PutMapHeader(ref {start}, 0, count);" : $"var {position} = 0;");
        foreach (var field in run)
        {
            if (Breaks(field.Type))
            {
                Nested(name, field, start, position);
                return;
            }

            using (Guard(name, field, out var value))
            {
                output.Line($"{position} = MessageFormat.PutRaw(ref {start}, {position}, {names.Key(field)});");
                output.Line($"{position} = {Put(field.Type, value, start, position, field.Name)};");
            }
        }

        output.Line($"writer.Advance({position});");
    }

    private void Room(string name, List<FieldModel> run, bool isFirst, string start)
    {
        var certain = isFirst ? HeaderRoom : 0;
        var asked = new List<string>();
        foreach (var field in run)
        {
            certain += 2 + field.Name.Length + (MapTypes.Most(context, field.Type) ?? 0);
            if (!Breaks(field.Type) && MapTypes.Most(context, field.Type) is null)
                asked.Add(RoomFor(field.Type, CSharpNames.Member(field.Name, name)));
        }

        if (asked.Count == 0)
        {
            output.Line($"ref var {start} = ref MemoryMarshal.GetReference(writer.GetSpan({certain} + MessageFormat.Slack));");
            return;
        }

        var room = locals.Next("room");
        output.Line($"var {room} = {certain} + MessageFormat.Slack");
        using (output.Indent())
            output.Lines(asked.Select((term, index) => $"+ {term}{(index == asked.Count - 1 ? ";" : string.Empty)}"));
        output.Line($"ref var {start} = ref MemoryMarshal.GetReference(writer.GetSpan({room}));");
    }

    private static string RoomFor(TypeModel type, string value) =>
        type is TextType text ? $"MessageFormat.RoomFor({value}, {text.MaxBytes})" : $"MessageFormat.RoomFor({value})";

    private IDisposable? Guard(string name, FieldModel field, out string value)
    {
        var member = CSharpNames.Member(field.Name, name);
        value = member;
        if (field.IsOptional)
        {
            value = locals.Next(CSharpNames.Local(field.Name));
            var known = field.Since is { } since ? $" && peer >= {CSharpContext.Version(since)}" : string.Empty;
            return output.Block($"if ({member} is {{ }} {value}{known})");
        }

        return field.Since is null ? null : output.Block($"if ({Condition(name, field)})");
    }

    private void Nested(string name, FieldModel field, string start, string position)
    {
        using (Guard(name, field, out var value))
        {
            output.Line($"{position} = MessageFormat.PutRaw(ref {start}, {position}, {names.Key(field)});");
            output.Line($"writer.Advance({position});");
            Value(field.Type, value, field.Name);
        }

        if (!field.IsOptional && field.Since is null)
            return;
        output.Line("else");
        using (output.Block())
            output.Line($"writer.Advance({position});");
    }

    private void Value(TypeModel type, string value, string name)
    {
        switch (type)
        {
            case RecordType:
                output.Line($"{value}.Write(ref writer, peer);");
                break;
            case ArrayType array:
                output.Line($"EncodeException.ThrowIfOutside({value}.Length, {array.MinCount}, {array.MaxCount}, \"{name}\");");
                output.Line($"writer.WriteArrayHeader({value}.Length);");
                var item = locals.Next("item");
                using (output.Block($"foreach (var {item} in {value})"))
                    Value(array.Element, item, name);
                break;
            default:
                var at = locals.Next("at");
                var room = MapTypes.Most(context, type)?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? RoomFor(type, value);
                output.Line($"ref var {at} = ref MemoryMarshal.GetReference(writer.GetSpan({room} + MessageFormat.Slack));");
                output.Line($"writer.Advance({Put(type, value, at, "0", name)});");
                break;
        }
    }

    private string Put(TypeModel type, string value, string start, string position, string name) => type switch
    {
        TextType text => $"MessageFormat.Put(ref {start}, {position}, {value}, {text.MinBytes}, {text.MaxBytes}, \"{name}\")",
        BytesType bytes => $"MessageFormat.Put(ref {start}, {position}, {value}, {bytes.MinBytes}, {bytes.MaxBytes}, \"{name}\")",
        IntegerType integer => $"MessageFormat.Put(ref {start}, {position}, {(integer.Kind == ScalarKind.U8 ? string.Empty : Cast(integer.Kind))}{context.Conversions.ToWire(type, value)})",
        EnumType named => $"MessageFormat.Put(ref {start}, {position}, {Cast(context.Types.EnumKind(named.Name))}{value})",
        QuantizedType => $"MessageFormat.Put(ref {start}, {position}, {context.Conversions.ToNatural(type, context.Conversions.ToWire(type, value))})",
        _ => $"MessageFormat.Put(ref {start}, {position}, {value})",
    };

    private static string Cast(ScalarKind kind) =>
        kind == ScalarKind.U8 ? "(byte)" : kind.IsSigned() ? "(long)" : "(ulong)";
}
