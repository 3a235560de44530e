using Xunit;

namespace Artemis.Protocol.Generator.Tests;

/// <summary>Compares texts with approved files of the repository; UPDATE_APPROVED=1 rewrites the files instead.</summary>
internal static class Approved
{
    public static void Verify(string name, string actual)
    {
        var path = Path.Combine(RealSchema.RepositoryRoot(), "tests", "Artemis.Protocol.Generator.Tests", "Approved", name);
        if (Environment.GetEnvironmentVariable("UPDATE_APPROVED") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, actual);
        }

        Assert.True(File.Exists(path), $"{name} is not there; run once with UPDATE_APPROVED=1 and read what it says");
        Assert.Equal(File.ReadAllText(path), actual);
    }
}
