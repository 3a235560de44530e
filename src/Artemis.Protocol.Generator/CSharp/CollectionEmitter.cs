using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>The inline texts, bytes and lists that the schema needs, one type for each capacity.</summary>
internal sealed class CollectionEmitter(CSharpContext context)
{
    private readonly SortedSet<int> texts = [];
    private readonly SortedSet<int> bytes = [];
    private readonly SortedSet<int> lists = [];
    private readonly SortedSet<int> arrays = [];

    public IEnumerable<OutputFile> Emit()
    {
        Collect();
        return texts.Select(max => Counted($"Text{max}", max, TextParts))
            .Concat(bytes.Select(max => Counted($"Bytes{max}", max, BytesParts)))
            .Concat(lists.Select(List))
            .Concat(arrays.Select(Array));
    }

    private void Collect()
    {
        var model = context.Model;
        var types = model.Structs.SelectMany(item => item.Fields)
            .Concat(model.Events.SelectMany(item => item.Fields))
            .Concat(model.Commands.SelectMany(item => item.Fields))
            .Concat(model.Packets.SelectMany(item => PacketShape.Of(item).Stored))
            .Select(field => field.Type)
            .Concat(model.Packets.SelectMany(item => PacketShape.Of(item).Lists).Select(field => ((ArrayType)field.Type).Element))
            .Concat(model.Objects.SelectMany(item => item.Fields).Select(field => field.Type));
        foreach (var type in types)
            Collect(type);
    }

    private void Collect(TypeModel type)
    {
        switch (type)
        {
            case TextType text:
                texts.Add(text.MaxBytes);
                break;
            case BytesType item:
                bytes.Add(item.MaxBytes);
                break;
            case ArrayType array:
                (array.IsFixedCount ? arrays : lists).Add(array.MaxCount);
                Collect(array.Element);
                break;
        }
    }

    private OutputFile Counted(string wanted, int max, Action<IndentedWriter, string, int> parts)
    {
        var name = context.Names.Claimed(wanted);
        return context.File(name, output =>
        {
            parts(output, name, max);
        });
    }

    private static void TextParts(IndentedWriter output, string name, int max)
    {
        output.Line($"/// <summary>Up to {max} bytes of UTF-8, in place: no allocation. The unused bytes are zero.</summary>");
        using (output.Block($"{Layout(output)}public struct {name} : IEquatable<{name}>"))
        {
            CountedMembers(output, name, max);
            output.Blank();
            output.Line("/// <summary>Makes a text; what is too long is cut at a character boundary.</summary>");
            using (output.Block($"public {name}(ReadOnlySpan<byte> utf8)"))
            {
                output.Line("utf8 = Utf8Text.Cut(utf8, Capacity);");
                output.Line($"count = ({CountType(max)})utf8.Length;");
                output.Line("utf8.CopyTo(buffer);");
            }

            output.Blank();
            output.Line("/// <summary>Makes a text; what is too long is cut at a character boundary, a lone surrogate becomes U+FFFD.</summary>");
            output.Line($"public {name}(ReadOnlySpan<char> text) => count = ({CountType(max)})Utf8Text.Encode(text, buffer);");
            output.Blank();
            output.Line("/// <summary>The text as UTF-8, as it came.</summary>");
            output.Line("[UnscopedRef]");
            output.Line("public readonly ReadOnlySpan<byte> Utf8 => ((ReadOnlySpan<byte>)buffer)[..count];");
            output.Blank();
            output.Line("/// <summary>The text as a string; what is ill-formed becomes U+FFFD.</summary>");
            output.Line("public override readonly string ToString() => Utf8Text.Decode(Utf8);");
            Equality(output, name, max, "Utf8");
            output.Blank();
            output.Line("/// <summary>Makes a text of a string.</summary>");
            output.Line($"public static implicit operator {name}(string text) => new(text.AsSpan());");
            Codec(output, name, max, "Utf8");
        }
    }

    private static void BytesParts(IndentedWriter output, string name, int max)
    {
        output.Line($"/// <summary>Up to {max} bytes, in place: no allocation. The unused ones are zero.</summary>");
        using (output.Block($"{Layout(output)}public struct {name} : IEquatable<{name}>"))
        {
            CountedMembers(output, name, max);
            output.Blank();
            output.Line("/// <summary>Makes a copy of some bytes; what is too long is cut.</summary>");
            using (output.Block($"public {name}(ReadOnlySpan<byte> bytes)"))
            {
                output.Line("bytes = bytes[..Math.Min(bytes.Length, Capacity)];");
                output.Line($"count = ({CountType(max)})bytes.Length;");
                output.Line("bytes.CopyTo(buffer);");
            }

            output.Blank();
            output.Line("/// <summary>The bytes.</summary>");
            output.Line("[UnscopedRef]");
            output.Line("public readonly ReadOnlySpan<byte> Span => ((ReadOnlySpan<byte>)buffer)[..count];");
            output.Blank();
            output.Line("/// <summary>The bytes in hexadecimal digits.</summary>");
            output.Line("public override readonly string ToString() => Convert.ToHexString(Span);");
            Equality(output, name, max, "Span");
            Codec(output, name, max, "Span");
        }
    }

    private static string Layout(IndentedWriter output)
    {
        output.Line("[StructLayout(LayoutKind.Sequential, Pack = 1)]");
        return string.Empty;
    }

    private static void CountedMembers(IndentedWriter output, string name, int max)
    {
        output.Line("/// <summary>Most bytes that it can hold.</summary>");
        output.Line($"public const int Capacity = {max};");
        output.Blank();
        output.Line($"private {CountType(max)} count;");
        output.Line("private Buffer buffer;");
        output.Blank();
        output.Line("/// <summary>How many bytes it holds.</summary>");
        output.Line("public readonly int Length => count;");
        output.Blank();
        output.Line("/// <summary>Whether it holds nothing.</summary>");
        output.Line("public readonly bool IsEmpty => count == 0;");
    }

    private static void Equality(IndentedWriter output, string name, int max, string bytes)
    {
        output.Blank();
        output.Line("/// <inheritdoc/>");
        output.Line(max <= CSharpTypes.WholeCopyLimit
            ? $"public readonly bool Equals({name} other) => Whole.SequenceEqual(other.Whole);"
            : $"public readonly bool Equals({name} other) => {bytes}.SequenceEqual(other.{bytes});");
        output.Blank();
        output.Line("/// <inheritdoc/>");
        output.Line($"public override readonly bool Equals(object? obj) => obj is {name} other && Equals(other);");
        output.Blank();
        output.Line("/// <inheritdoc/>");
        using (output.Block("public override readonly int GetHashCode()"))
        {
            output.Line("var hash = new HashCode();");
            output.Line($"hash.AddBytes({bytes});");
            output.Line("return hash.ToHashCode();");
        }

        output.Blank();
        output.Line("/// <summary>Whether both hold the same bytes.</summary>");
        output.Line($"public static bool operator ==({name} left, {name} right) => left.Equals(right);");
        output.Blank();
        output.Line("/// <summary>Whether they hold different bytes.</summary>");
        output.Line($"public static bool operator !=({name} left, {name} right) => !left.Equals(right);");
    }

    private static void Codec(IndentedWriter output, string name, int max, string bytes)
    {
        var width = WireSize.CountWidth(max) * 8;
        if (max <= CSharpTypes.WholeCopyLimit)
        {
            output.Blank();
            output.Line("[UnscopedRef]");
            output.Line("private readonly ReadOnlySpan<byte> Whole =>");
            using (output.Indent())
                output.Line($"MemoryMarshal.CreateReadOnlySpan(ref Unsafe.As<{name}, byte>(ref Unsafe.AsRef(in this)), 1 + Capacity);");
            output.Blank();
            output.Line("/// <summary>Stores all of it, and goes past it if its bit is 1.</summary>");
            output.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
            using (output.Block("internal readonly nuint Pack(ref byte start, nuint position, nuint bit)"))
            {
                output.Line("Unsafe.WriteUnaligned(ref Unsafe.Add(ref start, position), this);");
                output.Line("return position + (bit * (1u + count));");
            }
        }

        output.Blank();
        using (output.Block("internal readonly void Write(ref WireWriter writer, int min, string field)"))
        {
            output.Line($"writer.WriteCount{width}(count, min, Capacity, field);");
            output.Line($"writer.Write({bytes});");
        }

        output.Blank();
        using (output.Block($"internal static DecodeStatus Read(ref WireReader reader, int min, out {name} value)"))
        {
            output.Line("value = default;");
            output.Line($"var status = reader.ReadCount{width}(min, Capacity, out var count);");
            output.Line("if (status != DecodeStatus.Ok)");
            using (output.Indent())
                output.Line("return status;");
            output.Line("if (!reader.Has(count))");
            using (output.Indent())
                output.Line("return DecodeStatus.Truncated;");
            output.Line($"value.count = ({CountType(max)})count;");
            output.Line("reader.TakeSpan(count).CopyTo(value.buffer);");
            output.Line("return DecodeStatus.Ok;");
        }

        output.Blank();
        output.Line("[InlineArray(Capacity)]");
        using (output.Block("private struct Buffer"))
            output.Line("private byte first;");
    }

    private OutputFile List(int max)
    {
        var name = context.Names.Claimed($"List{max}");
        return context.File(name, output => ListParts.Write(output, name, max, CountType(max)));
    }

    private OutputFile Array(int count)
    {
        var name = context.Names.Claimed($"Array{count}");
        return context.File(name, output => ListParts.WriteFixed(output, name, count));
    }

    private static string CountType(int max) => max <= byte.MaxValue ? "byte" : "ushort";
}
