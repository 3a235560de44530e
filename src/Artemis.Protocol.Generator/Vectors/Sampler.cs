using System.Numerics;
using System.Text;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Makes values of any type. The same sort and type give the same value, and neighbouring fields differ.</summary>
/// <param name="seed">Shifts all values, for a second value that differs from the first in every field.</param>
internal sealed class Sampler(ProtocolModel protocol, SampleSort sort, int seed = 0)
{
    private const int MaximalList = 17;
    private const int MaximalBytes = 300;
    private int count = seed * 5;

    public FieldsValue Fields(EquatableArray<FieldModel> fields) =>
        new(fields
            .Where(field => !field.IsOptional || HasOptional)
            .Select(field => new NamedValue(field.Name, Of(field.Type)))
            .ToEquatableArray());

    public FieldsValue Fields(ObjectModel model) =>
        new(model.Fields.Select(field => new NamedValue(field.Name, Of(field.Type))).ToEquatableArray());

    private bool HasOptional => sort is not (SampleSort.WithoutOptional or SampleSort.Minimal);

    public WireValue Of(TypeModel type)
    {
        count++;
        return type switch
        {
            BoolType => new BoolValue(sort != SampleSort.Minimal && (sort == SampleSort.Maximal || count % 2 == 1)),
            IntegerType integer => new IntegerValue(Integer(integer)),
            FloatType real when sort == SampleSort.FloatNotANumber => Poison.NotANumber(real.Kind),
            FloatType real => new RealValue(Float(real.Kind)),
            QuantizedType quantized => new RealValue(QuantizedSamples.Of(quantized.Quantization, sort, Pattern())),
            EnumType named => new IntegerValue(Member(protocol.Enum(named.Name))),
            TextType text => new TextValue(TextSamples.Of(text, sort, count).ToEquatableArray()),
            BytesType bytes => new BytesValue(Enumerable.Range(0, Amount(bytes.MinBytes, bytes.MaxBytes, 3, MaximalBytes)).Select(i => (byte)((i * 37) + 1)).ToEquatableArray()),
            UuidType => new UuidValue(Uuid()),
            ArrayType array => new ListValue(Enumerable.Range(0, ItemCount(array)).Select(_ => Of(array.Element)).ToEquatableArray()),
            StructType named => Fields(protocol.Struct(named.Name).Fields),
            RecordType named => Fields(protocol.Record(named.Name).Fields),
            ObjectStreamType => new ObjectStreamValue(Objects().ToEquatableArray()),
            EventStreamType => new EventStreamValue(Events().ToEquatableArray()),
            _ => throw new NotSupportedException($"{type.GetType().Name} has no samples"),
        };
    }

    private BigInteger Integer(IntegerType type) => sort switch
    {
        SampleSort.Minimal => type.Min,
        SampleSort.Maximal => type.Max,
        SampleSort.Above => BigInteger.Min(type.Max + 1, type.Kind.MaxValue()),
        SampleSort.Below => BigInteger.Max(type.Min - 1, type.Kind.MinValue()),
        _ => type.Min + (Pattern() % (type.Max - type.Min + 1)),
    };

    private double Float(ScalarKind kind)
    {
        var value = sort switch
        {
            SampleSort.Minimal => 0,
            SampleSort.Maximal => kind == ScalarKind.F32 ? float.MaxValue : double.MaxValue,
            SampleSort.FloatInfinite => count % 2 == 0 ? double.NegativeInfinity : double.PositiveInfinity,
            SampleSort.FloatNegativeZero => -0.0,
            _ => (count % 2 == 0 ? -1 : 1) * (count + 0.1) * 12.34,
        };
        return kind == ScalarKind.F32 ? (float)value : value;
    }

    private BigInteger Member(EnumModel model)
    {
        if (sort == SampleSort.UnknownMember)
            return model.Kind.MaxValue();
        if (model.Members.Count == 0)
            return BigInteger.Zero;
        if (sort == SampleSort.Minimal)
            return model.IsFlags ? BigInteger.Zero : model.Members.Min(member => member.Value);
        if (sort == SampleSort.Maximal)
            return model.IsFlags ? model.Members.Aggregate(BigInteger.Zero, (all, member) => all | member.Value) : model.Members.Max(member => member.Value);
        return model.Members[count % model.Members.Count].Value;
    }

    private string Uuid() => sort switch
    {
        SampleSort.Minimal => "00000000-0000-0000-0000-000000000000",
        SampleSort.Maximal => "ffffffff-ffff-ffff-ffff-ffffffffffff",
        _ => $"0f8fad5b-d9cb-469f-a165-70867728{count & 0xffff:x4}",
    };

    private int ItemCount(ArrayType array)
    {
        var cap = array.Element is RecordType or StructType ? 2 : MaximalList;
        return array.IsFixedCount ? array.MinCount : Amount(array.MinCount, array.MaxCount, 2, cap);
    }

    private int Amount(int min, int max, int typical, int cap) => sort switch
    {
        SampleSort.Minimal => min,
        SampleSort.Maximal => Math.Max(min, Math.Min(max, cap)),
        _ => Math.Max(min, Math.Min(max, typical)),
    };

    /// <summary>A number that looks random, so that mixed-up bytes and fields show.</summary>
    private BigInteger Pattern() => ((ulong)(count + 1) * 0x9e3779b97f4a7c15UL) >> 8;

    /// <summary>How many sorts of entry a stream gets: all in the plain samples, one where the entry's own vectors say enough.</summary>
    private int EntrySorts => sort switch
    {
        SampleSort.Minimal => 0,
        SampleSort.Typical or SampleSort.Maximal => int.MaxValue,
        _ => 1,
    };

    private IEnumerable<ObjectEntry> Objects()
    {
        foreach (var model in protocol.Objects.Take(EntrySorts))
            yield return new ObjectEntry(model.Name, sort == SampleSort.Maximal ? uint.MaxValue : (uint)(1000 + model.Id), Fields(model));
    }

    private IEnumerable<EventEntry> Events()
    {
        foreach (var model in protocol.Events.Take(EntrySorts))
            yield return new EventEntry(model.Id, model.Name, Fields(model.Fields), default);
    }
}
