using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>What the parts of the binder share.</summary>
internal sealed class BindingContext(DiagnosticBag diagnostics, ProtocolVersion version, bool isComplete)
{
    private readonly Dictionary<string, DeclarationSyntax> declarations = new(StringComparer.Ordinal);

    public ProtocolVersion Version { get; } = version;

    public IEnumerable<DeclarationSyntax> Declarations => declarations.Values;

    public void Report(SyntaxElement place, Rule rule, params object[] arguments) =>
        diagnostics.Report(place.Source, place.Span, rule, arguments);

    /// <summary>Makes a name known; false if it was known already.</summary>
    public bool Declare(DeclarationSyntax declaration)
    {
        if (declarations.ContainsKey(declaration.Name.Text))
            return false;
        declarations.Add(declaration.Name.Text, declaration);
        return true;
    }

    public DeclarationSyntax? Find(string name) => declarations.TryGetValue(name, out var found) ? found : null;

    /// <summary>Finds a declaration of one kind, or reports that there is none.</summary>
    /// <param name="what">The kind, for the message.</param>
    public T? Find<T>(SyntaxToken name, string what)
        where T : DeclarationSyntax
    {
        if (Find(name.Text) is T found)
            return found;
        ReportUnknown(name, what, declarations.Values.OfType<T>().Select(item => item.Name.Text));
        return null;
    }

    /// <summary>Reports a name that nothing has, and what it may have meant.</summary>
    public void ReportUnknown(SyntaxToken name, string what, IEnumerable<string> candidates)
    {
        // Where a file is missing, any name may be in it.
        if (name.IsMissing || !isComplete)
            return;
        var otherwise = Find(name.Text) is { } other
            ? $"'{name.Text}' is {KindOf(other)}"
            : "declare it, or import the file that does";
        Report(name, Rules.UnknownName, what, name.Text, Suggestions.Ask(name.Text, candidates, otherwise));
    }

    /// <summary>Where something is, as seen from another place: a line of the same file, or another file's line and column.</summary>
    public static string Where(SyntaxElement target, SyntaxElement from)
    {
        var position = target.Source.PositionOf(target.Span.Start);
        return target.Source.Path == from.Source.Path
            ? $"line {position.Line}"
            : $"{SchemaPath.FileName(target.Source.Path)}({position})";
    }

    public static string KindOf(DeclarationSyntax declaration) => declaration switch
    {
        ConstSyntax => "a constant",
        EnumSyntax { IsFlags: true } => "flags",
        EnumSyntax => "an enum",
        QuantitySyntax => "a quantity",
        StructSyntax => "a struct",
        RecordSyntax => "a record",
        ObjectSyntax => "an object",
        EventSyntax => "an event",
        CommandSyntax => "a command",
        PacketSyntax => "a packet",
        _ => "a message",
    };
}
