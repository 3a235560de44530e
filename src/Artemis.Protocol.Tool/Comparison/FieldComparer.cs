using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Tool.Comparison;

/// <summary>Compares the fields of one type in two versions of a schema.</summary>
/// <param name="old">The version that clients out there were built with.</param>
internal sealed class FieldComparer(ProtocolVersion old, TypeShape shape, List<Edit> edits)
{
    /// <summary>Fields that lie one after another: none may move, change or go; new ones come last and with a newer version.</summary>
    /// <param name="canGrow">Whether decoders accept a shorter body from an older peer.</param>
    public void CompareSequence(string owner, EquatableArray<FieldModel> before, EquatableArray<FieldModel> after, bool canGrow)
    {
        var common = Math.Min(before.Count, after.Count);
        for (var i = 0; i < common; i++)
        {
            if (before[i].Name != after[i].Name && after.Any(field => field.Name == before[i].Name))
            {
                Wire($"{owner}.{before[i].Name}", "moved; fields of a binary type must keep their order");
                return;
            }

            CompareField(owner, before[i], after[i]);
        }

        foreach (var field in before.Skip(common))
            Wire($"{owner}.{field.Name}", "removed from a binary type; keep it, and send a default");
        foreach (var field in after.Skip(common))
        {
            if (!canGrow)
                Wire($"{owner}.{field.Name}", "added to a type that cannot grow; make a new type instead");
            else
                Added($"{owner}.{field.Name}", field.Since);
        }
    }

    /// <summary>Keys of a map: order means nothing, and older peers skip what they do not know.</summary>
    public void CompareKeys(string owner, EquatableArray<FieldModel> before, EquatableArray<FieldModel> after)
    {
        foreach (var field in before)
        {
            var where = $"{owner}.{field.Name}";
            if (after.FirstOrDefault(other => other.Name == field.Name) is { } other)
                CompareField(owner, field, other);
            else if (field.IsOptional)
                Source(where, "optional key removed");
            else
                Wire(where, "required key removed, which older peers miss; keep it, and send a default");
        }

        foreach (var field in after.Where(field => before.All(other => other.Name != field.Name)))
        {
            var where = $"{owner}.{field.Name}";
            if (field.IsOptional || IsNewer(field.Since))
                None(where, "key added");
            else
                Wire(where, $"required key added, which older peers do not send; make it optional: {field.Name}?");
        }
    }

    /// <summary>Fields behind a mask: each keeps its bit for good.</summary>
    public void CompareBits(string owner, EquatableArray<ObjectFieldModel> before, EquatableArray<ObjectFieldModel> after)
    {
        foreach (var field in before)
        {
            var where = $"{owner}.{field.Name}";
            if (after.FirstOrDefault(other => other.Bit == field.Bit) is { } other)
                CompareField(owner, Plain(field), Plain(other));
            else if (after.Any(moved => moved.Name == field.Name))
                Wire(where, $"no longer at bit {field.Bit}; a bit is never renumbered");
            else
                Source(where, $"removed; say `reserved {field.Bit}` so that its bit is not used again");
        }

        foreach (var field in after.Where(field => before.All(other => other.Bit != field.Bit && other.Name != field.Name)))
            Added($"{owner}.{field.Name}", field.Since);
    }

    private void CompareField(string owner, FieldModel before, FieldModel after)
    {
        var where = $"{owner}.{before.Name}";
        if (before.Name != after.Name)
            Source(where, $"renamed to {after.Name}");
        if (before.IsOptional != after.IsOptional || !shape.IsSame(before.Type, after.Type))
            Wire(where, $"was {TypeText.Of(before.Type, before.IsOptional)}, is {TypeText.Of(after.Type, after.IsOptional)}; add a field instead");
    }

    private void Added(string where, ProtocolVersion? since)
    {
        if (IsNewer(since))
            None(where, $"added since {since}");
        else
            Wire(where, $"added without a newer version, so it is sent to peers that do not know it; say `since {old.Major}.{old.Minor + 1}`");
    }

    private bool IsNewer(ProtocolVersion? since) => since is not null && since.CompareTo(old) > 0;

    private static FieldModel Plain(ObjectFieldModel field) => new(field.Name, field.Type, false, field.Since, field.Doc);

    private void Wire(string where, string what) => edits.Add(new Edit(Harm.Wire, where, what));

    private void Source(string where, string what) => edits.Add(new Edit(Harm.Source, where, what));

    private void None(string where, string what) => edits.Add(new Edit(Harm.None, where, what));
}
