using System.Text.RegularExpressions;

namespace Artemis.Protocol.Tool.Tests;

/// <summary>Fresh projects, outside the repository, with the packages as they would be published and protocols of their own.</summary>
[Collection(PackageTests.Name)]
public sealed partial class NuGetPackageTests(LocalFeed feed)
{
    [Fact]
    public async Task A_protocol_unlike_ours_round_trips_with_the_packed_library_and_generator()
    {
        var project = Project("consumer");
        Consumers.CopyTo(project, "buoys.artemis", "shore.artemis", "Program.cs");

        var result = (await Dotnet(project, "run", "--project", project["consumer.csproj"])).Required();

        Assert.Matches(@"^\d+ checks passed\s*$", result.Output);
    }

    [Fact]
    public async Task A_project_that_asks_for_it_gets_typescript_and_reference_with_each_build()
    {
        var project = Project("outputs", """
            <ArtemisSchema>buoys.artemis</ArtemisSchema>
            <ArtemisTypeScriptFolder>web</ArtemisTypeScriptFolder>
            <ArtemisReferenceFolder>docs</ArtemisReferenceFolder>
            """);
        Consumers.CopyTo(project, "buoys.artemis", "shore.artemis", "Program.cs");

        (await Dotnet(project, "build")).Required();

        Assert.Contains("celsius", File.ReadAllText(project["web/quantities.ts"]), StringComparison.OrdinalIgnoreCase);
        Assert.NotEmpty(Directory.GetFiles(project["docs"], "*.md"));
    }

    [Fact]
    public async Task Five_mistakes_are_the_same_five_errors_in_a_build_and_in_a_check()
    {
        var project = Project("mistaken");
        project.Write("toy.artemis", FiveMistakes.Root);
        project.Write("ships.artemis", FiveMistakes.Ships);
        project.Write("Program.cs", "return;");

        var build = await Dotnet(project, "build");
        var check = await Processes.Artemis("check", project["toy.artemis"]);

        Assert.NotEqual(0, build.ExitCode);
        var expected = FiveMistakes.Places.Order(StringComparer.Ordinal);
        Assert.Equal(expected, Places(check.Output));
        Assert.Equal(expected, Places(build.Output));
        // MSBuild's lines are one each; those with carets follow, as the tool shows them.
        Assert.Equal(Carets(check.Output), Carets(build.Output));
    }

    [Fact]
    public async Task A_project_may_have_its_messages_read_and_written_by_MessagePack_CSharp()
    {
        var project = Project("swapped", "<UseMessagePackCSharp>true</UseMessagePackCSharp>");
        project.Write("messagepack/MessagePack.csproj", """
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
              </PropertyGroup>
            </Project>
            """);
        Consumers.CopyMessagePackTo(project, "messagepack");
        project.Write("Directory.Build.props", """
            <Project>
              <PropertyGroup>
                <DefaultItemExcludes>$(DefaultItemExcludes);messagepack/**</DefaultItemExcludes>
              </PropertyGroup>
            </Project>
            """);
        Consumers.CopyTo(project, "buoys.artemis", "shore.artemis");
        Consumers.CopyAs("Program.cs", project, "Messages.cs");

        var without = await Dotnet(project, "build", "swapped.csproj");
        Assert.Contains("UseMessagePackCSharp needs the package MessagePack", without.Output, StringComparison.Ordinal);

        (await Dotnet(project, "add", "swapped.csproj", "reference", project["messagepack/MessagePack.csproj"])).Required();
        var result = (await Dotnet(project, "run", "--project", project["swapped.csproj"])).Required();

        Assert.Equal(["MessagePack", "MessagePack"], result.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
    }

    [Fact]
    public async Task The_tool_installs_from_the_package_and_runs()
    {
        var project = Project("tools");

        (await Dotnet(project, "tool", "install", "Artemis.Protocol.Tool", "--tool-path", project["bin"], "--version", feed.Version)).Required();
        var program = project[OperatingSystem.IsWindows() ? "bin/artemis.exe" : "bin/artemis"];
        var help = (await Processes.Run(project.Path, program, ["--help"])).Required();
        var explained = (await Processes.Run(project.Path, program, ["explain", "--json", "--hex", ExplainTests.TimeSync])).Required();

        Assert.Contains("breaking", help.Output, StringComparison.Ordinal);
        Assert.Contains("\"TimeSync\"", explained.Output, StringComparison.Ordinal);
    }

    private TemporaryFolder Project(string name, string properties = "")
    {
        var project = feed.NewProject(name);
        project.Write($"{name}.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <UseSharedCompilation>false</UseSharedCompilation>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="Artemis.Protocol" Version="{feed.Version}" />
              </ItemGroup>
            </Project>
            """);
        return project;
    }

    private static Task<ProcessResult> Dotnet(TemporaryFolder project, params string[] arguments) =>
        Processes.Run(project.Path, "dotnet", arguments);

    /// <summary>Each error once, as file, place and code; a build says them twice.</summary>
    private static IEnumerable<string> Places(string output) => Error().Matches(output)
        .Select(match => $"{Path.GetFileName(match.Groups[1].Value)}({match.Groups[2].Value}): {match.Groups[3].Value}")
        .Distinct()
        .Order(StringComparer.Ordinal);

    /// <summary>The lines below the headlines: a place in the text, the caret and the advice.</summary>
    private static IEnumerable<string> Carets(string output) => output.Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.StartsWith('|') || line.StartsWith("= ", StringComparison.Ordinal))
        .Where(line => line.Length > 1);

    [GeneratedRegex(@"^\s*(\S+?)\((\d+,\d+)\): error (ART\d{4}): ", RegexOptions.Multiline)]
    private static partial Regex Error();
}
