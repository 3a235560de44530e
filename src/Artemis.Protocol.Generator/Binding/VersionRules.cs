using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Syntax;

namespace Artemis.Protocol.Generator.Binding;

/// <summary>Binds <c>since</c> and checks that each thing may have it.</summary>
internal sealed class VersionRules(BindingContext context)
{
    /// <summary>The version that a clause names; null if there is none.</summary>
    public ProtocolVersion? Bind(SinceSyntax? since)
    {
        if (since is null || since.Version.IsMissing)
            return null;
        if (Literals.VersionOf(since.Version.Text) is not var (major, minor))
        {
            context.Report(since.Version, Rules.MalformedVersion, since.Version.Text);
            return null;
        }

        var version = new ProtocolVersion(major, minor);
        if (version.CompareTo(context.Version) > 0)
            context.Report(since.Version, Rules.SinceTheFuture, version, context.Version);
        return version;
    }

    /// <summary>Refuses <c>since</c> where the layout can never change.</summary>
    public void Forbid(SinceSyntax? since, string what, string advice)
    {
        if (since is not null)
            context.Report(since, Rules.SinceNotHere, what, advice);
    }

    /// <summary>A part cannot be there before the whole.</summary>
    public void CheckOwner(SinceSyntax? since, ProtocolVersion? version, SyntaxToken part, SyntaxToken owner, ProtocolVersion? ownerVersion)
    {
        if (since is not null && version is not null && ownerVersion is not null && version.CompareTo(ownerVersion) < 0)
            context.Report(since, Rules.SinceBeforeOwner, part.Text, owner.Text, ownerVersion);
    }

    /// <summary>In a binary body, newer fields come after older ones.</summary>
    public void CheckOrder(CompositeSyntax owner, string what, IReadOnlyList<(FieldSyntax Syntax, ProtocolVersion? Since)> fields)
    {
        for (var i = 1; i < fields.Count; i++)
        {
            var (before, after) = (fields[i - 1], fields[i]);
            if (before.Since is not null && (after.Since is null || after.Since.CompareTo(before.Since) < 0))
                context.Report(after.Syntax.Name, Rules.SinceOutOfOrder, after.Syntax.Name.Text, before.Syntax.Name.Text, what);
        }
    }
}
