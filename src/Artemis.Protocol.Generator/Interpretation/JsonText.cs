using System.Globalization;
using System.Text;

namespace Artemis.Protocol.Generator.Interpretation;

/// <summary>Spells JSON on one line.</summary>
internal static class JsonText
{
    public static string Quote(string text)
    {
        var json = new StringBuilder(text.Length + 2).Append('"');
        foreach (var unit in text)
        {
            if (unit is '"' or '\\')
                json.Append('\\').Append(unit);
            else if (unit is < ' ' or '\u007f' or '\u2028' or '\u2029')
                json.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
            else
                json.Append(unit);
        }

        return json.Append('"').ToString();
    }

    /// <summary>A number, or a string for what JSON has no number for: NaN and the infinities.</summary>
    public static string Number(double value) =>
        double.IsNaN(value) || double.IsInfinity(value) ? Quote(NumberText.Of(value)) : NumberText.Of(value);

    public static string Array(IEnumerable<string> items) => $"[{string.Join(", ", items)}]";

    public static string Object(params (string Name, string? Json)[] members) => Object(members.AsEnumerable());

    /// <summary>An object of the members that are not null.</summary>
    public static string Object(IEnumerable<(string Name, string? Json)> members) =>
        $"{{{string.Join(", ", members.Where(member => member.Json is not null).Select(member => $"{Quote(member.Name)}: {member.Json}"))}}}";
}
