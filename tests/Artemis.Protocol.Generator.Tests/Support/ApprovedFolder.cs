using Xunit;

namespace Artemis.Protocol.Generator.Tests;

/// <summary>
/// Compares an emitter's files with an approved folder of the repository; UPDATE_APPROVED=1 rewrites the folder instead. The tests of the
/// TypeScript SDK compile what is approved and run it.
/// </summary>
internal static class ApprovedFolder
{
    public static void Verify(string language, string name, IEnumerable<OutputFile> files)
    {
        var folder = Path.Combine(RealSchema.RepositoryRoot(), "tests", "Artemis.Protocol.Generator.Tests", language, "Approved", name);
        var actual = files.ToDictionary(file => file.Path, file => file.Text);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
            Rewrite(folder, actual);

        Assert.Equal(actual.Keys.Order(StringComparer.Ordinal), Paths(folder).Order(StringComparer.Ordinal));
        foreach (var (path, text) in actual)
            Assert.Equal(File.ReadAllText(Path.Combine(folder, path)), text);
    }

    private static void Rewrite(string folder, Dictionary<string, string> files)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
        foreach (var (path, text) in files)
        {
            var full = Path.Combine(folder, path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllText(full, text);
        }
    }

    private static IEnumerable<string> Paths(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(folder, file).Replace('\\', '/'))
        : [];
}
