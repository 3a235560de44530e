using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Replicated objects: the natural values, their bits and views.</summary>
internal sealed class ObjectEmitter(CSharpContext context)
{
    public IEnumerable<OutputFile> Emit(ObjectModel item)
    {
        var facts = new ObjectFacts(context, item);
        yield return context.File(facts.Name, output => Natural(output, facts));
        yield return context.File(facts.Name + ".Quantized", output => new QuantizedEmitter(facts, output).Write());
    }

    private void Natural(IndentedWriter output, ObjectFacts facts)
    {
        var item = facts.Item;
        output.Summary(item.Doc, $"The object <c>{item.Name}</c>.");
        output.Line("[StructLayout(LayoutKind.Sequential, Pack = 1)]");
        using (output.Block($"public partial struct {facts.Name} : IEquatable<{facts.Name}>"))
        {
            Constants(output, facts);
            Members(output, facts);
            Bits(output, facts);
            Views(output, facts);
            Known(output, facts);
            Quantize(output, facts);
            new ObjectDecodeEmitter(facts, output, Form.Natural).Write();
            MemberCode.Equality(context, output, facts.Name, facts.Name, facts.Fields, Form.Natural);
        }
    }

    private static void Constants(IndentedWriter output, ObjectFacts facts)
    {
        output.Line("/// <summary>The type byte of its entries.</summary>");
        output.Line($"public const byte TypeId = {facts.Item.Id};");
        output.Blank();
        output.Line("/// <summary>Bytes of its mask.</summary>");
        output.Line($"public const int MaskBytes = {facts.Item.MaskBytes};");
        output.Blank();
        output.Line("/// <summary>Most bytes that it takes on the wire: its mask and all fields.</summary>");
        output.Line($"public const int MaxEncodedSize = {facts.MaxEncodedSize};");
        output.Blank();
        output.Line("/// <summary>The bits of all fields.</summary>");
        output.Line($"public const {facts.MaskType} AllFields = {facts.Mask(facts.AllFields)};");
    }

    private static void Bits(IndentedWriter output, ObjectFacts facts)
    {
        output.Blank();
        output.Line("/// <summary>The bit of each field in a mask.</summary>");
        using (output.Block("public static class Fields"))
        {
            foreach (var field in facts.Item.Fields)
            {
                output.Blank();
                output.Line($"/// <summary>Bit {field.Bit}: <see cref=\"{facts.Name}.{facts.Member(field)}\"/>.</summary>");
                output.Line($"public const {facts.MaskType} {facts.Member(field)} = {(facts.Item.MaskBytes <= 4 ? "1u" : "1ul")} << {field.Bit};");
            }
        }
    }

    private static void Views(IndentedWriter output, ObjectFacts facts)
    {
        if (facts.Item.Views.Count == 0)
            return;
        output.Blank();
        output.Line("/// <summary>Named sets of fields.</summary>");
        using (output.Block("public static class Views"))
        {
            foreach (var view in facts.Item.Views)
            {
                var names = facts.Item.Fields.Where(field => (view.Mask >> field.Bit & 1) != 0).Select(field => field.Name);
                output.Blank();
                output.Summary(view.Doc, $"The view <c>{view.Name}</c>.");
                output.Remarks(string.Join(", ", names) + ".");
                output.Line($"public const {facts.MaskType} {CSharpNames.Constant(view.Name, "Views")} = {facts.Mask(view.Mask)};");
            }
        }
    }

    private static void Known(IndentedWriter output, ObjectFacts facts)
    {
        output.Blank();
        output.Line("/// <summary>The fields that a peer of some version knows; none if it does not know the object.</summary>");
        var later = facts.Item.Fields.Where(field => field.Since is not null && !field.Since.Equals(facts.Item.Since)).ToArray();
        if (facts.Item.Since is null && later.Length == 0)
        {
            output.Line($"public static {facts.MaskType} KnownFields(ProtocolVersion peer) => AllFields;");
            return;
        }

        using (output.Block($"public static {facts.MaskType} KnownFields(ProtocolVersion peer)"))
        {
            if (facts.Item.Since is { } since)
            {
                output.Line($"if (peer < {CSharpContext.Version(since)})");
                using (output.Indent())
                    output.Line("return 0;");
            }

            output.Line("var known = AllFields;");
            foreach (var version in later.GroupBy(field => field.Since!))
            {
                output.Line($"if (peer < {CSharpContext.Version(version.Key)})");
                using (output.Indent())
                    output.Line($"known &= ~({string.Join(" | ", version.Select(facts.Bit))});");
            }

            output.Line("return known;");
        }
    }

    private void Quantize(IndentedWriter output, ObjectFacts facts)
    {
        output.Blank();
        output.Line("/// <summary>What is sent of it: numbers rounded to their grids and clamped to their ranges.</summary>");
        using (output.Block("public readonly void Quantize(out Quantized codes)"))
        {
            output.Line("codes = default;");
            MemberCode.Convert(context, output, facts.Name, facts.Fields, "codes", Form.Wire);
        }
    }

    /// <summary>Each group's values fill 16 bytes or several times that, so that they can be stored together.</summary>
    private void Members(IndentedWriter output, ObjectFacts facts)
    {
        var slack = new Slack(output);
        foreach (var segment in facts.Segments)
        {
            if (segment is not GroupSegment group)
            {
                Member(output, facts, ((SingleSegment)segment).Field);
                continue;
            }

            var plan = facts.Values(group);
            var layout = new NaturalLayout(context);
            var end = 0;
            for (var i = 0; i < group.Fields.Count; i++)
            {
                if (plan is not null)
                    slack.Fill(plan.FieldOffsets[i] - end);
                Member(output, facts, group.Fields[i]);
                if (plan is not null)
                    end = plan.FieldOffsets[i] + layout.Size(group.Fields[i].Type);
            }

            if (plan is not null)
                slack.Fill(plan.Bytes - end);
        }
    }

    private void Member(IndentedWriter output, ObjectFacts facts, ObjectFieldModel field) =>
        MemberCode.Fields(context, output, facts.Name, [new FieldModel(field.Name, field.Type, false, field.Since, field.Doc)], Form.Natural);
}
