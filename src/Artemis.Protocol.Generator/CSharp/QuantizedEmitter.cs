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
            output.Line("/// <remarks>The fields of each group lie in memory as they do on the wire when all are sent.</remarks>");
            output.Line("[StructLayout(LayoutKind.Sequential, Pack = 1)]");
            using (output.Block("public struct Quantized : IEquatable<Quantized>"))
            {
                Members();
                Dequantize();
                Diff();
                Copy();
                new ObjectEncodeEmitter(facts, output).Write();
                new ObjectDecodeEmitter(facts, output, Form.Wire).Write();
                Equality();
            }

            new GroupTableEmitter(facts, output).Write();
        }
    }

    /// <summary>Each group fills 16 bytes, because so many are loaded and stored at once.</summary>
    private void Members()
    {
        var slack = new Slack(output);
        foreach (var segment in facts.Segments)
        {
            var fields = segment is GroupSegment group ? group.Fields : [((SingleSegment)segment).Field];
            foreach (var field in fields)
                MemberCode.Fields(context, output, facts.Name, [new FieldModel(field.Name, field.Type, false, field.Since, field.Doc)], Form.Wire);
            if (segment is GroupSegment)
                slack.Fill(ObjectPlan.GroupBytes - fields.Sum(field => context.Types.Size(field.Type).Max));
        }
    }

    private void Dequantize()
    {
        output.Blank();
        output.Line("/// <summary>The values that the codes stand for.</summary>");
        using (output.Block($"public readonly void Dequantize(out {facts.Name} value)"))
        {
            output.Line("value = default;");
            output.Line("Dequantize(AllFields, ref value);");
        }

        output.Blank();
        output.Line("/// <summary>Gives the set fields of an object the values that their codes stand for.</summary>");
        using (output.Block($"public readonly void Dequantize({facts.MaskType} mask, ref {facts.Name} value)"))
        {
            var code = new ValueCode(facts, output);
            foreach (var segment in facts.Segments)
            {
                switch (segment)
                {
                    case GroupSegment group when facts.Values(group) is not null:
                        output.Line($"var {ObjectFacts.Local(group)} = {ObjectFacts.Table(group)}.Take(in {facts.Member(group.Fields[0])}, {facts.Index(group)});");
                        code.Store(group);
                        break;
                    case GroupSegment group:
                        code.Convert(group, string.Empty);
                        break;
                    case SingleSegment { Field: var field }:
                        code.Convert(field, string.Empty);
                        break;
                }
            }
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
                        var diff = $"{ObjectFacts.Table(group)}.Diff(in baseline.{first}, in current.{first})";
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
                        output.Line($"{ObjectFacts.Table(group)}.Copy(in from.{first}, ref to.{first}, {facts.Index(group)});");
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
