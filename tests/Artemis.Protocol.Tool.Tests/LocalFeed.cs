namespace Artemis.Protocol.Tool.Tests;

/// <summary>Tests that use the packages as their users would.</summary>
[CollectionDefinition(Name)]
public sealed class PackageTests : ICollectionFixture<LocalFeed>
{
    public const string Name = "Packages";
}

/// <summary>
/// A folder with the packages as they would be published, made once for all tests, and a place for the projects of their users: outside the
/// repository, with a package cache of its own, and with no other source of packages.
/// </summary>
public sealed class LocalFeed : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();

    /// <summary>Folder with the packages.</summary>
    internal string Packages => folder["feed"];

    /// <summary>Version of the packages.</summary>
    internal string Version { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        foreach (var project in new[] { "Artemis.Protocol", "Artemis.Protocol.Tool" })
        {
            var path = Path.Combine(Processes.Repository, "src", project);
            (await Processes.Run(folder.Path, "dotnet", ["pack", path, "--no-build", "-c", Processes.Configuration, "-o", Packages])).Required();
        }

        const string prefix = "Artemis.Protocol.Tool.";
        var package = Path.GetFileNameWithoutExtension(Directory.GetFiles(Packages, prefix + "*.nupkg").Single());
        Version = package[prefix.Length..];
    }

    /// <summary>A new folder for a user's project, which knows only this feed.</summary>
    internal TemporaryFolder NewProject(string name)
    {
        var project = folder.Sub(name);
        project.Write("nuget.config", $"""
            <configuration>
              <config>
                <add key="globalPackagesFolder" value="{folder["packages"]}" />
              </config>
              <packageSources>
                <clear />
                <add key="local" value="{Packages}" />
              </packageSources>
              <packageSourceMapping>
                <clear />
                <packageSource key="local">
                  <package pattern="*" />
                </packageSource>
              </packageSourceMapping>
            </configuration>
            """);
        return project;
    }

    public ValueTask DisposeAsync()
    {
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
