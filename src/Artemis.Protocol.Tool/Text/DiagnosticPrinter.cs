using Artemis.Protocol.Generator;
using Artemis.Protocol.Generator.Diagnostics;
using Artemis.Protocol.Tool.Files;

namespace Artemis.Protocol.Tool.Text;

/// <summary>Shows diagnostics with the line they are about and a caret below the place, in colour on a terminal.</summary>
internal sealed class DiagnosticPrinter(TextWriter writer, Palette palette)
{
    /// <summary>Shows all diagnostics of a compilation.</summary>
    /// <returns>Whether there was no error.</returns>
    public bool Print(CompilationResult result, SchemaSource source)
    {
        foreach (var diagnostic in result.Diagnostics)
        {
            foreach (var line in DiagnosticText.Format(diagnostic, source.Read(diagnostic.Path)).TrimEnd('\n').Split('\n'))
                writer.WriteLine(Paint(line, diagnostic));
            writer.WriteLine();
        }

        var errors = result.Diagnostics.Count(diagnostic => diagnostic.Severity == SchemaSeverity.Error);
        var warnings = result.Diagnostics.Count - errors;
        if (errors + warnings > 0)
            writer.WriteLine($"{Count(errors, "error")}, {Count(warnings, "warning")}");
        return errors == 0;
    }

    private string Paint(string line, SchemaDiagnostic diagnostic)
    {
        if (line == DiagnosticText.Headline(diagnostic))
            return diagnostic.Severity == SchemaSeverity.Error ? palette.Red(line) : palette.Yellow(line);

        // Below the headline each line has a gutter: a number or nothing, and then a bar or, for advice, an equals sign.
        var bar = line.IndexOfAny(['|', '=']);
        var (gutter, rest) = (line[..(bar + 1)], line[(bar + 1)..]);
        var isCaret = rest.Length > 0 && rest.All(letter => letter is ' ' or '^');
        return palette.Cyan(gutter) + (isCaret ? palette.Red(rest) : rest);
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
