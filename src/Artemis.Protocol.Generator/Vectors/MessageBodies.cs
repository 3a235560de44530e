using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>MessagePack that our encoders do not write: some of it decoders must take, the rest they must refuse.</summary>
internal sealed class MessageBodies(ProtocolModel protocol)
{
    public IEnumerable<(string Label, byte[] Bytes)> Of(EquatableArray<FieldModel> fields)
    {
        var typical = MessagePair.Of(protocol, fields, new Sampler(protocol, SampleSort.Typical).Fields(fields));
        var small = MessagePair.Of(protocol, fields, new Sampler(protocol, SampleSort.Minimal).Fields(fields));
        return OddlySpelled(fields, typical)
            .Concat(fields.SelectMany(field => Spoiled(field, small)))
            .Concat(Cut(small, MessagePair.Map(small)));
    }

    private static IEnumerable<(string Label, byte[] Bytes)> OddlySpelled(EquatableArray<FieldModel> fields, MessagePair[] pairs)
    {
        MessagePair[] unknown =
        [
            new("zzNumber", [0x2a]),
            new("zzNested", [0x81, 0xa1, 0x61, 0x93, 0x01, 0xc0, 0xc4, 0x01, 0xff]),
            new("zzExtension", [0xd4, 0x05, 0x00]),
        ];
        yield return ("unknown keys", MessagePair.Map([.. pairs, .. unknown]));
        yield return ("map head of 16 bits", [0xde, (byte)(pairs.Length >> 8), (byte)pairs.Length, .. MessagePair.Map(pairs).Skip(HeadLength(pairs))]);
        yield return ("map head of 32 bits", [0xdf, 0, 0, (byte)(pairs.Length >> 8), (byte)pairs.Length, .. MessagePair.Map(pairs).Skip(HeadLength(pairs))]);
        yield return ("keys in reverse", MessagePair.Map([.. pairs.AsEnumerable().Reverse()]));

        var wide = fields.ToDictionary(field => field.Name, field => field.Type);
        yield return ("wide formats", MessagePair.Map([.. pairs.Select(pair => pair with { Value = WideFormat.Of(wide[pair.Key], pair.Value) })]));
        if (pairs.Length > 0)
            yield return ("a key twice, the last counts", MessagePair.Map([pairs[0] with { Value = MessagePair.Nil }, .. pairs]));
    }

    private static int HeadLength(MessagePair[] pairs) => MessagePair.Pack(writer => writer.MapHead(pairs.Length)).Length;

    private IEnumerable<(string Label, byte[] Bytes)> Spoiled(FieldModel field, MessagePair[] pairs)
    {
        yield return ($"no {field.Name}", MessagePair.Map([.. pairs.Where(pair => pair.Key != field.Name)]));
        yield return ($"{field.Name} is nil", With(MessagePair.Nil));
        yield return ($"{field.Name} is of another sort", With(field.Type is TextType or UuidType or BytesType ? [0x05] : [0xa1, 0x78]));

        foreach (var (label, value) in BadValue.Of(field.Type, protocol))
            yield return ($"{field.Name} {label}", With(value));

        byte[] With(byte[] value) => MessagePair.Map([.. pairs.Where(pair => pair.Key != field.Name), new MessagePair(field.Name, value)]);
    }

    private static IEnumerable<(string Label, byte[] Bytes)> Cut(MessagePair[] pairs, byte[] whole)
    {
        yield return ("is empty", []);
        yield return ("is no map", [0x90]);
        yield return ("begins with 0xc1", [0xc1]);
        yield return ("has a byte too many", [.. whole, 0xc0]);

        var ends = HeadLength(pairs);
        foreach (var pair in pairs)
        {
            yield return ($"ends before {pair.Key}", [.. whole.Take(ends)]);
            ends += MessagePair.Pack(writer => writer.Text(pair.Key)).Length + pair.Value.Length;
        }

        if (pairs.Length > 0)
            yield return ("lacks its last byte", [.. whole.Take(whole.Length - 1)]);
    }
}
