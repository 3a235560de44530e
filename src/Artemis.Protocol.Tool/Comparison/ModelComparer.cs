using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tool.Comparison;

/// <summary>Finds what an edit of a schema does to clients that were built with the version before.</summary>
internal sealed class ModelComparer
{
    private readonly ProtocolModel before;
    private readonly ProtocolModel after;
    private readonly List<Edit> edits = [];
    private readonly FieldComparer fields;

    private ModelComparer(ProtocolModel before, ProtocolModel after)
    {
        this.before = before;
        this.after = after;
        fields = new FieldComparer(before.Version, new TypeShape(before, after), edits);
    }

    /// <summary>All differences, the worst first.</summary>
    public static IReadOnlyList<Edit> Compare(ProtocolModel before, ProtocolModel after)
    {
        var comparer = new ModelComparer(before, after);
        comparer.Frames();
        comparer.Numbers();
        comparer.Enums();
        comparer.Groups();
        comparer.Objects();
        comparer.Events();
        comparer.Commands();
        comparer.Packets();
        comparer.Messages();
        return [.. comparer.edits.OrderByDescending(edit => edit.Harm)];
    }

    private void Frames()
    {
        if (before.Magic != after.Magic)
            Wire("magic", $"was 0x{before.Magic:x8}, is 0x{after.Magic:x8}");
        if (before.FrameLimit != after.FrameLimit)
            Wire("frameLimit", $"was {before.FrameLimit}, is {after.FrameLimit}; the side with the lower limit refuses the other's frames");
        if (after.Version.CompareTo(before.Version) < 0)
            Wire("version", $"was {before.Version}, is {after.Version}");
        if (before.CSharpNamespace != after.CSharpNamespace)
            Source("namespace", $"was {before.CSharpNamespace}, is {after.CSharpNamespace}");
    }

    private void Numbers()
    {
        foreach (var (old, now) in PairByName(before.Consts, after.Consts, item => item.Name, "const "))
        {
            if ((old.Integer, old.Real, old.Text) != (now.Integer, now.Real, now.Text))
                Source($"const {old.Name}", "another value");
        }
    }

    private void Enums()
    {
        foreach (var (old, now) in PairByName(before.Enums, after.Enums, item => item.Name))
        {
            if (old.Kind != now.Kind)
                Wire(old.Name, $"was {old.Kind.Keyword()}, is {now.Kind.Keyword()}");
            foreach (var member in old.Members)
            {
                if (now.Members.FirstOrDefault(other => other.Name == member.Name) is not { } other)
                    Source($"{old.Name}.{member.Name}", "removed or renamed");
                else if (other.Value != member.Value)
                    Wire($"{old.Name}.{member.Name}", $"was {member.Value}, is {other.Value}; a member keeps its number");
            }

            foreach (var member in now.Members.Where(member => old.Members.All(other => other.Name != member.Name)))
                None($"{old.Name}.{member.Name}", "member added; older peers pass it through unnamed");
        }
    }

    private void Groups()
    {
        foreach (var (old, now) in PairByName(before.Structs, after.Structs, item => item.Name))
            fields.CompareSequence(old.Name, old.Fields, now.Fields, canGrow: false);
        foreach (var (old, now) in PairByName(before.Records, after.Records, item => item.Name))
            fields.CompareKeys(old.Name, old.Fields, now.Fields);
    }

    private void Objects()
    {
        foreach (var (old, now) in Pair(before.Objects, after.Objects, item => item.Id, item => item.Name, item => item.Since))
        {
            if (old.MaskBytes != now.MaskBytes)
                Wire(old.Name, $"mask was {old.MaskBytes} bytes wide, is {now.MaskBytes}; it cannot change, make a second object instead");
            fields.CompareBits(old.Name, old.Fields, now.Fields);
            foreach (var view in old.Views.Where(view => now.Views.All(other => other.Name != view.Name)))
                Source($"{old.Name}.{view.Name}", "view removed");
        }
    }

    private void Events()
    {
        foreach (var (old, now) in Pair(before.Events, after.Events, item => item.Id, item => item.Name))
            fields.CompareSequence(old.Name, old.Fields, now.Fields, canGrow: true);
    }

    private void Commands()
    {
        foreach (var (old, now) in Pair(before.Commands, after.Commands, item => item.Id, item => item.Name))
        {
            fields.CompareSequence(old.Name, old.Fields, now.Fields, canGrow: true);
            foreach (var sender in old.Senders.Where(sender => now.Senders.Count > 0 && !now.Senders.Contains(sender)))
                Wire(old.Name, $"{sender} may no longer send it");
        }
    }

    private void Packets()
    {
        foreach (var (old, now) in Pair(before.Packets, after.Packets, item => (item.TypeId, item.From), item => item.Name))
            fields.CompareSequence(old.Name, old.Fields, now.Fields, canGrow: true);
    }

    private void Messages()
    {
        foreach (var (old, now) in Pair(before.Messages, after.Messages, item => (item.TypeId, item.From), item => item.Name))
            fields.CompareKeys(old.Name, old.Fields, now.Fields);
    }

    /// <summary>
    /// Brings together what both versions have, by what the wire knows it by, and reports what only one of them has.
    /// </summary>
    /// <param name="announce">For what older peers cannot skip: the version that it is new in.</param>
    private List<(T Old, T Now)> Pair<T, TKey>(
        IReadOnlyList<T> olds, IReadOnlyList<T> nows, Func<T, TKey> key, Func<T, string> name, Func<T, ProtocolVersion?>? announce = null)
        where TKey : notnull
    {
        var pairs = new List<(T, T)>();
        var byKey = nows.ToDictionary(key);
        foreach (var old in olds)
        {
            if (!byKey.Remove(key(old), out var now))
            {
                Wire(name(old), "removed, or known to the wire by another number; keep it as long as peers may send it");
                continue;
            }

            if (name(old) != name(now))
                Source(name(old), $"renamed to {name(now)}");
            pairs.Add((old, now));
        }

        foreach (var added in byKey.Values)
        {
            if (announce is not null && !(announce(added)?.CompareTo(before.Version) > 0))
                Wire(name(added), $"added without a newer version, and older peers cannot skip it; say `since {before.Version.Major}.{before.Version.Minor + 1}`");
            else
                None(name(added), "added");
        }

        return pairs;
    }

    /// <summary>The same for what the wire does not know: a miss hurts only programs that are compiled again.</summary>
    private List<(T Old, T Now)> PairByName<T>(IReadOnlyList<T> olds, IReadOnlyList<T> nows, Func<T, string> name, string prefix = "")
    {
        var pairs = new List<(T, T)>();
        var byName = nows.ToDictionary(name);
        foreach (var old in olds)
        {
            if (byName.Remove(name(old), out var now))
                pairs.Add((old, now));
            else
                Source(prefix + name(old), "removed or renamed");
        }

        foreach (var added in byName.Keys)
            None(prefix + added, "added");
        return pairs;
    }

    private void Wire(string where, string what) => edits.Add(new Edit(Harm.Wire, where, what));

    private void Source(string where, string what) => edits.Add(new Edit(Harm.Source, where, what));

    private void None(string where, string what) => edits.Add(new Edit(Harm.None, where, what));
}
