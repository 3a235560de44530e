using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>The tables by which an object's groups are packed, and by which their codes become values.</summary>
internal sealed class GroupTableEmitter(ObjectFacts facts, IndentedWriter output)
{
    public void Write()
    {
        if (!facts.Groups.Any())
            return;
        output.Blank();
        using (output.Block("private static class Tables"))
        {
            foreach (var group in facts.Groups)
            {
                output.Blank();
                output.Line($"// {string.Join(", ", group.Fields.Select(field => field.Name))}");
                Codes(group);
                for (var window = 0; window < (facts.Values(group)?.Windows ?? 0); window++)
                    Values(group, window);
            }
        }
    }

    private void Codes(GroupSegment group)
    {
        using (output.Enclose($"internal static readonly FieldGroup {group.Name} = new(", string.Empty))
        {
            for (var bit = group.FirstBit; bit <= group.LastBit; bit++)
            {
                var field = group.Fields.FirstOrDefault(item => item.Bit == bit);
                var scalars = field is null ? string.Empty : ScalarCode.Spread(facts.Context, field.Type);
                output.Line($"[{scalars}]{(bit == group.LastBit ? ");" : ",")}");
            }
        }
    }

    private void Values(GroupSegment group, int window)
    {
        var values = facts.Values(group)!.Window(window).ToArray();
        if (values.Length == 0)
        {
            output.Line($"internal static readonly GroupValues {ObjectFacts.ValuesName(group, window)} = new([]);");
            return;
        }

        using (output.Enclose($"internal static readonly GroupValues {ObjectFacts.ValuesName(group, window)} = new(", string.Empty))
        {
            for (var i = 0; i < values.Length; i++)
                output.Line(values[i] + (i == values.Length - 1 ? ");" : ","));
        }
    }
}
