namespace Artemis.Protocol.Tool.Files;

/// <summary>What must change on disk so that it holds what the schema says.</summary>
internal static class OutputPlan
{
    /// <summary>Compares outputs with what is on disk.</summary>
    /// <returns>Only files that differ, by path.</returns>
    public static IReadOnlyList<FileChange> Compare(IEnumerable<OutputSet> outputs)
    {
        var changes = new List<FileChange>();
        foreach (var folder in outputs.GroupBy(output => Path.GetFullPath(output.Folder)))
            CompareFolder(folder.First().Folder, [.. folder], changes);
        return [.. changes.OrderBy(change => change.Path, StringComparer.Ordinal)];
    }

    /// <summary>Writes and removes files as planned; folders that become empty go too.</summary>
    public static void Apply(IEnumerable<FileChange> changes)
    {
        foreach (var (_, path, text) in changes)
        {
            var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
            if (text is null)
            {
                File.Delete(path);
                if (!Directory.EnumerateFileSystemEntries(folder).Any())
                    Directory.Delete(folder);
            }
            else
            {
                Directory.CreateDirectory(folder);
                File.WriteAllText(path, text);
            }
        }
    }

    private static void CompareFolder(string folder, OutputSet[] outputs, List<FileChange> changes)
    {
        var manifest = OutputManifest.Read(folder);
        var made = new HashSet<string>(outputs.SelectMany(output => output.Files).Select(file => file.Path));
        foreach (var output in outputs)
        {
            foreach (var path in manifest.PathsOf(output).Where(path => !made.Contains(path)))
            {
                var full = Path.Combine(folder, path);
                if (File.Exists(full))
                    changes.Add(new FileChange(FileState.Extra, full, null));
            }

            foreach (var file in output.Files)
                CompareFile(Path.Combine(folder, file.Path), file.Text, changes);
        }

        foreach (var output in outputs)
            manifest.Replace(output);
        CompareFile(Path.Combine(folder, OutputManifest.FileName), manifest.ToText(), changes);
    }

    private static void CompareFile(string path, string text, List<FileChange> changes)
    {
        if (!File.Exists(path))
            changes.Add(new FileChange(FileState.Missing, path, text));
        else if (!SameText(File.ReadAllText(path), text))
            changes.Add(new FileChange(FileState.Stale, path, text));
    }

    // A checkout may have turned line ends into CR LF; that alone makes nothing stale.
    private static bool SameText(string left, string right) =>
        left == right || left.ReplaceLineEndings("\n") == right.ReplaceLineEndings("\n");
}
