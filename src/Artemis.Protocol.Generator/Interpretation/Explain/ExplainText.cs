using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Spells explained packets for people, indented, one field a line.</summary>
public static class ExplainText
{
    public static IEnumerable<string> Lines(ExplainedPacket packet)
    {
        if (packet.Outcome == ExplainOutcome.BadFraming)
        {
            yield return $"@{packet.Offset}  bad framing, {packet.Length} bytes left: {packet.Error!.Status}: {packet.Error.Message}";
            yield break;
        }

        yield return $"@{packet.Offset}  {packet.Name ?? "unknown"}  0x{packet.TypeId:x8} from {From(packet.Origin)}, {packet.Length} bytes";
        if (packet.Fields is { } fields)
        {
            foreach (var line in Of(fields))
                yield return "  " + line;
        }

        if (packet.Error is { } error)
        {
            var where = error.Path.Length == 0 ? string.Empty : $" in {error.Path}";
            yield return $"  ! {error.Status} at {error.Offset}{where}: {error.Message}; skipped";
        }
    }

    private static string From(Origins origin) => origin == Origins.Server ? "server" : "client";

    private static IEnumerable<string> Of(ExplainedGroup group) => group.Parts.SelectMany(part => Of(part.Name, part.Node));

    private static IEnumerable<string> Of(string name, ExplainedNode node) => node switch
    {
        ExplainedLeaf leaf => [$"{name} = {leaf.Text}"],
        ExplainedGroup { Parts.Count: 0 } => [$"{name} = {{}}"],
        ExplainedGroup group => Nested(name, Of(group)),
        ExplainedList { Items.Count: 0 } => [$"{name} = []"],
        ExplainedList list when list.Items.All(item => item is ExplainedLeaf) =>
            [$"{name} = [{string.Join(", ", list.Items.Select(item => ((ExplainedLeaf)item).Text))}]"],
        ExplainedList list => Nested(name, list.Items.SelectMany(Item)),
        _ => throw new NotSupportedException(node.GetType().Name),
    };

    private static IEnumerable<string> Nested(string head, IEnumerable<string> lines) => new[] { head }.Concat(lines.Select(line => "  " + line));

    private static IEnumerable<string> Item(ExplainedNode node, int index)
    {
        if (node is not ExplainedGroup group)
            return Of($"[{index}]", node);
        if (group.Title.Length == 0)
            return Nested($"[{index}]", Of(group));

        // The title says what the parts before the last do.
        var last = group.Parts[group.Parts.Count - 1];
        return last.Node is ExplainedGroup fields
            ? Nested($"[{index}] {group.Title}", Of(fields))
            : Nested($"[{index}] {group.Title}", Of(last.Name, last.Node));
    }
}
