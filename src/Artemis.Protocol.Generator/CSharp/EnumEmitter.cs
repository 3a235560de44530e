using System.Numerics;
using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Enums and flags.</summary>
internal static class EnumEmitter
{
    public static OutputFile Emit(CSharpContext context, EnumModel item) => context.File(context.Names.Type(item.Name), output =>
    {
        output.Summary(item.Doc, $"The {(item.IsFlags ? "flags" : "enum")} <c>{item.Name}</c>.");
        if (item.IsFlags)
            output.Line("[Flags]");
        using (output.Block($"public enum {context.Names.Type(item.Name)} : {CSharpTypes.Keyword(item.Kind)}"))
        {
            if (item.IsFlags && item.Members.All(member => member.Value != 0 && member.Name != "None"))
            {
                output.Line("/// <summary>No flag.</summary>");
                output.Line("None = 0,");
            }

            foreach (var member in item.Members)
            {
                output.Blank();
                output.Summary(member.Doc, $"<c>{member.Name}</c>.");
                if (member.Since is { } since)
                    output.Remarks($"Since {since}.");
                output.Line($"{CSharpNames.EnumMember(member.Name)} = {Value(item, member.Value)},");
            }
        }
    });

    private static string Value(EnumModel item, BigInteger value) =>
        item.IsFlags && value >= 0 ? NumberLiteral.Hex((ulong)value) : NumberLiteral.Integer(value);
}
