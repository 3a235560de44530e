using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>How an object's codes are read.</summary>
internal sealed class ObjectDecodeEmitter(ObjectFacts facts, IndentedWriter output)
{
    private readonly CSharpContext context = facts.Context;

    public void Write()
    {
        Decode();
        DecodeShort();
        DecodeFields();
    }

    private void Decode()
    {
        output.Blank();
        output.Line("/// <summary>Reads a mask and the fields that it announces onto existing codes; the other fields keep theirs.</summary>");
        output.Line("/// <param name=\"source\">The encoded fields; more bytes may follow.</param>");
        output.Line("/// <param name=\"value\">The codes. They are of no use any more if something is wrong.</param>");
        output.Line("/// <param name=\"mask\">The bits of the fields that were read.</param>");
        output.Line("/// <param name=\"bytesRead\">Bytes that the mask and the fields take.</param>");
        using (output.Block($"public static DecodeStatus Decode(ReadOnlySpan<byte> source, ref Quantized value, out {facts.MaskType} mask, out int bytesRead)"))
        {
            output.Line("return source.Length < FieldGroup.Window");
            using (output.Indent())
            {
                output.Line("? DecodeShort(source, ref value, out mask, out bytesRead)");
                output.Line(": DecodeFields(source, source.Length, ref value, out mask, out bytesRead);");
            }
        }
    }

    private void DecodeShort()
    {
        output.Blank();
        output.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (output.Block($"private static DecodeStatus DecodeShort(ReadOnlySpan<byte> source, ref Quantized value, out {facts.MaskType} mask, out int bytesRead)"))
        {
            output.Line("Span<byte> window = stackalloc byte[FieldGroup.Window];");
            output.Line("source.CopyTo(window);");
            output.Line("return DecodeFields(window, source.Length, ref value, out mask, out bytesRead);");
        }
    }

    private void DecodeFields()
    {
        var hasGroups = facts.Groups.Any();
        output.Blank();
        output.Line("// The source is at least a group's window long; of it, so many bytes count.");
        using (output.Block($"private static DecodeStatus DecodeFields(ReadOnlySpan<byte> source, int length, ref Quantized value, out {facts.MaskType} mask, out int bytesRead)"))
        {
            output.Line("bytesRead = 0;");
            output.Line($"mask = {Mask()};");
            Refuse("length < MaskBytes", "Truncated");
            if (facts.AllFields != ulong.MaxValue >> (64 - (facts.Item.MaskBytes * 8)))
                Refuse("(mask & ~AllFields) != 0", "UnknownField");
            output.Blank();
            if (facts.Segments.OfType<SingleSegment>().Any())
                output.Line("DecodeStatus status;");
            if (hasGroups)
                output.Line("var bad = Vector128<byte>.Zero;");
            output.Line("nuint at = MaskBytes;");
            foreach (var segment in facts.Segments)
            {
                switch (segment)
                {
                    case GroupSegment group:
                        output.Line($"at = {group.Name}.Unpack(source, at, ref value.{facts.Member(group.Fields[0])}, {facts.Index(group)}, ref bad);");
                        break;
                    case SingleSegment { Field: var field }:
                        DecodeSingle(field);
                        break;
                }
            }

            output.Blank();
            Refuse("at > (nuint)length", "Truncated");
            if (hasGroups)
                Refuse("bad != Vector128<byte>.Zero", "OutOfRange");
            output.Line("bytesRead = (int)at;");
            output.Line("return DecodeStatus.Ok;");
        }
    }

    private string Mask() => facts.Item.MaskBytes switch
    {
        1 => "Wire.LoadU8(in MemoryMarshal.GetReference(source), 0)",
        2 => "Wire.LoadU16(in MemoryMarshal.GetReference(source), 0)",
        4 => "Wire.LoadU32(in MemoryMarshal.GetReference(source), 0)",
        8 => "Wire.LoadU64(in MemoryMarshal.GetReference(source), 0)",
        < 4 => $"Wire.LoadU32(in MemoryMarshal.GetReference(source), 0) & {facts.Mask(ulong.MaxValue >> (64 - (facts.Item.MaskBytes * 8)))}",
        _ => $"Wire.LoadU64(in MemoryMarshal.GetReference(source), 0) & {facts.Mask(ulong.MaxValue >> (64 - (facts.Item.MaskBytes * 8)))}",
    };

    private void DecodeSingle(ObjectFieldModel field)
    {
        using (output.Block($"if ((mask & {facts.Bit(field)}) != 0)"))
        {
            Refuse("at > (nuint)length", "Truncated");
            output.Line("var reader = new WireReader(source[..length], (int)at);");
            new LoadCode(context, output, Form.Wire, new LocalNames("source", "length", "value", "mask", "bytesRead", "status", "bad", "at", "reader"))
                .Value(field.Type, $"value.{facts.Member(field)}", field.Name);
            output.Line("at = (nuint)reader.Position;");
        }
    }

    private void Refuse(string condition, string status)
    {
        output.Line($"if ({condition})");
        using (output.Indent())
            output.Line($"return DecodeStatus.{status};");
    }
}
