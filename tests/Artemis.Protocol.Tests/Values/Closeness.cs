using System.Numerics;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tests.Values;

/// <summary>Says whether what arrived is what was sent, within the error that the schema's compiler states.</summary>
internal sealed class Closeness(ProtocolModel protocol)
{
    /// <summary>The first field that arrived wrong, or null.</summary>
    public string? Trouble(EquatableArray<FieldModel> fields, FieldsValue sent, FieldsValue arrived)
    {
        foreach (var field in fields)
        {
            var (before, after) = (sent[field.Name], arrived[field.Name]);
            if (before is null != after is null)
                return $"{field.Name} is {(after is null ? "lost" : "there")}";
            if (before is not null && Trouble(field.Type, before, after!) is { } trouble)
                return $"{field.Name}: {trouble}";
        }

        return null;
    }

    private string? Trouble(TypeModel type, WireValue sent, WireValue arrived) => (type, sent, arrived) switch
    {
        (IntegerType integer, IntegerValue before, IntegerValue after) => Same(Clamp(before.Value, integer.Min, integer.Max), after.Value),
        (QuantizedType { Quantization: var rule }, RealValue before, RealValue after) => Trouble(rule, before.Value, after.Value),
        (FloatType, RealValue before, RealValue after) => Same(before.Value, after.Value),
        (TextType, TextValue before, TextValue after) => before.Text.StartsWith(after.Text, StringComparison.Ordinal) ? null : $"'{before.Text}' became '{after.Text}'",
        (ArrayType array, ListValue before, ListValue after) when before.Items.Count == after.Items.Count =>
            before.Items.Zip(after.Items, (one, other) => Trouble(array.Element, one, other)).FirstOrDefault(trouble => trouble is not null),
        (StructType named, FieldsValue before, FieldsValue after) => Trouble(protocol.Struct(named.Name).Fields, before, after),
        (RecordType named, FieldsValue before, FieldsValue after) => Trouble(protocol.Record(named.Name).Fields, before, after),
        (ObjectStreamType, ObjectStreamValue before, ObjectStreamValue after) when before.Entries.Count == after.Entries.Count =>
            before.Entries.Zip(after.Entries, Trouble).FirstOrDefault(trouble => trouble is not null),
        (EventStreamType, EventStreamValue before, EventStreamValue after) when before.Entries.Count == after.Entries.Count =>
            before.Entries.Zip(after.Entries, Trouble).FirstOrDefault(trouble => trouble is not null),
        (CommandBodyType, CommandBodyValue before, CommandBodyValue after) =>
            Trouble(protocol.Commands.First(item => item.Name == before.Type).Fields, before.Fields, after.Fields),
        _ => Same(sent, arrived),
    };

    private string? Trouble(ObjectEntry sent, ObjectEntry arrived)
    {
        var fields = protocol.Objects.First(item => item.Name == sent.Type).Fields
            .Select(field => new FieldModel(field.Name, field.Type, IsOptional: true, field.Since, field.Doc));
        return Same((sent.Type, sent.Id), (arrived.Type, arrived.Id)) ?? Trouble(fields.ToEquatableArray(), sent.Fields, arrived.Fields);
    }

    private string? Trouble(EventEntry sent, EventEntry arrived) =>
        Same((sent.Type, sent.Id, sent.Raw), (arrived.Type, arrived.Id, arrived.Raw))
        ?? (sent.Type is null ? null : Trouble(protocol.Events.First(item => item.Name == sent.Type).Fields, sent.Fields, arrived.Fields));

    private static string? Trouble(Quantization rule, double sent, double arrived)
    {
        var expected = double.IsNaN(sent) || (rule.Wraps && double.IsInfinity(sent)) ? rule.Min : rule.Wraps ? sent : Math.Clamp(sent, rule.Min, rule.Max);
        var error = Math.Abs(expected - arrived);
        if (rule.Wraps)
        {
            var span = rule.Max - rule.Min;
            error -= Math.Floor(error / span) * span;
            error = Math.Min(error, span - error);
        }

        // Far around a circle, the number that was sent is itself no more exact than this; on a range, its rounding to the natural type.
        var precision = rule.Natural == ScalarKind.F32 ? 6e-8 : 2e-16;
        var slack = Math.Max(Math.Abs(expected), Math.Max(Math.Abs(rule.Min), Math.Abs(rule.Max))) * precision;
        return error <= rule.MaxError + slack ? null : $"{sent} became {arrived}, {error} apart, and {rule.MaxError} is allowed";
    }

    private static BigInteger Clamp(BigInteger value, BigInteger min, BigInteger max) => BigInteger.Max(min, BigInteger.Min(max, value));

    private static string? Same<T>(T sent, T arrived) => EqualityComparer<T>.Default.Equals(sent, arrived) ? null : $"{sent} became {arrived}";
}
