using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Binds objects: fields at their bits, reserved bits, views.</summary>
internal sealed class ObjectBinder(
    BindingContext context, ConstantEvaluator evaluator, TypeBinder types, NameRules names, VersionRules versions)
{
    private const int LargestMask = 8;

    public ObjectModel Bind(ObjectSyntax syntax, byte id)
    {
        var maskBytes = BindMask(syntax);
        var since = versions.Bind(syntax.Since);
        var bits = new BitMap(maskBytes * 8);
        foreach (var range in syntax.Members.OfType<ReservedSyntax>().SelectMany(member => member.Ranges))
            Reserve(range, bits);

        var distinct = names.CheckFields(syntax.Fields);
        var bitOf = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var field in distinct)
        {
            if (BindBit(field, syntax, bits, maskBytes) is { } bit)
                bitOf[field.Name.Text] = bit;
        }

        var fields = distinct
            .Select(field => BindField(field, syntax, since, bitOf))
            .OfType<ObjectFieldModel>()
            .OrderBy(field => field.Bit);
        return new ObjectModel(
            syntax.Name.Text,
            id,
            maskBytes,
            fields.ToEquatableArray(),
            BindViews(syntax, bitOf).ToEquatableArray(),
            since,
            syntax.Doc);
    }

    private int BindMask(ObjectSyntax syntax)
    {
        if (evaluator.Whole(syntax.Mask) is not { } width)
            return LargestMask;
        if (width >= 1 && width <= LargestMask)
            return (int)width;
        context.Report(syntax.Mask, Rules.MaskWidth, width);
        return LargestMask;
    }

    private void Reserve(ReservedRangeSyntax range, BitMap bits)
    {
        if (BitOf(range.First) is not { } first)
            return;
        var last = range.Last is null ? first : BitOf(range.Last) ?? first;
        if (last < first)
            context.Report(range, Rules.EmptyRange, first, last);
        // Bits past the mask may be reserved for nothing; they do no harm.
        for (var bit = first; bit <= Math.Min(last, 63); bit++)
            bits.Reserve(bit);
    }

    private int? BindBit(FieldSyntax field, ObjectSyntax owner, BitMap bits, int maskBytes)
    {
        if (field.Bit is null || BitOf(field.Bit) is not { } bit)
            return null;
        if (bit >= maskBytes * 8)
            context.Report(field.Bit, Rules.BitOutsideMask, field.Bit.Text, owner.Name.Text, maskBytes, (maskBytes * 8) - 1);
        else if (bits.IsReserved(bit))
            context.Report(field.Bit, Rules.ReservedBit, bit, field.Name.Text, Free(owner, bits));
        else if (bits.OwnerOf(bit) is { } first)
            context.Report(field.Bit, Rules.DuplicateBit, bit, first, field.Name.Text, Free(owner, bits));
        else
            bits.Give(bit, field.Name.Text);
        return Math.Min(bit, 63);
    }

    /// <summary>The number of a bit; null if the token is no whole number. Very large ones count as just out of range.</summary>
    private int? BitOf(SyntaxToken token)
    {
        if (token.IsMissing || !Literals.IsNumber(token.Text))
            return null;
        if (Literals.WholeOf(token.Text) is { } value)
            return value > 1000 ? 1000 : (int)value;
        context.Report(token, Rules.NotWhole, token.Text);
        return null;
    }

    /// <summary>Words for a bit that nothing uses, now or further down.</summary>
    private string Free(ObjectSyntax owner, BitMap bits)
    {
        var taken = new HashSet<string>(owner.Fields.Where(field => field.Bit is not null).Select(field => field.Bit!.Text));
        var free = bits.FirstFree(bit => !taken.Contains(bit.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return free is null ? "none is free: before publication the mask can be made wider" : $"{free} is free";
    }

    private ObjectFieldModel? BindField(
        FieldSyntax field, ObjectSyntax owner, ProtocolVersion? ownerSince, Dictionary<string, int> bitOf)
    {
        var type = types.Bind(field.Type, TypePlace.Object);
        var since = versions.Bind(field.Since);
        versions.CheckOwner(field.Since, since, field.Name, owner.Name, ownerSince);
        if (field.Question is not null)
            context.Report(field.Question, Rules.OptionalNotHere, field.Name.Text, "remove the '?'; an unset field of an object means unchanged");
        return type is not null && bitOf.TryGetValue(field.Name.Text, out var bit)
            ? new ObjectFieldModel(bit, field.Name.Text, type, since, field.Doc)
            : null;
    }

    private IEnumerable<ViewModel> BindViews(ObjectSyntax owner, Dictionary<string, int> bitOf)
    {
        var fieldNames = new HashSet<string>(owner.Fields.Select(field => field.Name.Text));
        var views = names.CheckPascalScope(owner.Members.OfType<ViewSyntax>(), view => view.Name);
        foreach (var view in views)
        {
            var mask = 0UL;
            var seen = new HashSet<string>();
            foreach (var name in view.Fields)
            {
                if (!fieldNames.Contains(name.Text))
                    context.Report(name, Rules.UnknownViewField, view.Name.Text, name.Text, owner.Name.Text, Suggestions.Ask(name.Text, fieldNames, "name fields of the object"));
                else if (!seen.Add(name.Text))
                    context.Report(name, Rules.RepeatedName, name.Text);
                else if (bitOf.TryGetValue(name.Text, out var bit))
                    mask |= 1UL << bit;
            }

            yield return new ViewModel(view.Name.Text, mask, view.Doc);
        }
    }

    /// <summary>Who has which bit.</summary>
    private sealed class BitMap(int count)
    {
        private readonly string?[] owners = new string?[64];
        private readonly bool[] reserved = new bool[64];

        public void Reserve(int bit) => reserved[bit] = true;

        public void Give(int bit, string owner) => owners[bit] = owner;

        public bool IsReserved(int bit) => reserved[bit];

        public string? OwnerOf(int bit) => owners[bit];

        public int? FirstFree(Func<int, bool> isUnused)
        {
            for (var bit = 0; bit < count; bit++)
            {
                if (!reserved[bit] && owners[bit] is null && isUnused(bit))
                    return bit;
            }

            return null;
        }
    }
}
