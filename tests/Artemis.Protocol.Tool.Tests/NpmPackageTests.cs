namespace Artemis.Protocol.Tool.Tests;

/// <summary>A fresh npm project, outside the repository, with the SDK as it would be published and a protocol of its own.</summary>
public sealed class NpmPackageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    private static string Modules => Path.Combine(Processes.Repository, "node_modules");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_protocol_unlike_ours_round_trips_with_the_packed_sdk_and_the_tool()
    {
        Assert.SkipUnless(Directory.Exists(Modules), "npm packages are not installed; run npm ci, or ./dev test");
        Consumers.CopyTo(folder, "buoys.artemis", "shore.artemis");
        Consumers.CopyInto("src", folder, "main.ts");
        folder.Write("package.json", """{ "name": "consumer", "version": "1.0.0", "private": true, "type": "module" }""");
        folder.Write("tsconfig.json", """
            {
              "compilerOptions": {
                "target": "ES2022", "module": "NodeNext", "strict": true, "exactOptionalPropertyTypes": true, "noUncheckedIndexedAccess": true,
                "verbatimModuleSyntax": true, "types": [], "lib": ["ES2022", "DOM"], "rootDir": "src", "outDir": "dist"
              },
              "include": ["src"]
            }
            """);

        (await Npm(Processes.Repository, "pack", "--workspace", "@artemis/client", "--pack-destination", folder.Path)).Required();
        var package = Directory.GetFiles(folder.Path, "*.tgz").Single();
        (await Npm(folder.Path, "install", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", package)).Required();
        (await Processes.Artemis("generate", folder["buoys.artemis"], "--typescript", folder["src/generated"])).Required();
        (await Processes.Run(folder.Path, "node", [Path.Combine(Modules, "typescript", "bin", "tsc"), "-p", "."])).Required();
        var result = (await Processes.Run(folder.Path, "node", ["dist/main.js"])).Required();

        Assert.Matches(@"^\d+ checks passed\n$", result.Output);
    }

    private static Task<ProcessResult> Npm(string where, params string[] arguments) =>
        OperatingSystem.IsWindows()
            ? Processes.Run(where, "cmd", ["/c", "npm", .. arguments])
            : Processes.Run(where, "npm", arguments);
}
