using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>The wire form of an object: its codes, and all that is done with them under a mask.</summary>
internal sealed class QuantizedEmitter(ObjectFacts facts, IndentedWriter output)
{
    private readonly CSharpContext context = facts.Context;

    public void Write()
    {
        using (output.Block($"public partial struct {facts.Name}"))
        {
            output.Line($"/// <summary>What is sent of a <see cref=\"{facts.Name}\"/>: its numbers as codes. The baselines of deltas are kept in these.</summary>");
            output.Line("/// <remarks>Its fields lie in memory as they do on the wire when all are sent.</remarks>");
            output.Line("[StructLayout(LayoutKind.Sequential, Pack = 1)]");
            using (output.Block("public struct Quantized : IEquatable<Quantized>"))
            {
                Groups();
                MemberCode.Fields(context, output, facts.Name, facts.Fields, Form.Wire);
                Slack();
                Dequantize();
                Diff();
                Copy();
                new ObjectEncodeEmitter(facts, output).Write();
                new ObjectDecodeEmitter(facts, output).Write();
                Equality();
            }
        }
    }

    private void Groups()
    {
        foreach (var group in facts.Groups)
        {
            output.Line($"// {string.Join(", ", group.Fields.Select(field => field.Name))}");
            using (output.Enclose($"private static readonly FieldGroup {group.Name} = new(", string.Empty))
            {
                for (var bit = group.FirstBit; bit <= group.LastBit; bit++)
                {
                    var field = group.Fields.FirstOrDefault(item => item.Bit == bit);
                    var scalars = field is null ? string.Empty : ScalarCode.Spread(context, field.Type);
                    output.Line($"[{scalars}]{(bit == group.LastBit ? ");" : ",")}");
                }
            }

            output.Blank();
        }
    }

    /// <summary>Each group is loaded and stored as 16 bytes, so the last one may need more than is there.</summary>
    private void Slack()
    {
        if (facts.Groups.LastOrDefault() is not { } last)
            return;
        var behind = facts.Item.Fields.Where(field => field.Bit >= last.FirstBit).Sum(field => MemoryAtLeast(field.Type));
        for (var missing = FieldGroupWindow - behind; missing > 0; missing -= 8)
        {
            output.Blank();
            if (missing == FieldGroupWindow - behind)
                output.Line($"// {last.Name} is loaded and stored as {FieldGroupWindow} bytes.");
            output.Line($"private readonly ulong slack{(missing <= 8 ? 0 : 1)};");
        }
    }

    private const long FieldGroupWindow = 16;

    private long MemoryAtLeast(TypeModel type) => type switch
    {
        TextType text => text.MaxBytes + WireSize.CountWidth(text.MaxBytes),
        BytesType bytes => bytes.MaxBytes + WireSize.CountWidth(bytes.MaxBytes),
        var _ when context.Types.IsFixed(type) => context.Types.Size(type).Max,
        ArrayType { IsFixedCount: false } array => WireSize.CountWidth(array.MaxCount) + (array.MaxCount * MemoryAtLeast(array.Element)),
        ArrayType array => array.MaxCount * MemoryAtLeast(array.Element),
        _ => 0,
    };

    private void Dequantize()
    {
        output.Blank();
        output.Line("/// <summary>The values that the codes stand for.</summary>");
        using (output.Block($"public readonly void Dequantize(out {facts.Name} value)"))
        {
            output.Line("value = default;");
            MemberCode.Convert(context, output, facts.Name, facts.Fields, "value", Form.Natural);
        }

        output.Blank();
        output.Line("/// <summary>Gives the set fields of an object the values that their codes stand for.</summary>");
        using (output.Block($"public readonly void Dequantize({facts.MaskType} mask, ref {facts.Name} value)"))
        {
            var locals = new LocalNames("mask", "value");
            foreach (var field in facts.Item.Fields)
                DequantizeOne(field, locals);
        }
    }

    private void DequantizeOne(ObjectFieldModel field, LocalNames locals)
    {
        var member = facts.Member(field);
        var into = $"value.{member}";
        if (field.Type is TextType or BytesType or StructType or ArrayType)
        {
            output.Line($"if ((mask & {facts.Bit(field)}) != 0)");
            using (output.Block())
                MemberCode.Convert(context, output, field.Type, member, into, Form.Natural, locals);
        }
        else
        {
            output.Line($"{into} = Choose.Either((mask & {facts.Bit(field)}) != 0, {context.Conversions.ToNatural(field.Type, member)}, {into});");
        }
    }

    private void Diff()
    {
        output.Blank();
        output.Line("/// <summary>The bits of the fields that differ, to the bit.</summary>");
        using (output.Block($"public static {facts.MaskType} Diff(in Quantized baseline, in Quantized current)"))
        {
            output.Line($"{facts.MaskType} mask = 0;");
            foreach (var segment in facts.Segments)
            {
                switch (segment)
                {
                    case GroupSegment group:
                        var first = facts.Member(group.Fields[0]);
                        var diff = $"{group.Name}.Diff(in baseline.{first}, in current.{first})";
                        if (facts.Item.MaskBytes > 4)
                            diff = $"(ulong){diff}";
                        output.Line($"mask |= {diff}{(group.FirstBit == 0 ? string.Empty : $" << {group.FirstBit}")};");
                        break;
                    case SingleSegment { Field: var field }:
                        output.Line($"mask |= baseline.{facts.Member(field)}.Equals(current.{facts.Member(field)}) ? 0 : {facts.Bit(field)};");
                        break;
                }
            }

            output.Line("return mask;");
        }
    }

    private void Copy()
    {
        output.Blank();
        output.Line("/// <summary>Copies the set fields.</summary>");
        using (output.Block($"public static void Copy(in Quantized from, ref Quantized to, {facts.MaskType} mask)"))
        {
            foreach (var segment in facts.Segments)
            {
                switch (segment)
                {
                    case GroupSegment group:
                        var first = facts.Member(group.Fields[0]);
                        output.Line($"{group.Name}.Copy(in from.{first}, ref to.{first}, {facts.Index(group)});");
                        break;
                    case SingleSegment { Field: var field }:
                        output.Line($"if ((mask & {facts.Bit(field)}) != 0)");
                        using (output.Indent())
                            output.Line($"to.{facts.Member(field)} = from.{facts.Member(field)};");
                        break;
                }
            }
        }
    }

    private void Equality()
    {
        output.Blank();
        output.Line("/// <inheritdoc/>");
        output.Line("public readonly bool Equals(Quantized other) => Diff(in this, in other) == 0;");
        output.Blank();
        output.Line("/// <inheritdoc/>");
        output.Line("public override readonly bool Equals(object? obj) => obj is Quantized other && Equals(other);");
        output.Blank();
        output.Line("/// <inheritdoc/>");
        using (output.Block("public override readonly int GetHashCode()"))
        {
            output.Line("var hash = new HashCode();");
            foreach (var field in facts.Item.Fields)
                output.Line($"hash.Add({facts.Member(field)});");
            output.Line("return hash.ToHashCode();");
        }

        output.Blank();
        output.Line("/// <summary>Whether all fields are equal, to the bit.</summary>");
        output.Line("public static bool operator ==(Quantized left, Quantized right) => left.Equals(right);");
        output.Blank();
        output.Line("/// <summary>Whether a field differs.</summary>");
        output.Line("public static bool operator !=(Quantized left, Quantized right) => !left.Equals(right);");
    }
}
