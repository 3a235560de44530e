using System.Globalization;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Diagnostics;

/// <summary>Collects what is wrong with the files of a protocol.</summary>
public sealed class DiagnosticBag
{
    private readonly List<SchemaDiagnostic> items = [];

    public bool HasErrors { get; private set; }

    /// <summary>All that was reported, by file in the order given, then by place.</summary>
    public IEnumerable<SchemaDiagnostic> Ordered(IReadOnlyList<string> paths)
    {
        var order = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var path in paths)
            order[path] = order.Count;
        return items
            .OrderBy(item => order.TryGetValue(item.Path, out var index) ? index : int.MaxValue)
            .ThenBy(item => item.Span.Start)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .Distinct();
    }

    /// <summary>Adds a diagnostic.</summary>
    /// <param name="arguments">What the placeholders of the rule's message and advice stand for.</param>
    public void Report(SourceText source, TextSpan span, Rule rule, params object[] arguments)
    {
        HasErrors |= rule.Severity == SchemaSeverity.Error;
        items.Add(new SchemaDiagnostic(
            rule.Id,
            rule.Severity,
            string.Format(CultureInfo.InvariantCulture, rule.Message, arguments),
            string.Format(CultureInfo.InvariantCulture, rule.Advice, arguments),
            source.Path,
            span,
            source.PositionOf(span.Start),
            source.PositionOf(span.End)));
    }
}
