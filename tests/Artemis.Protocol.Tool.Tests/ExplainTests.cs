using System.Text.Json;

namespace Artemis.Protocol.Tool.Tests;

/// <summary>The bytes were put together by hand from the header's description and the schema.</summary>
public sealed class ExplainTests
{
    /// <summary>TimeSync from a client: stamp 1000.0, echo 0.</summary>
    internal const string TimeSync = "efbeadde 28000000 02000000 00000000 14000000 261282f5 0000000000408f40 0000000000000000";

    /// <summary>A frame of a type that the protocol does not have, with two bytes in it.</summary>
    private const string Unknown = "efbeadde 1a000000 01000000 00000000 06000000 78563412 abcd";

    /// <summary>TimeSync with half its body.</summary>
    private const string Short = "efbeadde 20000000 02000000 00000000 0c000000 261282f5 0000000000408f40";

    [Fact]
    public async Task A_packet_is_taken_apart_into_named_fields()
    {
        var result = await Processes.Artemis("explain", "--hex", TimeSync, "--json");

        var packet = Assert.Single(Packets(result));
        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0, packet.GetProperty("offset").GetInt32());
        Assert.Equal(40, packet.GetProperty("length").GetInt32());
        Assert.Equal("client", packet.GetProperty("origin").GetString());
        Assert.Equal("0xf5821226", packet.GetProperty("type").GetString());
        Assert.Equal("TimeSync", packet.GetProperty("name").GetString());
        Assert.Equal(1000, packet.GetProperty("fields").GetProperty("stamp").GetDouble());
    }

    [Fact]
    public async Task Packets_that_are_not_ours_are_said_to_be_so_and_skipped()
    {
        var result = await Processes.Artemis("explain", "--hex", Unknown + Short + TimeSync, "--json");

        var packets = Packets(result);
        Assert.Equal(0, result.ExitCode);
        Assert.Equal([0, 26, 58], packets.Select(packet => packet.GetProperty("offset").GetInt32()));
        Assert.Equal("UnknownPacket", packets[0].GetProperty("error").GetProperty("status").GetString());
        Assert.Equal("Truncated", packets[1].GetProperty("error").GetProperty("status").GetString());
        Assert.True(packets[2].TryGetProperty("fields", out _));
    }

    [Theory]
    [InlineData("efbeaddf 18000000 01000000 00000000 04000000 00000000", "BadMagic")]
    [InlineData("efbeadde 18000000 01000000 00000000 05000000 00000000", "BadLength")]
    [InlineData("efbeadde 18000000 03000000 00000000 04000000 00000000", "WrongOrigin")]
    [InlineData("efbeadde 18000000 01000000", "Truncated")]
    [InlineData("efbeadde 19000000 01000000 00000000 05000000 00000000", "Truncated")]
    [InlineData("efbeadde 00001000 01000000 00000000 ecff0f00 00000000", "FrameTooLarge")]
    public async Task Bad_framing_ends_it_with_the_reason(string hex, string reason)
    {
        var result = await Processes.Artemis("explain", "--hex", TimeSync + hex, "--json");

        var packets = Packets(result);
        Assert.Equal(1, result.ExitCode);
        Assert.Equal(2, packets.Count);
        Assert.Equal(reason, packets[1].GetProperty("error").GetProperty("status").GetString());
        Assert.Contains(reason, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bytes_may_come_by_standard_input_and_the_answer_is_for_people()
    {
        var result = await Processes.ArtemisWithInput(TimeSync, "explain");

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("TimeSync", result.Output, StringComparison.Ordinal);
        Assert.Contains("stamp = 1000", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_schema_of_ones_own_explains_ones_own_packets()
    {
        using var folder = new TemporaryFolder();
        var schema = folder.Write("toy.artemis", "protocol Toy 1.0 { magic = 0x01020304 }\npacket Ping from both = 0x12345678 { a : u16 }");

        var result = await Processes.Artemis("explain", "--schema", schema, "--hex", Unknown.Replace("efbeadde", "04030201", StringComparison.Ordinal), "--json");

        Assert.Equal(0, result.ExitCode);
        Assert.Equal(0xcdab, Assert.Single(Packets(result)).GetProperty("fields").GetProperty("a").GetInt32());
    }

    [Theory]
    [InlineData("--hex", "abc")]
    [InlineData("--hex", "hello")]
    [InlineData("--hex", "")]
    public async Task What_is_not_bytes_is_refused(string option, string hex)
    {
        var result = await Processes.Artemis("explain", option, hex);

        Assert.Equal(1, result.ExitCode);
        Assert.StartsWith("artemis: ", result.Error, StringComparison.Ordinal);
    }

    private static List<JsonElement> Packets(ProcessResult result) =>
        [.. result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];
}
