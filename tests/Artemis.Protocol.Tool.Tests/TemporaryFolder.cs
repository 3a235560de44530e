namespace Artemis.Protocol.Tool.Tests;

/// <summary>A folder of its own for a test, outside the repository; gone afterwards.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    public TemporaryFolder()
        : this(Directory.CreateTempSubdirectory("artemis-tool-").FullName)
    {
    }

    private TemporaryFolder(string path) => Path = path;

    public string Path { get; }

    public string this[string name] => System.IO.Path.Combine(Path, name);

    public string Write(string name, string text)
    {
        var path = this[name];
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    /// <summary>A folder below this one, which goes with it.</summary>
    public TemporaryFolder Sub(string name) => new(Directory.CreateDirectory(this[name]).FullName);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
