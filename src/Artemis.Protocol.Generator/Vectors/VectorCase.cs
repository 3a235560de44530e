using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Vectors;

/// <summary>One golden case: bytes, and the value they stand for or the error they must be refused with.</summary>
/// <param name="Direction"><c>both</c>, <c>decode</c> or <c>encode</c>.</param>
/// <param name="ValueJson">The value; null for errors.</param>
/// <param name="Bytes">Null where an encoder must refuse the value.</param>
internal sealed record VectorCase(string Name, string Type, string Direction, string? ValueJson, byte[]? Bytes)
{
    public const string Both = "both";
    public const string Decode = "decode";
    public const string Encode = "encode";

    public WireStatus Error { get; init; } = WireStatus.Ok;

    /// <summary>For messages: where the error is.</summary>
    public string? Path { get; init; }

    /// <summary>Of frames: the side that sends them.</summary>
    public Origins Origin { get; init; }

    /// <summary>The version an encoder is told the peer has, where it is not the schema's.</summary>
    public ProtocolVersion? Peer { get; init; }

    /// <summary>Of deltas: the value on which the bytes are to be applied.</summary>
    public string? BaselineJson { get; init; }

    /// <summary>How many keys of a message the schema does not have.</summary>
    public int UnknownKeys { get; init; }

    public string ToJson() => JsonText.Object(
        ("name", JsonText.Quote(Name)),
        ("type", JsonText.Quote(Type)),
        ("direction", JsonText.Quote(Direction)),
        ("origin", Origin == Origins.None ? null : JsonText.Quote(Origin.ToString().ToLowerInvariant())),
        ("peer", Peer is null ? null : JsonText.Quote(Peer.ToString())),
        ("baseline", BaselineJson),
        ("value", ValueJson),
        ("unknownKeys", UnknownKeys == 0 ? null : UnknownKeys.ToString()),
        ("hex", Bytes is null ? null : JsonText.Quote(HexText.Of(Bytes))),
        ("error", Error == WireStatus.Ok ? null : JsonText.Quote(Error.ToString())),
        ("path", Path is null ? null : JsonText.Quote(Path)));
}
