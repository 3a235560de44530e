using Artemis.Protocol.Generator.Model;

namespace Artemis.Protocol.Generator.CSharp;

/// <summary>A field with the expression by which code reaches it.</summary>
/// <param name="Access">Such as <c>value.PosX</c>.</param>
internal sealed record WireField(string Access, FieldModel Model)
{
    public string Name => Model.Name;

    public TypeModel Type => Model.Type;

    /// <summary>The fields of a struct or body, reached through a variable, or through <c>this</c> if it is empty.</summary>
    public static IReadOnlyList<WireField> Of(IEnumerable<FieldModel> fields, string owner, string variable = "value") =>
        [.. fields.Select(field => new WireField(Reach(variable) + CSharpNames.Member(field.Name, owner), field))];

    private static string Reach(string variable) => variable.Length == 0 ? string.Empty : variable + ".";
}
