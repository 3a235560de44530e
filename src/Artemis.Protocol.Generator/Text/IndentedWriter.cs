using System.Text;

namespace Artemis.Protocol.Generator.Text;

/// <summary>Where the opening brace of a block stands.</summary>
public enum BraceStyle
{
    /// <summary>On a line of its own, as in C#.</summary>
    OwnLine,

    /// <summary>At the end of the header, as in TypeScript.</summary>
    SameLine,
}

/// <summary>
/// Builds an output file line by line. Lines end in LF, none ends in spaces, blank lines come singly, and the file ends in one line
/// break.
/// </summary>
public sealed class IndentedWriter(int indentSize = 4, BraceStyle braces = BraceStyle.OwnLine)
{
    private readonly StringBuilder text = new();
    private int depth;
    private bool blankPending;
    private bool justOpened = true;

    /// <summary>Writes a line at the present indent; a text of several lines has each of them indented.</summary>
    public IndentedWriter Line(string line = "")
    {
        foreach (var part in line.Split('\n'))
            WriteLine(part.TrimEnd());
        return this;
    }

    /// <summary>Writes several lines.</summary>
    public IndentedWriter Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
            Line(line);
        return this;
    }

    /// <summary>
    /// Asks for a blank line before whatever comes next. Asked twice it is still one, and there is none at the start or the end of
    /// a block.
    /// </summary>
    public IndentedWriter Blank()
    {
        blankPending = true;
        return this;
    }

    /// <summary>
    /// Writes a header and an opening brace, indents, and when disposed closes the brace.
    /// </summary>
    /// <param name="header">The line that the block belongs to; empty for a bare block.</param>
    /// <param name="close">What to close it with, such as <c>};</c> or <c>});</c>.</param>
    public Scope Block(string header = "", string close = "}")
    {
        if (header.Length == 0)
        {
            Line("{");
        }
        else if (braces == BraceStyle.SameLine)
        {
            Line(header + " {");
        }
        else
        {
            Line(header);
            Line("{");
        }

        return Open(close);
    }

    /// <summary>Writes a header as it is, indents, and when disposed writes the close; for lists, calls and the like.</summary>
    public Scope Enclose(string header, string close)
    {
        Line(header);
        return Open(close);
    }

    /// <summary>Indents until disposed.</summary>
    public Scope Indent() => Open(null);

    /// <summary>All that was written.</summary>
    public override string ToString() => text.ToString();

    private Scope Open(string? close)
    {
        depth++;
        justOpened = true;
        return new Scope(this, close);
    }

    private void Close(string? close)
    {
        depth--;
        justOpened = false;
        if (close is null)
            return;
        blankPending = false;
        WriteLine(close);
    }

    private void WriteLine(string line)
    {
        if (line.Length == 0)
        {
            Blank();
            return;
        }

        if (blankPending && !justOpened)
            text.Append('\n');
        blankPending = justOpened = false;
        text.Append(' ', depth * indentSize).Append(line).Append('\n');
    }

    /// <summary>An open block or indent; ends when disposed.</summary>
    public readonly struct Scope(IndentedWriter writer, string? close) : IDisposable
    {
        public void Dispose() => writer.Close(close);
    }
}
