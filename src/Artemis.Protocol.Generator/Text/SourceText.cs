namespace Artemis.Protocol.Generator.Text;

/// <summary>The text of a file, with its lines.</summary>
public sealed class SourceText
{
    private readonly List<int> lineStarts = [0];

    public SourceText(string path, string content)
    {
        Path = path;
        Content = content;
        for (var i = 0; i < content.Length; i++)
        {
            // CR, LF and CR LF all end a line, as they do in editors.
            if (content[i] == '\n' || (content[i] == '\r' && (i + 1 == content.Length || content[i + 1] != '\n')))
                lineStarts.Add(i + 1);
        }
    }

    /// <summary>Where the text came from.</summary>
    public string Path { get; }

    public string Content { get; }

    public int LineCount => lineStarts.Count;

    /// <summary>Line and column of an offset; an offset past the end is the end.</summary>
    public LinePosition PositionOf(int offset)
    {
        var clamped = Math.Max(0, Math.Min(offset, Content.Length));
        var index = lineStarts.BinarySearch(clamped);
        var line = index >= 0 ? index : ~index - 1;
        return new LinePosition(line + 1, clamped - lineStarts[line] + 1);
    }

    /// <summary>The text of a line, without its end.</summary>
    /// <param name="line">Counted from 1.</param>
    public string LineText(int line)
    {
        var start = lineStarts[line - 1];
        var end = line < lineStarts.Count ? lineStarts[line] : Content.Length;
        return Content.Substring(start, end - start).TrimEnd('\r', '\n');
    }

    /// <summary>The text of a span.</summary>
    public string Slice(TextSpan span) => Content.Substring(span.Start, span.Length);
}
