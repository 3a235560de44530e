using System.Text.Json;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Vectors;
using Xunit;

namespace Artemis.Protocol.Tests.Vectors;

/// <summary>Tries cases on a codec.</summary>
internal sealed class VectorCheck(ICodec codec)
{
    private readonly JsonValues values = new(codec.Protocol);
    private readonly ValueJson spelling = new(codec.Protocol);

    /// <summary>Tries all cases, and fails with a list of those that do not hold.</summary>
    public void All(IReadOnlyCollection<VectorCase> cases)
    {
        var failures = cases.Select(item => (item.Name, Trouble: Try(item))).Where(item => item.Trouble is not null).ToArray();
        Assert.True(
            failures.Length == 0,
            $"{failures.Length} of {cases.Count} cases fail:\n{string.Join("\n", failures.Take(20).Select(item => $"{item.Name}: {item.Trouble}"))}");
        Assert.NotEmpty(cases);
    }

    /// <summary>What does not hold, or null if all does.</summary>
    private string? Try(VectorCase item)
    {
        try
        {
            if (item.Kind == "frames")
                return TryFrames(item);
            return (item.Encodes ? TryEncode(item) : null) ?? (item.Decodes ? TryDecode(item) : null);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"{exception.GetType().Name}: {exception.Message}{exception.StackTrace?.Split('\n')[0]}";
        }
    }

    private string? TryEncode(VectorCase item)
    {
        var fields = item.Type.Fields(codec.Protocol);
        var value = values.Fields(fields, item.Value!.Value);
        if (item.Error != WireStatus.Ok)
            return Refuses(() => codec.Encode(item.Type, value, item.Peer)) ? null : "was encoded, and should have been refused";

        var bytes = item.Baseline is { } baseline
            ? codec.EncodeDelta(item.Type.Name, values.Fields(fields, baseline), value)
            : codec.Encode(item.Type, value, item.Peer);
        return bytes.SequenceEqual(item.Bytes) ? null : $"encoded to {Hex(bytes)}, expected {Hex(item.Bytes)}";
    }

    private static bool Refuses(Func<byte[]> encode)
    {
        try
        {
            encode();
            return false;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private string? TryDecode(VectorCase item)
    {
        var fields = item.Type.Fields(codec.Protocol);
        var decoding = codec.Decode(item.Type, item.Bytes);
        if (decoding.Status != item.Error)
            return $"decoded with {decoding.Status}, expected {item.Error}";
        if (item.Error != WireStatus.Ok)
            return decoding.Path == Key(item.Path) || item.Path.Length == 0 ? null : $"names the key '{decoding.Path}', expected '{Key(item.Path)}'";

        var expected = spelling.Fields(fields, values.Fields(fields, item.Value!.Value));
        var actual = spelling.Fields(fields, decoding.Value!);
        if (actual != expected)
            return $"decoded to {actual}, expected {expected}";
        if (decoding.UnknownKeys != item.UnknownKeys)
            return $"skipped {decoding.UnknownKeys} keys, expected {item.UnknownKeys}";
        return item.UnknownKeys > 0 && item.Name.EndsWith("unknown keys", StringComparison.Ordinal) ? TryReencode(item, decoding) : null;
    }

    /// <summary>A key as the codec names it.</summary>
    private string Key(string path) => codec.NamesInnermostKey ? path.Split('.')[^1].Split('[')[0] : path;

    private string? TryReencode(VectorCase item, Decoding decoding)
    {
        var bytes = codec.Reencode(item.Type, decoding);
        return bytes.SequenceEqual(item.Bytes) ? null : $"encoded again to {Hex(bytes)}, expected {Hex(item.Bytes)}";
    }

    private string? TryFrames(VectorCase item)
    {
        var (status, frames) = codec.ReadFrames(item.Bytes, item.Origin);
        if (status != item.Error)
            return $"read with {status}, expected {item.Error}";
        if (item.Error != WireStatus.Ok)
            return null;

        var expected = item.Value!.Value.EnumerateArray().Select(Frame).ToArray();
        var actual = frames.Select(frame => $"{frame.Type} {Hex(frame.Body)}").ToArray();
        return actual.SequenceEqual(expected) ? null : $"read {string.Join(", ", actual)}, expected {string.Join(", ", expected)}";
    }

    private static string Frame(JsonElement json) => $"{json.GetProperty("type").GetUInt32()} {json.GetProperty("body").GetString()}";

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
