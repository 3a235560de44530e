using System.Numerics;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>A value whose bytes a decoder must refuse.</summary>
/// <param name="Label">What is wrong with it, for the case's name.</param>
internal sealed record Poison(string Label, WireValue Value)
{
    private const int LongestList = 64;

    /// <summary>All that can be wrong with a field of the binary encoding, one at a time.</summary>
    public static IEnumerable<Poison> Of(FieldModel field, ProtocolModel protocol)
    {
        if (field.IsOptional)
            yield return new Poison($"{field.Name} presence 2", new RawValue(Bytes(2), ReplacesPresence: true));
        foreach (var poison in Of(field.Type, protocol))
            yield return poison with { Label = $"{field.Name} {poison.Label}" };
    }

    /// <summary>All that can be wrong with a value of the binary encoding, one at a time.</summary>
    public static IEnumerable<Poison> Of(TypeModel type, ProtocolModel protocol) => type switch
    {
        BoolType => [new Poison("2", new RawValue(Bytes(2)))],
        IntegerType integer => OutOfRange(integer.Kind, integer.Min, integer.Max),
        QuantizedType { Quantization: var rule } when rule.Wire.IsFloat() => OfFloat(rule),
        QuantizedType { Quantization: var rule } => OutOfRange(rule.Wire, rule.LowestCode, rule.HighestCode),
        TextType text => OfCount(text.MinBytes, text.MaxBytes, 1),
        BytesType bytes => OfCount(bytes.MinBytes, bytes.MaxBytes, 1),
        StructType named => OfStruct(protocol.Struct(named.Name), protocol),
        ArrayType array => OfArray(array, protocol),
        _ => [],
    };

    private static IEnumerable<Poison> OutOfRange(ScalarKind kind, BigInteger min, BigInteger max)
    {
        if (max < kind.MaxValue())
            yield return new Poison($"{max + 1}", new RawValue(Integer(kind, max + 1)));
        if (min > kind.MinValue())
            yield return new Poison($"{min - 1}", new RawValue(Integer(kind, min - 1)));
    }

    private static IEnumerable<Poison> OfFloat(Quantization rule)
    {
        yield return new Poison("NaN", NotANumber(rule.Wire));
        foreach (var value in new[] { rule.Max + rule.Step, rule.Min - rule.Step, double.PositiveInfinity, double.NegativeInfinity })
        {
            var sink = new ByteSink();
            sink.PutFloat(rule.Wire, value);
            yield return new Poison(NumberText.Of(value), new RawValue(sink.ToArray().ToEquatableArray()));
        }
    }

    /// <summary>A quiet NaN of positive sign, which is what most machines write for NaN.</summary>
    public static RawValue NotANumber(ScalarKind kind) =>
        new(kind == ScalarKind.F32 ? Integer(ScalarKind.U32, 0x7fc00000) : Integer(ScalarKind.U64, 0x7ff8000000000000));

    private static IEnumerable<Poison> OfCount(int min, int max, int elementSize)
    {
        var width = WireSize.CountWidth(max) == 1 ? ScalarKind.U8 : ScalarKind.U16;
        if (max < width.MaxValue() && (max + 1) * elementSize <= 1000)
            yield return Counted(width, max + 1, elementSize);
        if (min > 0)
            yield return Counted(width, min - 1, elementSize);
    }

    private static Poison Counted(ScalarKind width, int count, int elementSize) =>
        new($"count {count}", new RawValue(Integer(width, count).Concat(Enumerable.Repeat((byte)0, count * elementSize)).ToEquatableArray()));

    private static IEnumerable<Poison> OfStruct(StructModel model, ProtocolModel protocol)
    {
        var whole = new Sampler(protocol, SampleSort.Typical).Fields(model.Fields);
        return from field in model.Fields
               from poison in Of(field, protocol).Take(1)
               select poison with { Value = Replaced(whole, model.Fields, field.Name, poison.Value) };
    }

    private static IEnumerable<Poison> OfArray(ArrayType array, ProtocolModel protocol)
    {
        var elementSize = WireSize.Of(array.Element, protocol);
        if (!array.IsFixedCount && elementSize.IsFixed && array.MaxCount < LongestList)
        {
            foreach (var poison in OfCount(array.MinCount, array.MaxCount, (int)elementSize.Max))
                yield return poison;
        }

        if (array.MaxCount == 0)
            yield break;

        var good = new Sampler(protocol, SampleSort.Typical).Of(array.Element);
        foreach (var poison in Of(array.Element, protocol).Take(1))
        {
            var items = Enumerable.Repeat(good, Math.Max(1, array.MinCount)).ToArray();
            items[0] = poison.Value;
            yield return new Poison($"[0] {poison.Label}", new ListValue(items.ToEquatableArray()));
        }
    }

    /// <summary>A group of fields with one of them exchanged, or added where the schema has it.</summary>
    public static FieldsValue Replaced(FieldsValue whole, IEnumerable<FieldModel> fields, string name, WireValue value) =>
        new(fields
            .Where(field => field.Name == name || whole[field.Name] is not null)
            .Select(field => new NamedValue(field.Name, field.Name == name ? value : whole[field.Name]!))
            .ToEquatableArray());

    private static EquatableArray<byte> Integer(ScalarKind kind, BigInteger value)
    {
        var sink = new ByteSink();
        sink.PutInteger(kind, value);
        return sink.ToArray().ToEquatableArray();
    }

    private static EquatableArray<byte> Bytes(params byte[] bytes) => bytes.ToEquatableArray();
}
