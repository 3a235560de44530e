using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>
/// Turns values and bytes into cases of one type, asking the interpreter what becomes of them. A case is written only if every
/// decoder must agree: bytes with faults of two kinds are left out, because which one is found first is a decoder's own affair.
/// </summary>
/// <param name="typeName">The type of the cases.</param>
/// <param name="encode">Value to bytes, for a peer of a version.</param>
/// <param name="decode">Bytes to value.</param>
/// <param name="spell">Value to JSON.</param>
internal sealed class CaseMaker(
    string typeName,
    Func<FieldsValue, ProtocolVersion?, byte[]> encode,
    Func<byte[], Decoded<FieldsValue>> decode,
    Func<FieldsValue, string> spell)
{
    private readonly HashSet<string> written = [];

    /// <summary>Side that sends the frames; None for bodies.</summary>
    public Origins Origin { get; init; }

    /// <summary>Whether the type is sent by both sides, so that names of cases must say by which.</summary>
    public bool IsFromBoth { get; init; }

    private string Sender => IsFromBoth ? $" from {Origin.ToString().ToLowerInvariant()}" : string.Empty;

    /// <summary>A value of which encoding and decoding are exact opposites; where they are not, a case of encoding.</summary>
    public IEnumerable<VectorCase> Exact(string name, FieldsValue value) => New(() =>
    {
        var bytes = encode(value, null);
        var arrived = decode(bytes);
        var isStable = arrived.Status == WireStatus.Ok && encode(arrived.Value, null).SequenceEqual(bytes);
        return isStable
            ? Case(name, VectorCase.Both, spell(arrived.Value), bytes)
            : Case(name, VectorCase.Encode, spell(value), bytes);
    });

    /// <summary>A value that encoders change, such as by clamping.</summary>
    public IEnumerable<VectorCase> EncodeOnly(string name, FieldsValue value, ProtocolVersion? peer = null) =>
        New(() => Case(name, VectorCase.Encode, spell(value), encode(value, peer)) with { Peer = peer });

    /// <summary>A value that an encoder must refuse.</summary>
    public IEnumerable<VectorCase> Refused(string name, FieldsValue value) =>
        New(() => Case(name, VectorCase.Encode, spell(value), null) with { Error = WireStatus.OutOfRange });

    /// <summary>Bytes that decoders must take or refuse.</summary>
    public IEnumerable<VectorCase> DecodeOnly(string name, byte[] bytes) => New(() =>
    {
        var decoded = decode(bytes);
        if (decoded.Faults.Select(fault => fault.Status).Distinct().Count() > 1)
            return null;
        if (decoded.Status == WireStatus.Ok)
            return Case(name, VectorCase.Decode, spell(decoded.Value), bytes) with { UnknownKeys = CountUnknown(decoded.Value) };

        var path = decoded.Status is WireStatus.MissingKey or WireStatus.BadMessage ? decoded.Faults[0].Path : string.Empty;
        return Case(name, VectorCase.Decode, null, bytes) with { Error = decoded.Status, Path = path.Length == 0 ? null : path };
    });

    private static int CountUnknown(WireValue value) => value switch
    {
        FieldsValue fields => fields.Unknown.Count + fields.Fields.Sum(field => CountUnknown(field.Value)),
        ListValue list => list.Items.Sum(CountUnknown),
        _ => 0,
    };

    private VectorCase Case(string name, string direction, string? value, byte[]? bytes) =>
        new($"{typeName}{Sender}: {name}", typeName, direction, value, bytes) { Origin = Origin };

    /// <summary>The case, when its turn comes, unless it says what an earlier one said.</summary>
    private IEnumerable<VectorCase> New(Func<VectorCase?> make)
    {
        if (make() is { } item && written.Add((item with { Name = string.Empty, Direction = VectorCase.Both }).ToJson()))
            yield return item;
    }
}
