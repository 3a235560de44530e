using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Finds structs and records that contain themselves, which would never end.</summary>
internal sealed class StructRules(BindingContext context)
{
    private readonly HashSet<CompositeSyntax> done = [];
    private readonly HashSet<CompositeSyntax> open = [];

    /// <summary>Whether any struct contains itself.</summary>
    public bool FoundCycle { get; private set; }

    public void Check(CompositeSyntax owner)
    {
        if (!open.Add(owner))
            return;
        foreach (var field in owner.Fields)
        {
            if (Target(field.Type) is not { } target || done.Contains(target))
                continue;
            if (open.Contains(target))
            {
                FoundCycle = true;
                context.Report(field.Type, Rules.ContainsItself, target.Name.Text);
            }
            else
            {
                Check(target);
            }
        }

        open.Remove(owner);
        done.Add(owner);
    }

    private CompositeSyntax? Target(TypeSyntax type)
    {
        while (type is ListTypeSyntax list)
            type = list.Element;
        return type is NamedTypeSyntax named ? context.Find(named.Name.Text) as CompositeSyntax : null;
    }
}
