using System.Text;

namespace Artemis.Protocol.Generator.Reference;

/// <summary>Builds a Markdown page, block by block, with a blank line between blocks.</summary>
internal sealed class Markdown
{
    private readonly StringBuilder text = new();

    public Markdown Heading(int level, string title) => Block($"{new string('#', level)} {title}");

    /// <summary>A paragraph; nothing if it is empty.</summary>
    public Markdown Paragraph(string paragraph) => paragraph.Length == 0 ? this : Block(paragraph);

    /// <summary>A table; columns in which no row says anything are left out. Nothing if there are no rows.</summary>
    public Markdown Table(string[] heads, IEnumerable<string[]> rows)
    {
        var all = rows.ToArray();
        if (all.Length == 0)
            return this;

        var columns = Enumerable.Range(0, heads.Length).Where(column => all.Any(row => row[column].Length > 0)).ToArray();
        var lines = new[] { heads, [.. heads.Select(_ => "---")] }.Concat(all)
            .Select(row => $"| {string.Join(" | ", columns.Select(column => Cell(row[column])))} |");
        return Block(string.Join("\n", lines));
    }

    public override string ToString() => text.ToString();

    /// <summary>Text on one line that cannot end its cell.</summary>
    private static string Cell(string content) => content.Replace("\r", string.Empty).Replace('\n', ' ').Replace("|", "\\|");

    private Markdown Block(string block)
    {
        if (text.Length > 0)
            text.Append('\n');
        text.Append(block.TrimEnd()).Append('\n');
        return this;
    }
}
