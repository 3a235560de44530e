using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Spells explained packets for programs: one JSON object a packet, on one line.</summary>
/// <remarks>
/// Members: <c>offset</c>, <c>length</c>, <c>origin</c> ("server" or "client"), <c>type</c> ("0x…"), <c>name</c>, then <c>fields</c> or
/// <c>error</c> {<c>status</c>, <c>offset</c>, <c>path</c>, <c>message</c>, <c>skipped</c>, and <c>read</c>: fields before the error}.
/// A quantized number is {<c>value</c>, <c>code</c>, <c>quantity</c>}, a member of an enum {<c>value</c>, <c>name</c>}.
/// </remarks>
public static class ExplainJson
{
    public static string Line(ExplainedPacket packet)
    {
        var isFramed = packet.Outcome != ExplainOutcome.BadFraming;
        return JsonText.Object(
            ("offset", packet.Offset.ToString()),
            ("length", packet.Length.ToString()),
            ("origin", packet.Origin == Origins.None ? null : JsonText.Quote(packet.Origin.ToString().ToLowerInvariant())),
            ("type", isFramed ? JsonText.Quote($"0x{packet.TypeId:x8}") : null),
            ("name", packet.Name is { } name ? JsonText.Quote(name) : null),
            ("fields", packet is { Error: null, Fields: { } fields } ? Of(fields) : null),
            ("error", packet.Error is { } error ? Of(error, packet) : null));
    }

    private static string Of(WireFault error, ExplainedPacket packet) => JsonText.Object(
        ("status", JsonText.Quote(error.Status.ToString())),
        ("offset", error.Offset.ToString()),
        ("path", error.Path.Length == 0 ? null : JsonText.Quote(error.Path)),
        ("message", JsonText.Quote(error.Message)),
        ("skipped", packet.Outcome == ExplainOutcome.BadFraming ? "false" : "true"),
        ("read", packet.Fields is { Parts.Count: > 0 } fields ? Of(fields) : null));

    private static string Of(ExplainedNode node) => node switch
    {
        ExplainedLeaf leaf => leaf.Json,
        ExplainedGroup group => JsonText.Object(group.Parts.Select(part => (part.Name, (string?)Of(part.Node)))),
        ExplainedList list => JsonText.Array(list.Items.Select(Of)),
        _ => throw new NotSupportedException(node.GetType().Name),
    };
}
