using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Vectors;
using Artemis.Protocol.Tests.Values;
using Artemis.Protocol.Tests.Vectors;

namespace Artemis.Protocol.Tests.Generated;

/// <summary>Compares a codec with the reference interpreter. Each property gives where they differ, or null.</summary>
internal sealed class Agreement(ICodec reference, ICodec subject)
{
    private readonly ValueJson spelling = new(reference.Protocol);

    /// <summary>Both encode an arbitrary value to the same bytes, and decode them to the same value.</summary>
    public string? OnValue(WireType type, int seed)
    {
        var fields = type.Fields(reference.Protocol);
        var value = new ArbitraryValues(reference.Protocol, seed).Fields(fields);
        var expected = reference.Encode(type, value);
        var actual = subject.Encode(type, value);
        return expected.AsSpan().SequenceEqual(actual)
            ? OnBytes(type, expected)
            : $"{spelling.Fields(fields, value)} is encoded to {Hex(actual)}, expected {Hex(expected)}";
    }

    /// <summary>Both say the same of damaged bytes.</summary>
    public string? OnDamage(WireType type, int seed) => OnBytes(type, CodecProperties.DamagedBytes(reference, type, seed));

    /// <summary>Both say the same of bytes that nobody encoded.</summary>
    public string? OnNoise(WireType type, int seed)
    {
        var random = new Random(seed);
        var noise = new byte[random.Next(64)];
        random.NextBytes(noise);
        return OnBytes(type, type.Kind is "packet" or "message" ? [.. new byte[FrameHeader.Size], .. noise] : noise);
    }

    /// <summary>Both send the same of an object that changed.</summary>
    public string? OnDelta(WireType type, int seed)
    {
        if (type.Kind != "object")
            return null;

        var model = reference.Protocol.Objects.First(item => item.Name == type.Name);
        var baseline = new ArbitraryValues(reference.Protocol, seed).Whole(model);
        var other = new ArbitraryValues(reference.Protocol, seed ^ 1).Whole(model);
        var chosen = new Random(seed);
        var current = new FieldsValue(baseline.Fields
            .Zip(other.Fields, (before, after) => chosen.Next(2) == 0 ? before : after)
            .ToEquatableArray());

        var expected = reference.EncodeDelta(type.Name, baseline, current);
        var actual = subject.EncodeDelta(type.Name, baseline, current);
        return expected.AsSpan().SequenceEqual(actual) ? null : $"the change is encoded to {Hex(actual)}, expected {Hex(expected)}";
    }

    private static bool IsMessageFault(WireStatus status) => status is WireStatus.Truncated or WireStatus.BadMessage;

    private string? OnBytes(WireType type, byte[] bytes)
    {
        var expected = reference.Decode(type, bytes);
        var actual = subject.Decode(type, bytes);
        if (expected.Status != WireStatus.Ok || actual.Status != WireStatus.Ok)
        {
            // Which of several faults is reported is a decoder's own affair; bytes that are not even a MessagePack value may be
            // called cut short or malformed.
            return expected.Faults.Contains(actual.Status) || (IsMessageFault(actual.Status) && expected.Faults.Any(IsMessageFault))
                ? null
                : $"{Hex(bytes)} is decoded with {actual.Status}, expected {string.Join(" or ", expected.Faults.DefaultIfEmpty(WireStatus.Ok))}";
        }

        var fields = type.Fields(reference.Protocol);
        var (right, given) = (spelling.Fields(fields, expected.Value!), spelling.Fields(fields, actual.Value!));
        if (right != given)
            return $"{Hex(bytes)} is decoded to {given}, expected {right}";
        return expected.UnknownKeys == actual.UnknownKeys ? null : $"{actual.UnknownKeys} keys were skipped, expected {expected.UnknownKeys}";
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
