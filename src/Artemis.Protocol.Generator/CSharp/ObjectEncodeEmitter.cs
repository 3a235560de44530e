using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>How an object's codes are written.</summary>
internal sealed class ObjectEncodeEmitter(ObjectFacts facts, IndentedWriter output)
{
    private const int StackLimit = 2048;
    private const int StoreWindow = 16;
    private readonly CSharpContext context = facts.Context;

    /// <summary>With so much room no store can reach past the end.</summary>
    private long Room => facts.MaxEncodedSize + StoreWindow - 1;

    public void Write()
    {
        Encode();
        EncodeShort();
        Size();
    }

    private void Encode()
    {
        output.Blank();
        output.Line("/// <summary>Writes a mask and the fields that it announces.</summary>");
        output.Line("/// <param name=\"destination\">");
        output.Line($"/// Where to write. With room for at least <see cref=\"{facts.Name}.MaxEncodedSize\"/> + 15 bytes it is fastest; what lies behind the encoded");
        output.Line("/// bytes may then be overwritten up to there.");
        output.Line("/// </param>");
        output.Line("/// <param name=\"value\">The codes; they are written as they are.</param>");
        output.Line("/// <param name=\"mask\">The bits of the fields to write; those of no field are left out.</param>");
        output.Line("/// <returns>Bytes written.</returns>");
        output.Line("/// <exception cref=\"EncodeException\">The destination has less room than the exact size, or a text or list is too short.</exception>");
        using (output.Block($"public static int Encode(Span<byte> destination, in Quantized value, {facts.MaskType} mask)"))
        {
            output.Line($"if (destination.Length < {Room})");
            using (output.Indent())
                output.Line("return EncodeShort(destination, in value, mask);");
            output.Blank();
            output.Line("mask &= AllFields;");
            output.Line("ref var start = ref MemoryMarshal.GetReference(destination);");
            output.Line("Wire.Store(ref start, 0, mask);");
            output.Line("nuint at = MaskBytes;");
            foreach (var segment in facts.Segments)
            {
                switch (segment)
                {
                    case GroupSegment group:
                        output.Line($"at = {ObjectFacts.Table(group)}.Pack(ref start, at, in value.{facts.Member(group.Fields[0])}, {facts.Index(group)});");
                        break;
                    case SingleSegment { Field: var field }:
                        EncodeSingle(field);
                        break;
                }
            }

            output.Line("return (int)at;");
        }
    }

    private void EncodeSingle(ObjectFieldModel field)
    {
        var member = facts.Member(field);
        if (field.Type is TextType { MaxBytes: <= CSharpTypes.WholeCopyLimit, MinBytes: 0 } or BytesType { MaxBytes: <= CSharpTypes.WholeCopyLimit, MinBytes: 0 })
        {
            output.Line($"at = value.{member}.Pack(ref start, at, {facts.BitIndex(field)});");
            return;
        }

        using (output.Block($"if ((mask & {facts.Bit(field)}) != 0)"))
        {
            output.Line("var writer = new WireWriter(destination[(int)at..]);");
            new StoreCode(context, output, Form.Wire, new LocalNames("destination", "value", "mask", "start", "at", "writer"))
                .Value(field.Type, $"value.{member}", field.Name);
            output.Line("at += (nuint)writer.Position;");
        }
    }

    private void EncodeShort()
    {
        output.Blank();
        output.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (output.Block($"private static int EncodeShort(Span<byte> destination, in Quantized value, {facts.MaskType} mask)"))
        {
            if (Room <= StackLimit)
            {
                output.Line($"Span<byte> scratch = stackalloc byte[{Room}];");
                Copy();
                return;
            }

            output.Line($"var scratch = ArrayPool<byte>.Shared.Rent({Room});");
            using (output.Block("try"))
                Copy();
            using (output.Block("finally"))
                output.Line("ArrayPool<byte>.Shared.Return(scratch);");
        }

        void Copy()
        {
            output.Line("var size = Encode(scratch, in value, mask);");
            output.Line("EncodeException.ThrowIfNoRoom(size, destination.Length);");
            output.Line("scratch.AsSpan(0, size).CopyTo(destination);".Replace("scratch.AsSpan(0, size)", Room <= StackLimit ? "scratch[..size]" : "scratch.AsSpan(0, size)"));
            output.Line("return size;");
        }
    }

    private void Size()
    {
        output.Blank();
        output.Line("/// <summary>Exactly the bytes that a mask and the fields that it announces take.</summary>");
        using (output.Block($"public static int EncodedSize(in Quantized value, {facts.MaskType} mask)"))
        {
            output.Line("mask &= AllFields;");
            output.Line("var size = MaskBytes;");
            var code = new SizeCode(context, output);
            foreach (var segment in facts.Segments)
            {
                switch (segment)
                {
                    case GroupSegment group:
                        output.Line($"size += {ObjectFacts.Table(group)}.SizeOf({facts.Index(group)});");
                        break;
                    case SingleSegment { Field: var field } when context.Types.IsFixed(field.Type):
                        output.Line($"size += (mask & {facts.Bit(field)}) != 0 ? {context.Types.Size(field.Type).Max} : 0;");
                        break;
                    case SingleSegment { Field: var field }:
                        using (output.Block($"if ((mask & {facts.Bit(field)}) != 0)"))
                        {
                            if (code.CertainOf(field.Type) is > 0 and var certain)
                                output.Line($"size += {certain};");
                            code.Variable(field.Type, $"value.{facts.Member(field)}");
                        }

                        break;
                }
            }

            output.Line("return size;");
        }
    }
}
