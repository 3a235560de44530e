namespace Artemis.Protocol.Tool.Files;

/// <summary>
/// The list of files that were generated into a folder, kept there as <see cref="FileName"/>, so that those which the schema makes
/// no longer can be removed without touching anything else. A line is <c>protocol kind path</c>.
/// </summary>
internal sealed class OutputManifest
{
    public const string FileName = ".artemis-generated";

    private const string Title = "# Written by `artemis generate`, which removes what it wrote earlier and makes no longer.";

    private readonly List<Entry> entries = [];

    private sealed record Entry(string Protocol, string Kind, string Path);

    /// <summary>Reads the list of a folder; empty if it has none.</summary>
    public static OutputManifest Read(string folder)
    {
        var manifest = new OutputManifest();
        var file = Path.Combine(folder, FileName);
        if (!File.Exists(file))
            return manifest;

        foreach (var line in File.ReadLines(file))
        {
            var parts = line.Split(' ', 3);
            if (parts.Length == 3 && parts[0] != "#" && IsInside(folder, parts[2]))
                manifest.entries.Add(new Entry(parts[0], parts[1], parts[2]));
        }

        return manifest;
    }

    /// <summary>Paths that were written for one output, relative to the folder.</summary>
    public IEnumerable<string> PathsOf(OutputSet output) =>
        entries.Where(entry => IsOf(entry, output)).Select(entry => entry.Path);

    /// <summary>Puts an output's files in place of those it had before.</summary>
    public void Replace(OutputSet output)
    {
        entries.RemoveAll(entry => IsOf(entry, output));
        entries.AddRange(output.Files.Select(file => new Entry(output.Protocol, output.Kind, file.Path)));
    }

    /// <summary>The list as a file's text, in an order of its own.</summary>
    public string ToText()
    {
        var lines = entries.Select(entry => $"{entry.Protocol} {entry.Kind} {entry.Path}").Order(StringComparer.Ordinal);
        return string.Join('\n', lines.Prepend(Title)) + "\n";
    }

    private static bool IsOf(Entry entry, OutputSet output) => entry.Protocol == output.Protocol && entry.Kind == output.Kind;

    // A list that was tampered with must not make us remove files elsewhere.
    private static bool IsInside(string folder, string path)
    {
        var root = Path.GetFullPath(folder) + Path.DirectorySeparatorChar;
        return Path.GetFullPath(Path.Combine(folder, path)).StartsWith(root, StringComparison.Ordinal);
    }
}
