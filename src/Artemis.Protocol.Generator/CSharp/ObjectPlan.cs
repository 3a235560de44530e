using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>A stretch of an object's fields that is encoded in one way.</summary>
internal abstract record ObjectSegment;

/// <summary>Fields of fixed size that go through one table, at most 8 bits and 16 bytes.</summary>
internal sealed record GroupSegment(IReadOnlyList<ObjectFieldModel> Fields) : ObjectSegment
{
    public int FirstBit => Fields[0].Bit;

    public int LastBit => Fields[Fields.Count - 1].Bit;

    /// <summary>Bits from the first field's to the last one's, those of no field included.</summary>
    public int Span => LastBit - FirstBit + 1;

    /// <summary>The name of its table.</summary>
    public string Name => FirstBit == LastBit ? $"Bit{FirstBit}" : $"Bits{FirstBit}To{LastBit}";
}

/// <summary>A field that is encoded by itself: of variable size, or too large for a table.</summary>
internal sealed record SingleSegment(ObjectFieldModel Field) : ObjectSegment;

/// <summary>How the fields of an object are cut into segments.</summary>
internal static class ObjectPlan
{
    public const int GroupBytes = 16;
    private const int GroupBits = 8;

    public static IReadOnlyList<ObjectSegment> Of(CSharpContext context, ObjectModel item)
    {
        var segments = new List<ObjectSegment>();
        var run = new List<ObjectFieldModel>();
        foreach (var field in item.Fields)
        {
            if (context.Types.IsFixed(field.Type) && context.Types.Size(field.Type).Max <= GroupBytes)
            {
                run.Add(field);
                continue;
            }

            segments.AddRange(Cut(context, run));
            run.Clear();
            segments.Add(new SingleSegment(field));
        }

        segments.AddRange(Cut(context, run));
        return segments;
    }

    /// <summary>Cuts a run into as few groups as can be, and among those ways takes the one with the smallest tables.</summary>
    private static IEnumerable<GroupSegment> Cut(CSharpContext context, List<ObjectFieldModel> run)
    {
        var costs = new (int Groups, int Rows, int Start)[run.Count + 1];
        for (var end = 1; end <= run.Count; end++)
        {
            costs[end] = (int.MaxValue, 0, 0);
            var bytes = 0L;
            for (var start = end - 1; start >= 0; start--)
            {
                bytes += context.Types.Size(run[start].Type).Max;
                var span = run[end - 1].Bit - run[start].Bit + 1;
                if (bytes > GroupBytes || span > GroupBits)
                    break;
                var (groups, rows) = (costs[start].Groups + 1, costs[start].Rows + (1 << span));
                if (groups < costs[end].Groups || (groups == costs[end].Groups && rows < costs[end].Rows))
                    costs[end] = (groups, rows, start);
            }
        }

        var cuts = new Stack<GroupSegment>();
        for (var end = run.Count; end > 0; end = costs[end].Start)
            cuts.Push(new GroupSegment(run.GetRange(costs[end].Start, end - costs[end].Start)));
        return cuts;
    }
}
