using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tests.Vectors;

/// <summary>Reads values as the vectors spell them.</summary>
internal sealed class JsonValues(ProtocolModel protocol)
{
    public FieldsValue Fields(EquatableArray<FieldModel> fields, JsonElement json)
    {
        var commandId = fields.FirstOrDefault(field => field.Type is CommandIdType) is { } idField ? json.GetProperty(idField.Name).GetUInt32() : 0;
        var extra = json.EnumerateObject().Select(member => member.Name).Except(fields.Select(field => field.Name)).ToArray();
        if (extra.Length > 0)
            throw new ArgumentException($"no such fields: {string.Join(", ", extra)}");

        return new FieldsValue(fields
            .Where(field => json.TryGetProperty(field.Name, out _))
            .Select(field => new NamedValue(field.Name, Of(field.Type, json.GetProperty(field.Name), commandId)))
            .ToEquatableArray());
    }

    private WireValue Of(TypeModel type, JsonElement json, uint commandId = 0) => type switch
    {
        BoolType => new BoolValue(json.GetBoolean()),
        IntegerType or EnumType or CommandIdType => new IntegerValue(Integer(json)),
        FloatType or QuantizedType => new RealValue(Real(json)),
        TextType => new TextValue(json.GetString()!),
        BytesType => new BytesValue(Convert.FromHexString(json.GetString()!).ToEquatableArray()),
        UuidType => new UuidValue(json.GetString()!),
        ArrayType array => new ListValue(json.EnumerateArray().Select(item => Of(array.Element, item)).ToEquatableArray()),
        StructType named => Fields(protocol.Struct(named.Name).Fields, json),
        RecordType named => Fields(protocol.Record(named.Name).Fields, json),
        ObjectStreamType => new ObjectStreamValue(json.EnumerateArray().Select(Object).ToEquatableArray()),
        EventStreamType => new EventStreamValue(json.EnumerateArray().Select(Event).ToEquatableArray()),
        CommandBodyType => Command(json, commandId),
        _ => throw new NotSupportedException(type.GetType().Name),
    };

    private static BigInteger Integer(JsonElement json) =>
        BigInteger.Parse(json.ValueKind == JsonValueKind.String ? json.GetString()! : json.GetRawText(), CultureInfo.InvariantCulture);

    private static double Real(JsonElement json) => json.ValueKind == JsonValueKind.String
        ? double.Parse(json.GetString()!, CultureInfo.InvariantCulture)
        : json.GetDouble();

    private ObjectEntry Object(JsonElement json)
    {
        var type = new WireType("object", json.GetProperty("type").GetString()!, Origins.None);
        return new ObjectEntry(type.Name, json.GetProperty("id").GetUInt32(), Fields(type.Fields(protocol), json.GetProperty("fields")));
    }

    private EventEntry Event(JsonElement json)
    {
        if (!json.TryGetProperty("type", out var name))
            return new EventEntry(json.GetProperty("id").GetUInt16(), null, new FieldsValue(), Raw(json));
        var model = protocol.Events.First(item => item.Name == name.GetString());
        return new EventEntry(model.Id, model.Name, Fields(model.Fields, json.GetProperty("fields")), default);
    }

    private CommandBodyValue Command(JsonElement json, uint id)
    {
        if (!json.TryGetProperty("type", out var name))
            return new CommandBodyValue(id, null, new FieldsValue(), Raw(json));
        var model = protocol.Commands.First(item => item.Name == name.GetString());
        return new CommandBodyValue(id, model.Name, Fields(model.Fields, json.GetProperty("fields")), default);
    }

    private static EquatableArray<byte> Raw(JsonElement json) => Convert.FromHexString(json.GetProperty("raw").GetString()!).ToEquatableArray();
}
