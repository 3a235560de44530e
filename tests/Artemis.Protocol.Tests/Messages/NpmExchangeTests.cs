using System.Buffers;
using System.Text.Json;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Vectors;
using Artemis.Protocol.MessagePack;
using Artemis.Protocol.Tests.Generated;
using Artemis.Protocol.Tests.Vectors;
using Xunit;
using FrameHeader = Artemis.Protocol.Runtime.FrameHeader;

namespace Artemis.Protocol.Tests.Messages;

/// <summary>C# and npm's <c>@msgpack/msgpack</c> exchange bytes, both ways.</summary>
public sealed class NpmExchangeTests
{
    private static readonly int[] Sizes = [0, 1, 15, 16, 31, 32, 255, 256, 65_535, 65_536];

    private static readonly long[] Signed =
        [-1, -32, -33, -128, -129, -32_768, -32_769, int.MinValue, int.MinValue - 1L, long.MinValue];

    private static readonly ulong[] Unsigned =
        [0, 127, 128, 255, 256, 65_535, 65_536, uint.MaxValue, uint.MaxValue + 1UL, ulong.MaxValue];

    [Fact]
    public async Task Messages_of_generated_code_arrive_in_npms_library_and_come_back()
    {
        var codec = Codecs.Artemis;
        var json = new JsonValues(codec.Protocol);
        var spelling = new ValueJson(codec.Protocol);
        var cases = VectorCase.Parse(File.ReadAllText(Schemas.PathOf("protocol-schema/vectors/messages.json")))
            .Where(item => item is { Encodes: true, Decodes: true, Peer: null, UnknownKeys: 0, Error: WireStatus.Ok })
            .ToArray();
        var frames = cases
            .Select(item => codec.Encode(item.Type, json.Fields(item.Type.Fields(codec.Protocol), item.Value!.Value)))
            .ToArray();

        var answers = await NpmLibrary.DecodeAndEncode(frames.Select(frame => frame[FrameHeader.Size..]));

        Assert.Equal(cases.Length, answers.Count);
        foreach (var ((item, frame), answer) in cases.Zip(frames).Zip(answers))
        {
            var fields = item.Type.Fields(codec.Protocol);
            var sent = spelling.Fields(fields, codec.Decode(item.Type, frame).Value!);
            Assert.Equal((item.Name, sent), (item.Name, spelling.Fields(fields, json.Fields(fields, answer.Value))));

            var back = codec.Decode(item.Type, [.. frame[..FrameHeader.Size], .. answer.Bytes]);
            Assert.Equal((item.Name, WireStatus.Ok), (item.Name, back.Status));
            // That library writes every whole number as an integer, of which none is a negative zero.
            if (!item.Name.EndsWith("negative zero", StringComparison.Ordinal))
                Assert.Equal((item.Name, sent), (item.Name, spelling.Fields(fields, back.Value!)));
        }

        Assert.Equal(codec.Protocol.Messages.Count, cases.Select(item => item.Type.Name).Distinct().Count());
    }

    /// <summary>Both always choose the shortest format, so the bytes are the same.</summary>
    [Fact]
    public async Task Every_format_is_the_same_bytes_in_both()
    {
        byte[][] written =
        [
            Bytes((ref writer) => writer.WriteNil()),
            Bytes((ref writer) => writer.Write(true)),
            Bytes((ref writer) => writer.Write(false)),
            Bytes((ref writer) => writer.Write(1.5)),
            Bytes((ref writer) => writer.Write(-1e300)),
            Bytes((ref writer) => writer.Write(double.PositiveInfinity)),
            .. Signed.Select(number => Bytes((ref writer) => writer.Write(number))),
            .. Unsigned.Select(number => Bytes((ref writer) => writer.Write(number))),
            .. Sizes.Select(size => Bytes((ref writer) => writer.Write(new string('x', size)))),
            Bytes((ref writer) => writer.Write("Zoë 🚀 宇")),
            .. Sizes.Select(size => Bytes((ref writer) => writer.Write(new byte[size].AsSpan()))),
            .. Sizes.Select(size => Bytes((ref writer) => WriteArray(ref writer, size))),
            .. Sizes.Select(size => Bytes((ref writer) => WriteMap(ref writer, size))),
            .. Sizes.Skip(1).Select(size => Bytes((ref writer) => WriteExtension(ref writer, size))),
        ];

        var answers = await NpmLibrary.DecodeAndEncode(written);

        Assert.Equal(written.Length, answers.Count);
        foreach (var (bytes, answer) in written.Zip(answers))
        {
            Assert.Equal(Hex(bytes), Hex(answer.Bytes));
            Assert.Equal(bytes.Length, Read(answer.Bytes));
        }

        Assert.Equal(JsonValueKind.Null, answers[0].Value.ValueKind);
        Assert.Equal(JsonValueKind.True, answers[1].Value.ValueKind);
        Assert.Equal(1.5, answers[3].Value.GetDouble());
    }

    /// <summary>Goes over a value with the reader and says how many bytes it has.</summary>
    private static long Read(byte[] bytes)
    {
        var reader = new MessagePackReader(bytes);
        reader.Skip();
        Assert.True(reader.End);
        return reader.Consumed;
    }

    private static void WriteArray(ref MessagePackWriter writer, int count)
    {
        writer.WriteArrayHeader(count);
        for (var i = 0; i < count; i++)
            writer.Write(i);
    }

    private static void WriteMap(ref MessagePackWriter writer, int count)
    {
        writer.WriteMapHeader(count);
        for (var i = 0; i < count; i++)
        {
            // Not digits alone, which JavaScript would put in front of other keys.
            writer.Write($"k{i}");
            writer.Write(-i);
        }
    }

    private static void WriteExtension(ref MessagePackWriter writer, int size)
    {
        writer.WriteExtensionFormatHeader(new ExtensionHeader(7, (uint)size));
        writer.WriteRaw(new byte[size]);
    }

    private static byte[] Bytes(Write write)
    {
        var output = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(output);
        write(ref writer);
        writer.Flush();
        return output.WrittenSpan.ToArray();
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private delegate void Write(ref MessagePackWriter writer);
}
