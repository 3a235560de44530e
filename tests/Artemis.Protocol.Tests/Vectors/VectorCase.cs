using System.Text.Json;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tests.Vectors;

/// <summary>A case of a file of vectors; see the README of <c>protocol-schema/vectors</c>.</summary>
internal sealed class VectorCase(JsonElement json, string kind)
{
    public string Name => Text("name") ?? "";

    public string Kind { get; } = json.TryGetProperty("kind", out var own) ? own.GetString()! : kind;

    public WireType Type => new(Kind, Text("type")!, Origin);

    public Origins Origin => Text("origin") switch { "server" => Origins.Server, "client" => Origins.Client, _ => Origins.None };

    public bool Encodes => Text("direction") is "both" or "encode";

    public bool Decodes => Text("direction") is "both" or "decode";

    public ProtocolVersion? Peer =>
        Text("peer")?.Split('.') is [var major, var minor] ? new ProtocolVersion(int.Parse(major), int.Parse(minor)) : null;

    public JsonElement? Value => json.TryGetProperty("value", out var value) ? value : null;

    public JsonElement? Baseline => json.TryGetProperty("baseline", out var value) ? value : null;

    public int UnknownKeys => json.TryGetProperty("unknownKeys", out var count) ? count.GetInt32() : 0;

    public WireStatus Error => Text("error") is { } name ? Enum.Parse<WireStatus>(name) : WireStatus.Ok;

    public string Path => Text("path") ?? "";

    /// <summary>The bytes; frames computed by hand have them in parts.</summary>
    public byte[] Bytes => Convert.FromHexString(
        Text("hex") ?? string.Concat(json.GetProperty("parts").EnumerateArray().Select(part => part[0].GetString())));

    public override string ToString() => Name;

    public static IReadOnlyList<VectorCase> Parse(string text)
    {
        var file = JsonDocument.Parse(text).RootElement;
        var kind = file.TryGetProperty("kind", out var common) ? common.GetString()! : "";
        return [.. file.GetProperty("cases").EnumerateArray().Select(item => new VectorCase(item, kind))];
    }

    private string? Text(string member) => json.TryGetProperty(member, out var value) ? value.GetString() : null;
}
