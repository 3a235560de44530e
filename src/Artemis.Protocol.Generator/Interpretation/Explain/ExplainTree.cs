using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Puts values together with what the schema knows of them: names, codes, members of enums.</summary>
internal sealed class ExplainTree(ProtocolModel protocol)
{
    public ExplainedGroup Fields(EquatableArray<FieldModel> fields, FieldsValue values, string title = "")
    {
        var parts = fields
            .Where(field => values[field.Name] is not null)
            .Select(field => new ExplainedPart(field.Name, Of(field.Type, values[field.Name]!)))
            .Concat(values.Unknown.Select(pair => new ExplainedPart(pair.Name, Raw(pair.Raw, "unknown key, "))));
        return new ExplainedGroup(title, [.. parts]);
    }

    private ExplainedNode Of(TypeModel type, WireValue value) => (type, value) switch
    {
        (_, BoolValue flag) => Plain(flag.Value ? "true" : "false"),
        (EnumType named, IntegerValue number) => Member(protocol.Enum(named.Name), number.Value),
        (CommandIdType, IntegerValue number) => Command((uint)number.Value),
        (IntegerType { Kind: ScalarKind.U64 or ScalarKind.I64 }, IntegerValue number) => new ExplainedLeaf(JsonText.Quote(number.Value.ToString()), number.Value.ToString()),
        (_, IntegerValue number) => Plain(number.Value.ToString()),
        (QuantizedType quantized, RealValue number) => Quantized(quantized, number),
        (_, RealValue number) => new ExplainedLeaf(JsonText.Number(number.Value), NumberText.Of(number.Value)),
        (_, TextValue text) => Plain(JsonText.Quote(text.Text)),
        (_, UuidValue uuid) => new ExplainedLeaf(JsonText.Quote(uuid.Text), uuid.Text),
        (_, BytesValue bytes) => Raw(bytes.Bytes, string.Empty),
        (ArrayType array, ListValue list) => new ExplainedList([.. list.Items.Select(item => Of(array.Element, item))]),
        (StructType named, FieldsValue fields) => Fields(protocol.Struct(named.Name).Fields, fields),
        (RecordType named, FieldsValue fields) => Fields(protocol.Record(named.Name).Fields, fields),
        (_, ObjectStreamValue stream) => new ExplainedList([.. stream.Entries.Select(Entry)]),
        (_, EventStreamValue stream) => new ExplainedList([.. stream.Entries.Select(Entry)]),
        (_, CommandBodyValue { Type: null } body) => Raw(body.Raw, "unknown command, "),
        (_, CommandBodyValue body) => Fields(protocol.Commands.First(item => item.Name == body.Type).Fields, body.Fields),
        _ => throw new NotSupportedException($"{value.GetType().Name} is not a value of {type.GetType().Name}"),
    };

    private static ExplainedLeaf Plain(string text) => new(text, text);

    private static ExplainedLeaf Raw(EquatableArray<byte> bytes, string prefix)
    {
        const int shown = 32;
        var start = HexText.Of(bytes.Take(shown)) + (bytes.Count > shown ? "…" : string.Empty);
        return new ExplainedLeaf(JsonText.Quote(HexText.Of(bytes)), $"{prefix}{bytes.Count} bytes {start}".TrimEnd());
    }

    private static ExplainedLeaf Quantized(QuantizedType type, RealValue number)
    {
        var value = JsonText.Number(number.Value);
        var quantity = type.QuantityName is { } name ? JsonText.Quote(name) : null;
        var json = JsonText.Object(("value", value), ("code", number.Code?.ToString()), ("quantity", quantity));
        var notes = new[] { type.QuantityName, number.Code is { } code ? $"code {code}" : null }.Where(note => note is not null).ToArray();
        return new ExplainedLeaf(json, notes.Length == 0 ? NumberText.Of(number.Value) : $"{NumberText.Of(number.Value)} ({string.Join(", ", notes)})");
    }

    private static ExplainedLeaf Member(EnumModel model, BigInteger value)
    {
        var names = model.IsFlags
            ? string.Join(" | ", model.Members.Where(member => !member.Value.IsZero && (value & member.Value) == member.Value).Select(member => member.Name))
            : model.Members.FirstOrDefault(member => member.Value == value)?.Name ?? string.Empty;
        return Named(value.ToString(), value.ToString(), names);
    }

    private ExplainedLeaf Command(uint id)
    {
        var name = protocol.Commands.FirstOrDefault(item => item.Id == id)?.Name ?? string.Empty;
        return Named(id.ToString(), $"0x{id:x4}", name);
    }

    private static ExplainedLeaf Named(string json, string text, string name) =>
        new(
            JsonText.Object(("value", json), ("name", name.Length == 0 ? null : JsonText.Quote(name))),
            name.Length == 0 ? text : $"{name} ({text})");

    private ExplainedGroup Entry(ObjectEntry entry)
    {
        var model = protocol.Objects.First(item => item.Name == entry.Type);
        var parts = model.Fields
            .Where(field => entry.Fields[field.Name] is not null)
            .Select(field => new ExplainedPart(field.Name, Of(field.Type, entry.Fields[field.Name]!)));
        return new ExplainedGroup($"{entry.Type} {entry.Id}", [
            new ExplainedPart("object", new ExplainedLeaf(JsonText.Quote(entry.Type), entry.Type)),
            new ExplainedPart("id", Plain(entry.Id.ToString())),
            new ExplainedPart("fields", new ExplainedGroup(string.Empty, [.. parts])),
        ]);
    }

    private ExplainedGroup Entry(EventEntry entry)
    {
        var id = new ExplainedPart("id", Plain(entry.Id.ToString()));
        if (entry.Type is null)
            return new ExplainedGroup($"unknown event {entry.Id}", [id, new ExplainedPart("raw", Raw(entry.Raw, string.Empty))]);

        var model = protocol.Events.First(item => item.Name == entry.Type);
        return new ExplainedGroup(entry.Type, [
            new ExplainedPart("event", new ExplainedLeaf(JsonText.Quote(entry.Type), entry.Type)),
            id,
            new ExplainedPart("fields", Fields(model.Fields, entry.Fields)),
        ]);
    }
}
