using System.Globalization;
using System.Text;
using Artemis.Protocol.Generator.Text;

namespace Artemis.Protocol.Generator.Diagnostics;

/// <summary>Writes diagnostics for a console, with the line that is meant and a caret under the place.</summary>
public static class DiagnosticText
{
    private const int TabWidth = 4;
    private const int LongestLine = 160;

    /// <summary>One line, as compilers print it: <c>file(line,column): error ART2003: message</c>.</summary>
    public static string Headline(SchemaDiagnostic diagnostic) =>
        $"{diagnostic.Path}({diagnostic.Start}): {Word(diagnostic.Severity)} {diagnostic.Id}: {diagnostic.Message}";

    /// <summary>Message and advice in one line, for hosts that show nothing else.</summary>
    public static string MessageWithAdvice(SchemaDiagnostic diagnostic) =>
        diagnostic.Advice.Length == 0 ? diagnostic.Message : $"{diagnostic.Message} ({diagnostic.Advice})";

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
        // Of a very long line, the part around the place is enough.
        var first = from > LongestLine - 40 ? from - (LongestLine / 2) : 0;
        var end = Math.Min(text.Length, first + LongestLine);

        var line = new StringBuilder(first > 0 ? "…" : "");
        var carets = new StringBuilder(first > 0 ? " " : "");
        var column = line.Length;
        for (var i = first; i < end; i++)
        {
            var width = WidthAt(text, i, column);
            if (text[i] == '\t')
                line.Append(' ', width);
            else
                line.Append(char.IsControl(text[i]) ? '\ufffd' : text[i]);
            carets.Append(i >= from && i < to ? '^' : ' ', width);
            column += width;
        }

        if (end < text.Length)
            line.Append('…');
        if (from >= to || from >= end)
            carets.Insert(Math.Min(carets.Length, ColumnsBefore(text, first, from) + (first > 0 ? 1 : 0)), "^");
        return (line.ToString().TrimEnd(), carets.ToString().TrimEnd());
    }

    private static int ColumnsBefore(string text, int first, int index)
    {
        var column = first > 0 ? 1 : 0;
        var start = column;
        for (var i = first; i < index; i++)
            column += WidthAt(text, i, column);
        return column - start;
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
