using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Diagnostics;

/// <summary>How grave a diagnostic is.</summary>
public enum SchemaSeverity
{
    Warning,
    Error,
}

/// <summary>Something wrong with a schema, where it is and what to do.</summary>
/// <param name="Id">Code of its descriptor, such as <c>ART2003</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Advice">What to do about it; empty if there is nothing to add.</param>
/// <param name="Path">The file.</param>
/// <param name="Start">Line and column where it begins.</param>
/// <param name="End">Line and column where it ends, exclusive.</param>
public sealed record SchemaDiagnostic(
    string Id,
    SchemaSeverity Severity,
    string Message,
    string Advice,
    string Path,
    TextSpan Span,
    LinePosition Start,
    LinePosition End);
