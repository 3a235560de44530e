using System.Numerics;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>MessagePack values of the right sort that a field of a message must refuse all the same.</summary>
internal static class BadValue
{
    private const int LongestWritten = 1000;

    public static IEnumerable<(string Label, byte[] Value)> Of(TypeModel type, ProtocolModel protocol) => type switch
    {
        IntegerType integer => Outside(integer.Min, integer.Max),
        EnumType named => Outside(protocol.Enum(named.Name).Kind.MinValue(), protocol.Enum(named.Name).Kind.MaxValue()),
        QuantizedType { Quantization: var rule } => new[] { rule.Min - rule.Step, rule.Max + rule.Step, double.NaN }
            .Select(value => (NumberText.Of(value), MessagePair.Pack(writer => writer.Float64(value)))),
        TextType text => Counts(text.MinBytes, text.MaxBytes).Select(count => ($"of {count} bytes", Text(count))),
        BytesType bytes => Counts(bytes.MinBytes, bytes.MaxBytes).Select(count => ($"of {count} bytes", MessagePair.Pack(writer => writer.Binary(new byte[count])))),
        UuidType => [("of 35 characters", Text(35)), ("of letters beyond f", Text(36))],
        ArrayType array => OfArray(array, protocol),
        RecordType named => OfRecord(protocol.Record(named.Name), protocol),
        _ => [],
    };

    private static IEnumerable<(string Label, byte[] Value)> Outside(BigInteger min, BigInteger max) =>
        new[] { min - 1, max + 1 }
            .Where(value => value >= long.MinValue && value <= ulong.MaxValue)
            .Select(value => (value.ToString(), MessagePair.Pack(writer => writer.Integer(value))));

    private static IEnumerable<int> Counts(int min, int max)
    {
        if (min > 0)
            yield return min - 1;
        if (max < LongestWritten)
            yield return max + 1;
    }

    private static byte[] Text(int length) => MessagePair.Pack(writer => writer.Text(new string('x', length)));

    private static IEnumerable<(string Label, byte[] Value)> OfArray(ArrayType array, ProtocolModel protocol)
    {
        var field = new FieldModel("item", array.Element, IsOptional: false, Since: null, Doc: string.Empty);
        var item = MessagePair.Of(protocol, new[] { field }.ToEquatableArray(), new FieldsValue(new NamedValue("item", new Sampler(protocol, SampleSort.Typical).Of(array.Element))))[0].Value;
        foreach (var count in Counts(array.MinCount, array.MaxCount).Where(count => count * item.Length < LongestWritten))
            yield return ($"of {count}", List(Enumerable.Repeat(item, count)));
        if (array.MaxCount == 0)
            yield break;

        var rest = Enumerable.Repeat(item, Math.Max(0, array.MinCount - 1)).ToArray();
        yield return ("[0] is nil", List(rest.Prepend(MessagePair.Nil)));
        foreach (var (label, value) in Of(array.Element, protocol).Take(1))
            yield return ($"[0] {label}", List(rest.Prepend(value)));
    }

    private static byte[] List(IEnumerable<byte[]> items)
    {
        var all = items.ToArray();
        return [.. MessagePair.Pack(writer => writer.ArrayHead(all.Length)), .. all.SelectMany(item => item)];
    }

    private static IEnumerable<(string Label, byte[] Value)> OfRecord(RecordModel record, ProtocolModel protocol)
    {
        var pairs = MessagePair.Of(protocol, record.Fields, new Sampler(protocol, SampleSort.Typical).Fields(record.Fields));
        foreach (var field in record.Fields.Where(field => !field.IsOptional).Take(1))
            yield return ($"without {field.Name}", MessagePair.Map([.. pairs.Where(pair => pair.Key != field.Name)]));
    }
}
