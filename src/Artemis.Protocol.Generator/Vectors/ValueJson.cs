using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Spells values as the vectors do. What each type looks like is written down in the vectors' README.</summary>
public sealed class ValueJson(ProtocolModel protocol)
{
    public string Fields(EquatableArray<FieldModel> fields, FieldsValue values) =>
        JsonText.Object(fields
            .Where(field => values[field.Name] is not null)
            .Select(field => (field.Name, (string?)Of(field.Type, values[field.Name]!))));

    public string Fields(ObjectModel model, FieldsValue values) =>
        JsonText.Object(model.Fields
            .Where(field => values[field.Name] is not null)
            .Select(field => (field.Name, (string?)Of(field.Type, values[field.Name]!))));

    private string Of(TypeModel type, WireValue value) => (type, value) switch
    {
        (_, BoolValue flag) => flag.Value ? "true" : "false",
        (_, IntegerValue number) when Is64Bit(type) => JsonText.Quote(number.Value.ToString()),
        (_, IntegerValue number) => number.Value.ToString(),
        (_, RealValue number) => JsonText.Number(number.Value),
        (_, TextValue text) => JsonText.Quote(text.Text),
        (_, UuidValue uuid) => JsonText.Quote(uuid.Text),
        (_, BytesValue bytes) => JsonText.Quote(HexText.Of(bytes.Bytes)),
        (ArrayType array, ListValue list) => JsonText.Array(list.Items.Select(item => Of(array.Element, item))),
        (StructType named, FieldsValue fields) => Fields(protocol.Struct(named.Name).Fields, fields),
        (RecordType named, FieldsValue fields) => Fields(protocol.Record(named.Name).Fields, fields),
        (_, ObjectStreamValue stream) => JsonText.Array(stream.Entries.Select(Entry)),
        (_, EventStreamValue stream) => JsonText.Array(stream.Entries.Select(Entry)),
        (_, CommandBodyValue body) => Command(body),
        _ => throw new NotSupportedException($"{value.GetType().Name} is not a value of {type.GetType().Name}"),
    };

    private bool Is64Bit(TypeModel type) => type switch
    {
        IntegerType integer => integer.Kind.Size() == 8,
        EnumType named => protocol.Enum(named.Name).Kind.Size() == 8,
        _ => false,
    };

    private string Entry(ObjectEntry entry) => JsonText.Object(
        ("type", JsonText.Quote(entry.Type)),
        ("id", entry.Id.ToString()),
        ("fields", Fields(protocol.Objects.First(item => item.Name == entry.Type), entry.Fields)));

    private string Entry(EventEntry entry) => entry.Type is null
        ? JsonText.Object(("id", entry.Id.ToString()), ("raw", JsonText.Quote(HexText.Of(entry.Raw))))
        : JsonText.Object(
            ("type", JsonText.Quote(entry.Type)),
            ("fields", Fields(protocol.Events.First(item => item.Name == entry.Type).Fields, entry.Fields)));

    private string Command(CommandBodyValue body) => body.Type is null
        ? JsonText.Object(("raw", JsonText.Quote(HexText.Of(body.Raw))))
        : JsonText.Object(
            ("type", JsonText.Quote(body.Type)),
            ("fields", Fields(protocol.Commands.First(item => item.Name == body.Type).Fields, body.Fields)));
}
