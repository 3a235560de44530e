using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tests.Vectors;

/// <summary>Something that turns values into bytes and back: the reference interpreter, or generated code behind an adapter.</summary>
internal interface ICodec
{
    ProtocolModel Protocol { get; }

    /// <summary>Whether errors name just the innermost key, <c>name</c> instead of <c>players[0].name</c>.</summary>
    bool NamesInnermostKey => false;

    /// <summary>Bytes of a value: a body, or a whole frame of a packet or message.</summary>
    /// <param name="peer">Version of the receiver; null for the schema's own.</param>
    byte[] Encode(WireType type, FieldsValue value, ProtocolVersion? peer = null);

    /// <summary>An object's changed fields: what differs from the baseline after quantization.</summary>
    byte[] EncodeDelta(string objectName, FieldsValue baseline, FieldsValue current);

    Decoding Decode(WireType type, byte[] bytes);

    /// <summary>Bytes again of what was decoded, unknown keys of messages included.</summary>
    byte[] Reencode(WireType type, Decoding decoding);

    /// <summary>The frames of a WebSocket message: packet type and body.</summary>
    (WireStatus Status, IReadOnlyList<(uint Type, byte[] Body)> Frames) ReadFrames(byte[] message, Origins expected);
}

/// <summary>What came out of decoding.</summary>
/// <param name="Status">Ok, or what was found to be wrong.</param>
/// <param name="Value">Null if something was wrong.</param>
/// <param name="Faults">All that is wrong, for a codec that looks for all of it; else just the status.</param>
/// <param name="Path">For a missing key or a bad message: the key.</param>
/// <param name="Native">The decoded value as the codec itself has it.</param>
internal sealed record Decoding(
    WireStatus Status, FieldsValue? Value, IReadOnlyList<WireStatus> Faults, string Path = "", int UnknownKeys = 0, object? Native = null);
