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
        folder.Write(Path.Combine(into, name), File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Consumers", name)));
}
