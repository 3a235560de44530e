namespace Artemis.Protocol.Tool.Tests;

/// <summary>Source files of users' projects, as they lie beside these tests.</summary>
internal static class Consumers
{
    /// <summary>Copies files into a folder.</summary>
    public static void CopyTo(TemporaryFolder folder, params string[] names)
    {
        foreach (var name in names)
            CopyInto("", folder, name);
    }

    /// <summary>Copies a file into a folder below the folder.</summary>
    public static void CopyInto(string into, TemporaryFolder folder, string name) =>
        folder.Write(Path.Combine(into, name), Text(name));

    /// <summary>Copies a file into a folder under another name.</summary>
    public static void CopyAs(string into, TemporaryFolder folder, string name) => folder.Write(into, Text(name));

    /// <summary>Copies our own MessagePack as it would be if it were the package: the names are the same but for the namespace.</summary>
    public static void CopyMessagePackTo(TemporaryFolder folder, string into)
    {
        foreach (var path in Directory.GetFiles(Path.Combine(Processes.Repository, "src", "Artemis.Protocol", "MessagePack"), "*.cs"))
        {
            var text = File.ReadAllText(path).Replace("namespace Artemis.Protocol.MessagePack;", "namespace MessagePack;", StringComparison.Ordinal);
            folder.Write(Path.Combine(into, Path.GetFileName(path)), text);
        }
    }

    private static string Text(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Consumers", name));
}
