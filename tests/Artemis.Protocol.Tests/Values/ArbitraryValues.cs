using System.Numerics;
using System.Text;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tests.Values;

/// <summary>Makes arbitrary values of any type, with a liking for edges: bounds, what lies just beyond them, and what is no number.</summary>
internal sealed class ArbitraryValues(ProtocolModel protocol, int seed)
{
    private const int LongestList = 20;
    private const int LongestBytes = 300;
    private static readonly string[] Characters = ["a", "Z", " ", "é", "ß", "\u0800", "宇", "\uffff", "🚀", "\0", "\"", "\ufeff"];
    private static readonly double[] OddNumbers = [0, -0.0, 1, -1, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, 1e30, -1e30, 1e300];

    private readonly Random random = new(seed);

    /// <summary>A value of a body, or of an object with some of its fields set.</summary>
    public FieldsValue Fields(EquatableArray<FieldModel> fields)
    {
        var command = fields.Any(field => field.Type is CommandBodyType) ? Command() : null;
        return new FieldsValue(fields
            .Where(field => !field.IsOptional || Chance(2))
            .Select(field => new NamedValue(field.Name, field.Type switch
            {
                CommandIdType => new IntegerValue(command!.Id),
                CommandBodyType => command!,
                _ => Of(field.Type),
            }))
            .ToEquatableArray());
    }

    /// <summary>An object with every field set.</summary>
    public FieldsValue Whole(ObjectModel model) =>
        new(model.Fields.Select(field => new NamedValue(field.Name, Of(field.Type))).ToEquatableArray());

    private bool Chance(int oneIn) => random.Next(oneIn) == 0;

    private WireValue Of(TypeModel type) => type switch
    {
        BoolType => new BoolValue(Chance(2)),
        IntegerType integer => new IntegerValue(Integer(integer)),
        FloatType real => new RealValue(Narrow(real.Kind, Real(-1e6, 1e6))),
        QuantizedType { Quantization: var rule } => new RealValue(Narrow(rule.Natural, Real(rule.Min, rule.Max))),
        EnumType named => new IntegerValue(Member(protocol.Enum(named.Name))),
        TextType text => new TextValue(Text(text.MinBytes, text.MaxBytes)),
        BytesType bytes => new BytesValue(Bytes(Count(bytes.MinBytes, Math.Min(bytes.MaxBytes, LongestBytes))).ToEquatableArray()),
        UuidType => new UuidValue(new Guid(Bytes(16)).ToString()),
        ArrayType array => new ListValue(Enumerable.Range(0, Count(array.MinCount, Math.Min(array.MaxCount, Math.Max(array.MinCount, LongestList)))).Select(_ => Of(array.Element)).ToEquatableArray()),
        StructType named => Fields(protocol.Struct(named.Name).Fields),
        RecordType named => Fields(protocol.Record(named.Name).Fields),
        ObjectStreamType => new ObjectStreamValue(Enumerable.Range(0, random.Next(5)).Select(_ => Entry()).ToEquatableArray()),
        EventStreamType => new EventStreamValue(Enumerable.Range(0, random.Next(5)).Select(_ => Event()).ToEquatableArray()),
        _ => throw new NotSupportedException(type.GetType().Name),
    };

    private BigInteger Integer(IntegerType type)
    {
        var value = random.Next(6) switch
        {
            0 => type.Min,
            1 => type.Max,
            2 => type.Max + 1,
            3 => type.Min - 1,
            _ => type.Min + (new BigInteger(Bytes(9), isUnsigned: true) % (type.Max - type.Min + 1)),
        };
        return BigInteger.Max(type.Kind.MinValue(), BigInteger.Min(type.Kind.MaxValue(), value));
    }

    private double Real(double min, double max) => random.Next(8) switch
    {
        0 => min,
        1 => max,
        2 => OddNumbers[random.Next(OddNumbers.Length)],
        3 => min + (((random.NextDouble() * 6) - 3) * (max - min)),
        _ => min + (random.NextDouble() * (max - min)),
    };

    private static double Narrow(ScalarKind kind, double value) => kind == ScalarKind.F32 ? (float)value : value;

    private BigInteger Member(EnumModel model) => Chance(4)
        ? model.Kind.MinValue() + (new BigInteger(Bytes(9), isUnsigned: true) % (model.Kind.MaxValue() - model.Kind.MinValue() + 1))
        : model.Members[random.Next(model.Members.Count)].Value;

    private string Text(int minBytes, int maxBytes)
    {
        // Now and then too long, so that it is cut.
        var wanted = Count(minBytes, Math.Min(maxBytes, LongestBytes)) + (Chance(6) && maxBytes <= LongestBytes ? 8 : 0);
        var text = new StringBuilder();
        while (Encoding.UTF8.GetByteCount(text.ToString()) < wanted)
            text.Append(Characters[random.Next(Characters.Length)]);

        // A cut may leave too little of a text that must be just so long.
        var cut = Encoding.UTF8.GetByteCount(text.ToString()) > maxBytes && minBytes > maxBytes - 4;
        return cut ? new string('x', maxBytes) : text.ToString();
    }

    private int Count(int min, int max) => random.Next(5) switch
    {
        0 => min,
        1 => max,
        _ => random.Next(min, Math.Min(max, min + 8) + 1),
    };

    private byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    private ObjectEntry Entry()
    {
        var model = protocol.Objects[random.Next(protocol.Objects.Count)];
        var set = Whole(model).Fields.Where(_ => Chance(2)).ToEquatableArray();
        return new ObjectEntry(model.Name, (uint)random.NextInt64(uint.MaxValue + 1L), new FieldsValue(set));
    }

    private EventEntry Event()
    {
        if (Chance(4))
            return new EventEntry(UnknownEvent(), null, new FieldsValue(), Bytes(random.Next(6)).ToEquatableArray());
        var model = protocol.Events[random.Next(protocol.Events.Count)];
        return new EventEntry(model.Id, model.Name, Fields(model.Fields), default);
    }

    private ushort UnknownEvent()
    {
        var id = (ushort)random.Next(ushort.MaxValue + 1);
        return protocol.Events.Any(model => model.Id == id) ? UnknownEvent() : id;
    }

    private CommandBodyValue Command()
    {
        var model = protocol.Commands[random.Next(protocol.Commands.Count)];
        return new CommandBodyValue(model.Id, model.Name, Fields(model.Fields), default);
    }
}
