using System.Text;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Reads messages: MessagePack maps whose keys are the names of fields.</summary>
internal sealed class MessageDecoder(ProtocolModel protocol, ByteSource source)
{
    private readonly PackReader reader = new(source);

    public FieldsValue ReadMessage(MessageModel model)
    {
        try
        {
            var token = reader.Read(string.Empty);
            if (token.Kind == PackKind.Map)
                return ReadMap(model.Fields, token, string.Empty, depth: 0);
            source.Note(WireStatus.BadMessage, token.Offset, string.Empty, "the body is not a MessagePack map");
        }
        catch (StopReading)
        {
            // The fault is in the source's list.
        }

        return new FieldsValue();
    }

    private FieldsValue ReadMap(EquatableArray<FieldModel> fields, PackToken map, string path, int depth)
    {
        reader.CheckDepth(map, path, depth);
        var read = new Dictionary<string, WireValue>();
        var unknown = new List<UnknownKey>();
        for (var i = 0L; i < map.Count; i++)
            ReadPair(fields, read, unknown, path, depth + 1);

        foreach (var field in fields.Where(field => !field.IsOptional && !read.ContainsKey(field.Name)))
            NoteMissing(field, map, path);

        var inOrder = fields.Where(field => read.ContainsKey(field.Name)).Select(field => new NamedValue(field.Name, read[field.Name]));
        return new FieldsValue(inOrder.ToEquatableArray()) { Unknown = unknown.ToEquatableArray() };
    }

    private void NoteMissing(FieldModel field, PackToken map, string path)
    {
        var here = Paths.Join(path, field.Name);
        if (source.Faults.All(fault => fault.Path != here && !fault.Path.StartsWith(here + ".", StringComparison.Ordinal) && !fault.Path.StartsWith(here + "[", StringComparison.Ordinal)))
            source.Note(WireStatus.MissingKey, map.Offset, here, $"the key '{here}' is missing");
    }

    private void ReadPair(EquatableArray<FieldModel> fields, Dictionary<string, WireValue> read, List<UnknownKey> unknown, string path, int depth)
    {
        var key = reader.Read(path);
        if (key.Kind != PackKind.Text)
        {
            source.Note(WireStatus.BadMessage, key.Offset, path, "a key of the map is not a text");
            reader.SkipRest(key, path, depth);
            reader.SkipRest(reader.Read(path), path, depth);
            return;
        }

        var name = Encoding.UTF8.GetString(key.Bytes);
        var here = Paths.Join(path, name);
        var begin = source.Position;
        var token = reader.Read(here);
        var field = fields.FirstOrDefault(item => item.Name == name);
        if (field is null)
        {
            reader.SkipRest(token, here, depth);
            unknown.Add(new UnknownKey(name, source.Slice(begin, source.Position).ToEquatableArray()));
        }
        else if (token.Kind != PackKind.Nil && Read(field.Type, token, here, depth) is { } value)
        {
            read[name] = value;
        }
        else
        {
            read.Remove(name);
        }
    }

    /// <summary>The value of a token, or null, noted as a fault, if it cannot be one of the type.</summary>
    private WireValue? Read(TypeModel type, PackToken token, string path, int depth)
    {
        switch (type, token.Kind)
        {
            case (BoolType, PackKind.Bool):
                return new BoolValue(token.Bool);
            case (IntegerType integer, PackKind.Integer) when token.Integer >= integer.Min && token.Integer <= integer.Max:
                return new IntegerValue(token.Integer);
            case (EnumType named, PackKind.Integer) when IsWithin(protocol.Enum(named.Name).Kind, token):
                return new IntegerValue(token.Integer);
            case (FloatType real, PackKind.Float or PackKind.Integer):
                return new RealValue(Narrow(real.Kind, ToDouble(token)));
            case (QuantizedType quantized, PackKind.Float or PackKind.Integer) when IsWithin(quantized.Quantization, ToDouble(token)):
                return new RealValue(Narrow(quantized.Quantization.Natural, ToDouble(token)));
            case (TextType text, PackKind.Text) when token.Bytes!.Length >= text.MinBytes && token.Bytes.Length <= text.MaxBytes:
                return new TextValue(Encoding.UTF8.GetString(token.Bytes));
            case (BytesType bytes, PackKind.Binary) when token.Bytes!.Length >= bytes.MinBytes && token.Bytes.Length <= bytes.MaxBytes:
                return new BytesValue(token.Bytes.ToEquatableArray());
            case (UuidType, PackKind.Text) when UuidText.IsValid(token.Bytes!):
                return new UuidValue(Encoding.UTF8.GetString(token.Bytes).ToLowerInvariant());
            case (ArrayType array, PackKind.Array) when token.Count >= array.MinCount && token.Count <= array.MaxCount:
                return ReadArray(array, token, path, depth);
            case (RecordType named, PackKind.Map):
                return ReadMap(protocol.Record(named.Name).Fields, token, path, depth);
            default:
                source.Note(WireStatus.BadMessage, token.Offset, path, $"the key '{path}' holds {Describe(token)}, which cannot be a {type.GetType().Name}");
                reader.SkipRest(token, path, depth);
                return null;
        }
    }

    private static bool IsWithin(ScalarKind kind, PackToken token) =>
        token.Integer >= kind.MinValue() && token.Integer <= kind.MaxValue();

    // The bounds are rounded as the value is: the smallest value that is sent may lie just outside them before.
    private static bool IsWithin(Quantization rule, double value) =>
        Narrow(rule.Natural, value) >= Narrow(rule.Natural, rule.Min) && Narrow(rule.Natural, value) <= Narrow(rule.Natural, rule.Max);

    // By way of 64 bits, since only that rounds to the nearest number: a BigInteger is cut off.
    private static double ToDouble(PackToken token) => token.Kind == PackKind.Float ? token.Float
        : token.Integer.Sign < 0 ? (long)token.Integer
        : (ulong)token.Integer;

    private static double Narrow(ScalarKind kind, double value) => kind == ScalarKind.F32 ? (float)value : value;

    private ListValue? ReadArray(ArrayType array, PackToken head, string path, int depth)
    {
        reader.CheckDepth(head, path, depth);
        var items = new List<WireValue>();
        var faultsBefore = source.Faults.Count;
        for (var i = 0; i < head.Count; i++)
        {
            var here = Paths.Index(path, i);
            if (Read(array.Element, reader.Read(here), here, depth + 1) is { } item)
                items.Add(item);
        }

        return source.Faults.Count == faultsBefore ? new ListValue(items.ToEquatableArray()) : null;
    }

    private static string Describe(PackToken token) => token.Kind switch
    {
        PackKind.Nil => "nil",
        PackKind.Bool => token.Bool ? "true" : "false",
        PackKind.Integer => $"the integer {token.Integer}",
        PackKind.Float => $"the float {NumberText.Of(token.Float)}",
        PackKind.Text => $"a text of {token.Bytes!.Length} bytes",
        PackKind.Binary => $"a binary of {token.Bytes!.Length} bytes",
        PackKind.Array => $"an array of {token.Count}",
        PackKind.Map => $"a map of {token.Count}",
        _ => "an extension",
    };
}
