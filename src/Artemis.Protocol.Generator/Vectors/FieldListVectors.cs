using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Cases that all lists of binary fields have in common: bodies of events, commands and packets.</summary>
internal static class FieldListVectors
{
    private static readonly SampleSort[] ExactSorts =
    [
        SampleSort.Typical, SampleSort.WithoutOptional, SampleSort.Minimal, SampleSort.Maximal, SampleSort.MultiByte,
        SampleSort.UnknownMember, SampleSort.FloatInfinite, SampleSort.FloatNegativeZero,
    ];

    private static readonly SampleSort[] EncodeSorts =
    [
        SampleSort.Above, SampleSort.Below, SampleSort.HalfWay, SampleSort.OffGrid, SampleSort.NotANumber, SampleSort.Infinite,
        SampleSort.NegativeInfinite, SampleSort.FullCircle, SampleSort.ManyCircles, SampleSort.TooLong,
    ];

    private static readonly SampleSort[] DecodeSorts = [SampleSort.IllFormed, SampleSort.FloatNotANumber];

    /// <summary>What a sort of sample is called in the names of cases.</summary>
    public static string Label(SampleSort sort) =>
        string.Concat(sort.ToString().Select((letter, i) => char.IsUpper(letter) ? (i > 0 ? " " : string.Empty) + char.ToLowerInvariant(letter) : letter.ToString()));

    /// <summary>
    /// Well-formed values, values that encoders make fit, and bytes that no encoder makes and every decoder takes. What says nothing new of
    /// a type, such as NaN where there is no real number, is left out by the maker.
    /// </summary>
    public static IEnumerable<VectorCase> Values(CaseMaker maker, Func<SampleSort, FieldsValue> sample, Func<FieldsValue, byte[]> encode)
    {
        foreach (var sort in ExactSorts)
        {
            foreach (var item in maker.Exact(Label(sort), sample(sort)))
                yield return item;
        }

        foreach (var sort in EncodeSorts)
        {
            foreach (var item in maker.EncodeOnly(Label(sort), sample(sort)))
                yield return item;
        }

        foreach (var sort in DecodeSorts)
        {
            foreach (var item in maker.DecodeOnly(Label(sort), encode(sample(sort))))
                yield return item;
        }
    }

    /// <summary>Values with one field replaced by bytes that decoders must refuse, or take as they are.</summary>
    public static IEnumerable<VectorCase> Poisoned(
        CaseMaker maker, ProtocolModel protocol, EquatableArray<FieldModel> fields, FieldsValue typical, Func<FieldsValue, byte[]> encode) =>
        from field in fields
        from poison in Poison.Of(field, protocol)
        from item in maker.DecodeOnly(poison.Label, encode(Poison.Replaced(typical, fields, field.Name, poison.Value)))
        select item;

    /// <summary>A body that ends behind each of its fields but the last, one that ends within its last, and one with a byte too many.</summary>
    public static IEnumerable<VectorCase> Cut(
        CaseMaker maker, EquatableArray<FieldModel> fields, FieldsValue value, Func<EquatableArray<FieldModel>, FieldsValue, byte[]> encodeBody, Func<byte[], byte[]> frame)
    {
        for (var i = 0; i < fields.Count; i++)
        {
            var begin = encodeBody(fields.Take(i).ToEquatableArray(), value);
            foreach (var item in maker.DecodeOnly($"ends before {fields[i].Name}", frame(begin)))
                yield return item;
        }

        var whole = encodeBody(fields, value);
        if (whole.Length > 0)
        {
            foreach (var item in maker.DecodeOnly("lacks its last byte", frame([.. whole.Take(whole.Length - 1)])))
                yield return item;
        }

        foreach (var item in maker.DecodeOnly("has a byte too many", frame([.. whole, 0])))
            yield return item;
    }

    /// <summary>Texts too short for their field, which no encoder can make fit.</summary>
    public static IEnumerable<VectorCase> Refused(CaseMaker maker, EquatableArray<FieldModel> fields, FieldsValue typical) =>
        from field in fields
        where field.Type is TextType { MinBytes: > 0 }
        from item in maker.Refused($"{field.Name} is too short", Poison.Replaced(typical, fields, field.Name, new TextValue(string.Empty)))
        select item;

    /// <summary>What a peer gets that does not know all fields.</summary>
    public static IEnumerable<VectorCase> Peers(
        CaseMaker maker, ProtocolModel protocol, EquatableArray<FieldModel> fields, FieldsValue typical) =>
        from peer in Versions.Older(protocol)
        where Versions.HidesAny(fields.SelectMany(field => Versions.Within(field, protocol)), peer)
        from item in maker.EncodeOnly($"to a peer of {peer}", typical, peer)
        select item;
}
