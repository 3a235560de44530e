using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>Cases of objects: a mask and the fields it announces, as they lie in an entry behind its type and id.</summary>
internal sealed class ObjectVectors(ProtocolModel protocol)
{
    private readonly Interpreter interpreter = new(protocol);
    private readonly ValueJson json = new(protocol);

    public IEnumerable<VectorCase> All() => protocol.Objects.SelectMany(Of);

    private IEnumerable<VectorCase> Of(ObjectModel model)
    {
        var maker = Maker(model);
        return FieldListVectors.Values(maker, sort => new Sampler(protocol, sort).Fields(model), value => interpreter.EncodeObject(model, value))
            .Concat(Masks(model, maker))
            .Concat(Deltas(model))
            .Concat(Malformed(model, maker))
            .Concat(Peers(model, maker));
    }

    private CaseMaker Maker(ObjectModel model) => new(
        model.Name,
        (value, peer) => interpreter.EncodeObject(model, value, peer),
        bytes => interpreter.DecodeObject(model, bytes),
        value => json.Fields(model, value));

    private IEnumerable<VectorCase> Masks(ObjectModel model, CaseMaker maker)
    {
        var whole = new Sampler(protocol, SampleSort.Typical).Fields(model);
        var cases = maker.Exact("no field", Only(model, whole, _ => false));
        foreach (var field in model.Fields)
            cases = cases.Concat(maker.Exact($"only bit {field.Bit}", Only(model, whole, item => item.Bit == field.Bit)));
        foreach (var view in model.Views)
            cases = cases.Concat(maker.Exact($"view {view.Name}", Only(model, whole, item => (view.Mask >> item.Bit & 1) != 0)));
        return cases
            .Concat(maker.Exact("even bits", Only(model, whole, item => item.Bit % 2 == 0)))
            .Concat(maker.Exact("odd bits", Only(model, whole, item => item.Bit % 2 == 1)));
    }

    private static FieldsValue Only(ObjectModel model, FieldsValue whole, Func<ObjectFieldModel, bool> chosen) =>
        new(model.Fields.Where(chosen).Select(field => new NamedValue(field.Name, whole[field.Name]!)).ToEquatableArray());

    /// <summary>
    /// A baseline and what the object is now: some fields differ, some differ by less than the wire shows, some are the same. The bytes
    /// hold the first alone.
    /// </summary>
    private IEnumerable<VectorCase> Deltas(ObjectModel model)
    {
        var baseline = Arrived(model, new Sampler(protocol, SampleSort.Typical).Fields(model));
        var other = Arrived(model, new Sampler(protocol, SampleSort.Typical, seed: 3).Fields(model));
        var current = new List<NamedValue>();
        foreach (var field in model.Fields)
        {
            var value = field.Bit % 3 == 0 ? other[field.Name]! : baseline[field.Name]!;
            current.Add(new NamedValue(field.Name, field.Bit % 3 == 1 ? Nudged(field.Type, value) : value));
        }

        var now = new FieldsValue(current.ToEquatableArray());
        var changed = Only(model, now, field => !Encoded(model, field, now).SequenceEqual(Encoded(model, field, baseline)));
        yield return new VectorCase($"{model.Name}: delta", model.Name, VectorCase.Encode, json.Fields(model, now), interpreter.EncodeObject(model, changed))
        {
            BaselineJson = json.Fields(model, baseline),
        };
    }

    private FieldsValue Arrived(ObjectModel model, FieldsValue value) =>
        interpreter.DecodeObject(model, interpreter.EncodeObject(model, value)).Value;

    private byte[] Encoded(ObjectModel model, ObjectFieldModel field, FieldsValue value) =>
        interpreter.EncodeObject(model, Only(model, value, item => item == field));

    private static WireValue Nudged(TypeModel type, WireValue value)
    {
        if (type is not QuantizedType { Quantization: var rule } || value is not RealValue number)
            return value;
        var nudged = number.Value + (rule.Step / 4);
        return new RealValue(rule.Natural == ScalarKind.F32 ? (float)nudged : nudged);
    }

    private IEnumerable<VectorCase> Malformed(ObjectModel model, CaseMaker maker)
    {
        var typical = new Sampler(protocol, SampleSort.Typical).Fields(model);
        var whole = interpreter.EncodeObject(model, typical);
        var cases = maker.DecodeOnly("ends before its mask", []);
        if (model.MaskBytes > 1)
            cases = cases.Concat(maker.DecodeOnly("ends within its mask", [.. whole.Take(model.MaskBytes - 1)]));

        var mask = whole.Take(model.MaskBytes).ToArray();
        for (var i = 0; i < model.Fields.Count; i++)
        {
            var begin = interpreter.EncodeObject(model, Only(model, typical, field => model.Fields.Take(i).Contains(field)));
            cases = cases.Concat(maker.DecodeOnly($"ends before {model.Fields[i].Name}", [.. mask, .. begin.Skip(model.MaskBytes)]));
        }

        cases = cases.Concat(maker.DecodeOnly("lacks its last byte", [.. whole.Take(whole.Length - 1)]));
        foreach (var bit in Unused(model))
            cases = cases.Concat(maker.DecodeOnly($"bit {bit} is nobody's", OnlyBit(model.MaskBytes, bit)));

        var poisoned =
            from field in model.Fields
            from poison in Poison.Of(field.Type, protocol)
            let value = new FieldsValue(new NamedValue(field.Name, poison.Value))
            from item in maker.DecodeOnly($"{field.Name} {poison.Label}", interpreter.EncodeObject(model, value))
            select item;
        return cases.Concat(poisoned);
    }

    private static IEnumerable<int> Unused(ObjectModel model)
    {
        var free = Enumerable.Range(0, model.MaskBytes * 8).Where(bit => model.Fields.All(field => field.Bit != bit)).ToArray();
        return free.Length == 0 ? [] : new[] { free[0], free[free.Length - 1] }.Distinct();
    }

    private static byte[] OnlyBit(int maskBytes, int bit)
    {
        var mask = new byte[maskBytes];
        mask[bit / 8] |= (byte)(1 << (bit % 8));
        return mask;
    }

    private IEnumerable<VectorCase> Peers(ObjectModel model, CaseMaker maker) =>
        from peer in Versions.Older(protocol)
        where Versions.HidesAny(model.Fields.Select(field => field.Since), peer)
        from item in maker.EncodeOnly($"to a peer of {peer}", new Sampler(protocol, SampleSort.Typical).Fields(model), peer)
        select item;
}
