using System.Globalization;
using System.Text;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Diagnostics;

/// <summary>Writes diagnostics for a console, with the line that is meant and a caret under the place.</summary>
public static class DiagnosticFormatter
{
    private const int TabWidth = 4;
    private const int LongestLine = 160;

    /// <summary>One line, as compilers print it: <c>file(line,column): error ART2003: message</c>.</summary>
    public static string Headline(SchemaDiagnostic diagnostic) =>
        $"{diagnostic.Path}({diagnostic.Start}): {Word(diagnostic.Severity)} {diagnostic.Id}: {diagnostic.Message}";

    /// <summary>The headline, the source line with carets, and the advice; lines end in LF.</summary>
    /// <param name="sourceText">The file's text, or null if it is not at hand; then there is no picture.</param>
    public static string Format(SchemaDiagnostic diagnostic, string? sourceText)
    {
        var output = new StringBuilder(Headline(diagnostic)).Append('\n');
        var gutter = diagnostic.Start.Line.ToString(CultureInfo.InvariantCulture);
        var margin = new string(' ', gutter.Length);
        if (sourceText is not null)
        {
            var (line, carets) = Picture(diagnostic, new SourceText(diagnostic.Path, sourceText));
            output.Append(margin).Append(" |\n");
            output.Append(gutter).Append(" | ").Append(line).Append('\n');
            output.Append(margin).Append(" | ").Append(carets).Append('\n');
        }

        if (diagnostic.Advice.Length > 0)
            output.Append(margin).Append(" = ").Append(diagnostic.Advice).Append('\n');
        return output.ToString();
    }

    private static string Word(SchemaSeverity severity) => severity == SchemaSeverity.Error ? "error" : "warning";

    /// <summary>The line with tabs spread out, and carets under the columns that a terminal shows the place in.</summary>
    private static (string Line, string Carets) Picture(SchemaDiagnostic diagnostic, SourceText source)
    {
        var text = diagnostic.Start.Line <= source.LineCount ? source.LineText(diagnostic.Start.Line) : "";
        var from = Math.Min(diagnostic.Start.Column - 1, text.Length);
        var to = diagnostic.End.Line == diagnostic.Start.Line ? Math.Min(diagnostic.End.Column - 1, text.Length) : text.Length;
        var line = new StringBuilder();
        int column = 0, caretStart = 0, caretEnd = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            if (i == from)
                caretStart = column;
            if (i == to)
                caretEnd = column;
            if (i == text.Length)
                break;
            var width = WidthAt(text, i, column);
            if (text[i] == '\t')
                line.Append(' ', width);
            else
                line.Append(char.IsControl(text[i]) ? '�' : text[i]);
            column += width;
        }

        var shown = line.ToString().TrimEnd();
        if (shown.Length > LongestLine)
            shown = shown.Substring(0, char.IsHighSurrogate(shown[LongestLine - 1]) ? LongestLine - 1 : LongestLine) + "…";
        return (shown, new string(' ', caretStart) + new string('^', Math.Max(1, caretEnd - caretStart)));
    }

    /// <summary>How many columns of a terminal a UTF-16 unit takes.</summary>
    private static int WidthAt(string text, int index, int column)
    {
        var c = text[index];
        if (c == '\t')
            return TabWidth - (column % TabWidth);
        // A pair is nearly always an emoji or a rare ideogram: two columns, counted at its first half.
        if (char.IsSurrogate(c))
            return char.IsHighSurrogate(c) ? 2 : 0;
        return CharUnicodeInfo.GetUnicodeCategory(c) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            _ => IsWide(c) ? 2 : 1,
        };
    }

    /// <summary>Hangul, kana, ideograms and full-width forms.</summary>
    private static bool IsWide(char c) => c is
        (>= '\u1100' and <= '\u115f') or (>= '\u2e80' and <= '\u303e') or (>= '\u3041' and <= '\ua4cf')
        or (>= '\uac00' and <= '\ud7a3') or (>= '\uf900' and <= '\ufaff') or (>= '\ufe30' and <= '\ufe6f')
        or (>= '\uff00' and <= '\uff60') or (>= '\uffe0' and <= '\uffe6');
}
