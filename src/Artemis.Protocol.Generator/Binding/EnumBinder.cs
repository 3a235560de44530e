using System.Numerics;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Binds enums and flags.</summary>
internal sealed class EnumBinder(BindingContext context, ConstantEvaluator evaluator, NameRules names, VersionRules versions)
{
    public EnumModel Bind(EnumSyntax syntax)
    {
        var width = BindType(syntax);
        names.CheckPascalScope(syntax.Members, member => member.Name);

        var members = new List<EnumMemberModel>();
        var owners = new Dictionary<BigInteger, string>();
        BigInteger? next = syntax.IsFlags ? BigInteger.One : BigInteger.Zero;
        foreach (var member in syntax.Members)
        {
            var value = member.Value is null ? next : evaluator.Whole(member.Value);
            var since = versions.Bind(member.Since);
            if (value is { } known)
            {
                CheckValue(syntax, member, known, width, owners);
                members.Add(new EnumMemberModel(member.Name.Text, known, since, member.Doc));
            }

            // After a value that could not be computed, what follows is unknown too, and not worth another error.
            next = value is null ? null : syntax.IsFlags ? NextBit(members) : value + 1;
        }

        return new EnumModel(syntax.Name.Text, width.Kind, syntax.IsFlags, members.ToEquatableArray(), syntax.Doc);
    }

    private static BigInteger NextBit(List<EnumMemberModel> members)
    {
        var used = members.Aggregate(BigInteger.Zero, (all, member) => all | member.Value);
        var bit = BigInteger.One;
        while ((used & bit) != 0)
            bit <<= 1;
        return bit;
    }

    private IntegerWidth BindType(EnumSyntax syntax)
    {
        var anything = new IntegerWidth(64, IsSigned: !syntax.IsFlags);
        if (syntax.Type.IsMissing)
            return anything;
        if (BuiltInTypes.IntegerOf(syntax.Type.Text) is { IsMachineWidth: true } width && !(syntax.IsFlags && width.IsSigned))
            return width;
        var choices = syntax.IsFlags ? "u8, u16, u32 or u64" : "u8, u16, u32, u64, i8, i16, i32 or i64";
        context.Report(syntax.Type, Rules.BadWire, $"'{syntax.Type.Text}'", $"choose {choices}");
        return anything;
    }

    private void CheckValue(
        EnumSyntax owner, EnumMemberSyntax member, BigInteger value, IntegerWidth width, Dictionary<BigInteger, string> owners)
    {
        SyntaxElement place = (SyntaxElement?)member.Value ?? member.Name;
        if (value < width.Min || value > width.Max)
            context.Report(place, Rules.EnumValueOutOfRange, value, owner.Type.Text, width.Min, width.Max);
        else if (owner.IsFlags && (value <= 0 || !value.IsPowerOfTwo))
            context.Report(place, Rules.FlagIsNotOneBit, value);
        if (owners.TryGetValue(value, out var first))
            context.Report(place, Rules.DuplicateEnumValue, value, first, member.Name.Text);
        else
            owners.Add(value, member.Name.Text);
    }
}
