namespace Artemis.Protocol.Generator.Tests.CSharp;

/// <summary>A program over the protocol of odds and ends: masks of 64 bits, newer fields, optionals, bytes, lists, nested structs.</summary>
internal static class KitchenSink
{
    /// <summary>Its <c>Probe.Run</c> says what does not hold, or nothing.</summary>
    public const string Probe = """
        using System.Buffers;
        using Artemis.Protocol.Runtime;
        using Odds.And.Ends;

        public static class Probe
        {
            private static readonly ProtocolVersion Old = new(2, 0);

            public static string Run()
            {
                foreach (var probe in new Func<string>[] { Objects, Masks, Versions, OldPeers, Messages })
                {
                    if (probe() is { Length: > 0 } trouble)
                        return $"{probe.Method.Name}: {trouble}";
                }

                return "";
            }

            private static string Objects()
            {
                Sample().Quantize(out var codes);
                var bytes = new byte[Everything.MaxEncodedSize];
                var size = Everything.Quantized.Encode(bytes, in codes, Everything.AllFields);
                if (size != Everything.Quantized.EncodedSize(in codes, Everything.AllFields))
                    return "the size is not what was said";

                var value = default(Everything);
                var status = Everything.Decode(bytes.AsSpan(0, size), ref value, out var mask, out var read);
                if (status != DecodeStatus.Ok || mask != Everything.AllFields || read != size)
                    return $"{status} {mask:x} {read}";
                codes.Dequantize(out var expected);
                if (value != expected)
                    return "what arrives is not what was sent";
                if (Math.Abs(value.Turn - 1) > 0.0124 || Math.Abs(value.Cents + 12.34) > 0.0001 || value.Offset != 100 || value.Die != 6 || value.Snapped != 1.25f)
                    return $"{value.Turn} {value.Cents} {value.Offset} {value.Die} {value.Snapped}";

                for (var cut = 0; cut < size; cut++)
                {
                    var untouched = Sample();
                    if (Everything.Decode(bytes.AsSpan(0, cut), ref untouched, out _, out _) == DecodeStatus.Ok || untouched != Sample())
                        return $"{cut} of {size} bytes are accepted, or change the object";
                }

                return "";
            }

            private static string Masks()
            {
                Sample().Quantize(out var codes);
                var random = new Random(1);
                var bytes = new byte[Everything.MaxEncodedSize];
                for (var i = 0; i < 2000; i++)
                {
                    var mask = (ulong)random.NextInt64() << 1 & Everything.AllFields;
                    var size = Everything.Quantized.Encode(bytes, in codes, mask);
                    var onto = default(Everything.Quantized);
                    if (Everything.Quantized.Decode(bytes.AsSpan(0, size), ref onto, out var read, out _) != DecodeStatus.Ok || read != mask)
                        return $"mask {mask:x} is read as {read:x}";
                    var copied = default(Everything.Quantized);
                    Everything.Quantized.Copy(in codes, ref copied, mask);
                    if (onto != copied)
                        return $"mask {mask:x} brings other fields";
                    if ((Everything.Quantized.Diff(in copied, in codes) & mask) != 0)
                        return $"mask {mask:x} leaves a difference";

                    var natural = Sample();
                    natural.Anonymous = 7;
                    var expected = natural;
                    codes.Dequantize(mask, ref expected);
                    if (Everything.Decode(bytes.AsSpan(0, size), ref natural, out _, out _) != DecodeStatus.Ok || natural != expected)
                        return $"mask {mask:x} brings other values";
                }

                return "";
            }

            private static string Versions()
            {
                if (Everything.KnownFields(Old) != (Everything.AllFields & ~(Everything.Fields.Anonymous | Everything.Fields.End)))
                    return "an older peer is said to know newer fields";
                return Four.KnownFields(Old) == 0 && Four.KnownFields(SinkProtocol.Version) == Four.AllFields ? "" : "an older peer is said to know a newer object";
            }

            private static string OldPeers()
            {
                var big = new Big { Deep = SampleDeep(), Loose = SampleLoose(), Later = 5, Maybe = 3 };
                big.Lists.Add(600);
                var body = new byte[Big.MaxEncodedSize];
                var size = big.Encode(body);
                if (size != big.EncodedSize() || Big.Decode(body.AsSpan(0, size), out var again) != DecodeStatus.Ok || again != big)
                    return "an event does not round-trip";
                var older = big.Encode(body, Old);
                if (older >= size || Big.Decode(body.AsSpan(0, older), out again) != DecodeStatus.Ok)
                    return "an older peer's event is refused";
                return again.Later == 0 && again.Maybe is null && again.Loose == big.Loose ? "" : "an older peer's event brings newer fields";
            }

            private static string Messages()
            {
                var leaf = new Leaf { Id = Guid.NewGuid(), Ratio = 0.25f, Kind = (Error)500, Note = new string('n', 290) };
                var tree = new Tree { Leaves = [leaf, leaf], Best = leaf, Grid = [-1, 2], Names = ["a", "ö"] };
                var full = new Full
                {
                    Tree = tree, Trees = [tree], Big = ulong.MaxValue, Signed = long.MinValue, Restricted = 10, Die = 6, Turn = 1, Offset = 150,
                    Wide = (Wide)ulong.MaxValue, Error = (Error)12345, Bits = (Bits)0x80, Flag = true, Single = 1.1f, Double = 1.1,
                    Blob = new byte[70], Text = "text", Delete = 9,
                };
                var output = new ArrayBufferWriter<byte>();
                full.Encode(output);
                var status = Full.TryDecode(output.WrittenMemory, out var again, out var error);
                if (status != DecodeStatus.Ok)
                    return $"{status} {error}";
                return again!.Tree.Equals(tree) && again.Big == full.Big && again.Signed == full.Signed && again.Delete == 9 && again.Class is null
                    && Math.Abs(again.Turn - 1) < 0.0124 && again.Blob.Length == 70
                    ? ""
                    : "what arrives is not what was sent";
            }

            private static Everything Sample()
            {
                var value = new Everything
                {
                    Flag = true, Tiny = -128, Short = -300, Long = int.MinValue, WideSigned = long.MinValue, Wide = ulong.MaxValue,
                    Serial = 15000000000000000000, Die = 9, Real = -0.5f, Double = Math.PI, Turn = 1, Dial = 0.125, Fine = 0.75, Offset = 1, Cents = -12.34,
                    Snapped = 1.3f, Error = (Error)500, Huge = (Wide)ulong.MaxValue, Signed = (Signed)(-128), Bits = (Bits)9, ManyBits = (ManyBits)1,
                    Text = new string('t', 300), Bytes = new Bytes5(new byte[] { 1, 2, 3 }), Deep = SampleDeep(), Loose = SampleLoose(),
                    Last = 255, First = 65535, Whole = 17, Anonymous = 5, End = true,
                };
                value.Grid[2] = -3;
                value.List.Add(SampleDeep());
                value.Fractions.Add(0.5f);
                return value;
            }

            private static Deep SampleDeep()
            {
                var deep = new Deep { Words = SampleWords(), Maybe = SampleWords(), Raw = new Bytes3(new byte[] { 9 }) };
                deep.Many.Add(SampleWords());
                deep.Grid[1] = 7;
                deep.Texts.Add("five5");
                return deep;
            }

            private static Loose SampleLoose() => new() { A = 77, Fine = 1, Blob = new Bytes300(new byte[299]) };

            private static Words SampleWords() => new() { Delete = true, Class = 3, Constructor = "four", Value = 6, Reader = -5, View = 0.1 };
        }
        """;
}
