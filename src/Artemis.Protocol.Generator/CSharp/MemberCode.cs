using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>Members that every generated struct has: its fields, conversions between its forms, and equality.</summary>
internal static class MemberCode
{
    /// <summary>Declares public fields.</summary>
    public static void Fields(CSharpContext context, IndentedWriter output, string owner, IEnumerable<FieldModel> fields, Form form)
    {
        foreach (var field in fields)
        {
            output.Blank();
            if (form == Form.Natural)
                output.Field(field.Name, field.Type, field.Since, field.Doc);
            else
                output.Summary(field.Doc, $"The field <c>{field.Name}</c>.");
            output.Line($"public {context.Types.Name(field, form)} {CSharpNames.Member(field.Name, owner)};");
        }
    }

    /// <summary>Converts field by field from one form to the other.</summary>
    /// <param name="to">The variable that gets the other form; its members have the same names.</param>
    /// <param name="target">The form that it has.</param>
    public static void Convert(CSharpContext context, IndentedWriter output, string owner, IEnumerable<FieldModel> fields, string to, Form target)
    {
        var locals = new LocalNames(to);
        foreach (var field in fields)
        {
            var member = CSharpNames.Member(field.Name, owner);
            var (from, into) = (member, $"{to}.{member}");
            if (!context.Types.NeedsConversion(field.Type))
            {
                output.Line($"{into} = {from};");
            }
            else if (field.IsOptional)
            {
                var present = locals.Next(CSharpNames.Local(field.Name));
                using (output.Block($"if ({from} is {{ }} {present})"))
                {
                    var converted = locals.Next(present.TrimStart('@') + (target == Form.Wire ? "Codes" : "Value"));
                    output.Line($"var {converted} = default({context.Types.Name(field.Type, target)});");
                    Convert(context, output, field.Type, present, converted, target, locals);
                    output.Line($"{into} = {converted};");
                }
            }
            else
            {
                Convert(context, output, field.Type, from, into, target, locals);
            }
        }
    }

    /// <summary>Converts one value.</summary>
    public static void Convert(CSharpContext context, IndentedWriter output, TypeModel type, string from, string into, Form target, LocalNames locals)
    {
        switch (type)
        {
            case var _ when !context.Types.NeedsConversion(type):
                output.Line($"{into} = {from};");
                break;
            case StructType:
                output.Line($"{from}.{(target == Form.Wire ? "Quantize" : "Dequantize")}(out {into});");
                break;
            case ArrayType array:
                var index = locals.Next("i");
                if (!array.IsFixedCount)
                    output.Line($"{into}.Count = {from}.Count;");
                var source = array.IsFixedCount ? $"{from}[{index}]" : $"{from}.Items[{index}]";
                using (output.Block($"for (var {index} = 0; {index} < {(array.IsFixedCount ? array.MaxCount.ToString(System.Globalization.CultureInfo.InvariantCulture) : from + ".Count")}; {index}++)"))
                    Convert(context, output, array.Element, source, $"{into}[{index}]", target, locals);
                break;
            default:
                output.Line($"{into} = {(target == Form.Wire ? context.Conversions.ToWire(type, from) : context.Conversions.ToNatural(type, from))};");
                break;
        }
    }

    /// <summary>Equality over all fields.</summary>
    public static void Equality(CSharpContext context, IndentedWriter output, string typeName, string owner, IReadOnlyList<FieldModel> fields, Form form)
    {
        var members = fields.Select(field => (Field: field, Name: CSharpNames.Member(field.Name, owner))).ToArray();
        output.Blank();
        output.Line("/// <inheritdoc/>");
        if (members.Length == 0)
        {
            output.Line($"public readonly bool Equals({typeName} other) => true;");
        }
        else
        {
            output.Line($"public readonly bool Equals({typeName} other) =>");
            using (output.Indent())
            {
                for (var i = 0; i < members.Length; i++)
                    output.Line($"{(i == 0 ? string.Empty : "&& ")}{Equal(context, members[i].Field, members[i].Name, form)}{(i == members.Length - 1 ? ";" : string.Empty)}");
            }
        }

        output.Blank();
        output.Line("/// <inheritdoc/>");
        output.Line($"public override readonly bool Equals(object? obj) => obj is {typeName} other && Equals(other);");
        output.Blank();
        output.Line("/// <inheritdoc/>");
        using (output.Block("public override readonly int GetHashCode()"))
        {
            output.Line("var hash = new HashCode();");
            foreach (var (_, name) in members)
                output.Line($"hash.Add({name});");
            output.Line("return hash.ToHashCode();");
        }

        output.Blank();
        output.Line("/// <summary>Whether all fields are equal.</summary>");
        output.Line($"public static bool operator ==({typeName} left, {typeName} right) => left.Equals(right);");
        output.Blank();
        output.Line("/// <summary>Whether a field differs.</summary>");
        output.Line($"public static bool operator !=({typeName} left, {typeName} right) => !left.Equals(right);");
    }

    private static string Equal(CSharpContext context, FieldModel field, string name, Form form) =>
        field.IsOptional ? $"EqualityComparer<{context.Types.Name(field, form)}>.Default.Equals({name}, other.{name})"
        : field.Type is EnumType ? $"{name} == other.{name}"
        : $"{name}.Equals(other.{name})";
}
