using System.Text;
using System.Text.RegularExpressions;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>How names are written, and which become equal once a target language has cased them its own way.</summary>
internal sealed class NameRules(BindingContext context)
{
    private static readonly Regex PascalPattern = new("^[A-Z][A-Za-z0-9]*$", RegexOptions.CultureInvariant);

    private static readonly Regex CamelPattern = new("^[a-z][A-Za-z0-9]*$", RegexOptions.CultureInvariant);

    public void CheckPascal(SyntaxToken name) => CheckStyle(name, PascalPattern, "PascalCase", Pascal);

    /// <summary>Checks names of one scope that are types, constants, views or members of enums.</summary>
    /// <returns>The items whose names are not declared before.</returns>
    public IReadOnlyList<T> CheckPascalScope<T>(IEnumerable<T> items, Func<T, SyntaxToken> nameOf) =>
        CheckScope(items, nameOf, CheckPascal);

    /// <summary>Checks the names of fields of one owner.</summary>
    /// <returns>The fields whose names are not declared before.</returns>
    public IReadOnlyList<FieldSyntax> CheckFields(IEnumerable<FieldSyntax> fields) =>
        CheckScope(fields, field => field.Name, name => CheckStyle(name, CamelPattern, "camelCase", Camel));

    private List<T> CheckScope<T>(IEnumerable<T> items, Func<T, SyntaxToken> nameOf, Action<SyntaxToken> checkStyle)
    {
        var firsts = new Dictionary<string, SyntaxToken>(StringComparer.Ordinal);
        var distinct = new List<T>();
        foreach (var item in items)
        {
            var name = nameOf(item);
            if (name.IsMissing)
                continue;
            var key = Pascal(name.Text);
            if (!firsts.TryGetValue(key, out var first))
            {
                firsts.Add(key, name);
                checkStyle(name);
                distinct.Add(item);
            }
            else if (first.Text == name.Text)
            {
                context.Report(name, Rules.DuplicateName, name.Text, BindingContext.Where(first, name));
            }
            else
            {
                context.Report(name, Rules.NamesCollide, first.Text, name.Text, BindingContext.Where(first, name));
                distinct.Add(item);
            }
        }

        return distinct;
    }

    private void CheckStyle(SyntaxToken name, Regex pattern, string style, Func<string, string> correct)
    {
        if (!name.IsMissing && !pattern.IsMatch(name.Text))
            context.Report(name, Rules.NameStyle, name.Text, style, correct(name.Text));
    }

    /// <summary>The name with each of its words, which underscores part, beginning in a capital.</summary>
    private static string Pascal(string name)
    {
        var output = new StringBuilder();
        foreach (var word in name.Split('_').Where(word => word.Length > 0))
            output.Append(char.ToUpperInvariant(word[0])).Append(word.Substring(1));
        return output.ToString();
    }

    private static string Camel(string name)
    {
        var pascal = Pascal(name);
        return char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
    }
}
