using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>
/// How an object is read. Codes go straight to where they belong; values are stored when everything has proved right, so that an object
/// stays as it is if something is wrong.
/// </summary>
internal sealed class ObjectDecodeEmitter(ObjectFacts facts, IndentedWriter output, Form form)
{
    private readonly CSharpContext context = facts.Context;
    private readonly ValueCode values = new(facts, output);
    private readonly LocalNames locals = new("source", "length", "value", "mask", "bytesRead", "status", "bad", "at", "reader", "codes", "announced");
    private readonly Dictionary<int, string> held = [];

    private bool IsNatural => form == Form.Natural;

    private string TypeName => IsNatural ? facts.Name : "Quantized";

    private IEnumerable<GroupSegment> Slow => IsNatural ? facts.Groups.Where(group => facts.Values(group) is null) : [];

    public void Write()
    {
        Decode();
        DecodeShort();
        DecodeFields();
    }

    private void Decode()
    {
        output.Blank();
        output.Line(IsNatural
            ? "/// <summary>Reads a mask and the fields that it announces onto an existing object; the other fields keep their values.</summary>"
            : "/// <summary>Reads a mask and the fields that it announces onto existing codes; the other fields keep theirs.</summary>");
        output.Line("/// <param name=\"source\">The encoded fields; more bytes may follow.</param>");
        output.Line(IsNatural
            ? "/// <param name=\"value\">The object. It stays as it is if something is wrong.</param>"
            : "/// <param name=\"value\">The codes. They are of no use any more if something is wrong.</param>");
        output.Line("/// <param name=\"mask\">The bits of the fields that were read.</param>");
        output.Line("/// <param name=\"bytesRead\">Bytes that the mask and the fields take.</param>");
        output.Line("[MethodImpl(MethodImplOptions.NoInlining)]");
        using (output.Block($"public static DecodeStatus Decode(ReadOnlySpan<byte> source, ref {TypeName} value, out {facts.MaskType} mask, out int bytesRead)"))
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
        using (output.Block($"private static DecodeStatus DecodeShort(ReadOnlySpan<byte> source, ref {TypeName} value, out {facts.MaskType} mask, out int bytesRead)"))
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
        output.Line("[MethodImpl(MethodImplOptions.AggressiveInlining)]");
        using (output.Block($"private static DecodeStatus DecodeFields(ReadOnlySpan<byte> source, int length, ref {TypeName} value, out {facts.MaskType} announced, out int bytesRead)"))
        {
            output.Line("bytesRead = 0;");
            output.Line($"var mask = announced = {Mask()};");
            Refuse("length < MaskBytes", "Truncated");
            if (facts.AllFields != ulong.MaxValue >> (64 - (facts.Item.MaskBytes * 8)))
                Refuse("(mask & ~AllFields) != 0", "UnknownField");
            output.Blank();
            if (facts.Segments.OfType<SingleSegment>().Any())
                output.Line("DecodeStatus status;");
            if (hasGroups)
                output.Line("var bad = Vector128<byte>.Zero;");
            output.Line("nuint at = MaskBytes;");
            if (Slow.Any())
                output.Line("Unsafe.SkipInit(out Quantized codes);");
            foreach (var segment in facts.Segments)
            {
                switch (segment)
                {
                    case GroupSegment group:
                        Read(group);
                        break;
                    case SingleSegment { Field: var field }:
                        Read(field);
                        break;
                }
            }

            output.Blank();
            Refuse("at > (nuint)length", "Truncated");
            if (hasGroups)
                Refuse("bad != Vector128<byte>.Zero", "OutOfRange");
            output.Line("bytesRead = (int)at;");
            foreach (var segment in facts.Segments)
                Keep(segment);
            output.Line("return DecodeStatus.Ok;");
        }
    }

    private void Read(GroupSegment group)
    {
        var table = ObjectFacts.Table(group);
        var first = facts.Member(group.Fields[0]);
        output.Line(!IsNatural || facts.Values(group) is null
            ? $"at = {table}.Unpack(source, at, ref {(IsNatural ? "codes" : "value")}.{first}, {facts.Index(group)}, ref bad);"
            : $"at = {table}.Read(source, at, out var {ObjectFacts.Local(group)}, {facts.Index(group)}, ref bad);");
    }

    private void Read(ObjectFieldModel field)
    {
        var local = held[field.Bit] = locals.Next(CSharpNames.Local(field.Name));
        if (InlineCounted.Of(field.Type) is { } counted)
        {
            output.Line($"var {local} = at;");
            output.Line($"if ((mask & {facts.Bit(field)}) != 0 && (status = InlineText.Check(source, length, {counted.Min}, {counted.Max}, ref at)) != DecodeStatus.Ok)");
            using (output.Indent())
                output.Line("return status;");
            return;
        }

        if (IsNatural)
            output.Line($"Unsafe.SkipInit(out {context.Types.Name(field.Type, form)} {local});");
        using (output.Block($"if ((mask & {facts.Bit(field)}) != 0)"))
        {
            Refuse("at > (nuint)length", "Truncated");
            if (IsNatural)
                output.Line($"{local} = default;");
            output.Line("var reader = new WireReader(source[..length], (int)at);");
            new LoadCode(context, output, form, locals).Value(field.Type, IsNatural ? local : $"value.{facts.Member(field)}", field.Name);
            output.Line("at = (nuint)reader.Position;");
        }
    }

    /// <summary>Stores what was read.</summary>
    private void Keep(ObjectSegment segment)
    {
        switch (segment)
        {
            case GroupSegment group when IsNatural && facts.Values(group) is null:
                values.Convert(group, "codes.");
                break;
            case GroupSegment group when IsNatural:
                values.Store(group);
                break;
            case SingleSegment { Field: var field } when InlineCounted.Of(field.Type) is { } counted:
                output.Line($"if ((mask & {facts.Bit(field)}) != 0)");
                using (output.Indent())
                    output.Line($"InlineText.Fill(source, {held[field.Bit]}, ref value.{facts.Member(field)}, {counted.Max});");
                break;
            case SingleSegment { Field: var field } when IsNatural:
                output.Line($"if ((mask & {facts.Bit(field)}) != 0)");
                using (output.Indent())
                    output.Line($"value.{facts.Member(field)} = {held[field.Bit]};");
                break;
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

    private void Refuse(string condition, string status)
    {
        output.Line($"if ({condition})");
        using (output.Indent())
            output.Line($"return DecodeStatus.{status};");
    }
}
