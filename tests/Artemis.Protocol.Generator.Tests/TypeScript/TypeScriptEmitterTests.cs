using System.Text.RegularExpressions;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.TypeScript;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.TypeScript;

public partial class TypeScriptEmitterTests
{
    [Fact]
    public void A_protocol_of_odds_and_ends_is_written_as_approved() =>
        ApprovedFolder.Verify("TypeScript", "sink", TypeScriptEmitter.Emit(Model(Folder("sink.artemis"))));

    [Fact]
    public void The_protocol_that_never_changes_is_written_as_approved() =>
        ApprovedFolder.Verify("TypeScript", "frozen", TypeScriptEmitter.Emit(Model("protocol-schema/frozen/frozen.artemis")));

    [Fact]
    public void The_same_model_gives_the_same_files() =>
        Assert.Equal(TypeScriptEmitter.Emit(Artemis()), TypeScriptEmitter.Emit(Artemis()));

    [Fact]
    public void Every_declaration_is_reached_from_the_index()
    {
        var files = TypeScriptEmitter.Emit(Artemis()).ToArray();
        var index = files.Single(file => file.Path == "index.ts").Text;
        foreach (var file in files.Where(file => file.Path != "index.ts"))
            Assert.Contains($"export * from './{file.Path.Replace(".ts", ".js", StringComparison.Ordinal)}';", index, StringComparison.Ordinal);
    }

    [Fact]
    public void Paths_use_slashes_and_lines_end_in_LF()
    {
        foreach (var file in TypeScriptEmitter.Emit(Artemis()))
        {
            Assert.Matches("^([a-z0-9-]+/)?[a-z0-9-]+\\.ts$", file.Path);
            Assert.DoesNotContain('\r', file.Text);
            Assert.EndsWith("\n", file.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Declarations_whose_names_continue_one_another_share_no_function()
    {
        var model = Compile.Model("""
            message Key from client = 1 {}
            message KeyFrame from client = 2 {}
            packet Log from server = 3 { x : u8 }
            packet LogFrame from server = 4 { x : u8 }
            event Roster = 1 { x : u8 }
            event RosterEntry = 2 { x : u8 }
            packet Happenings from server = 5 { events : events }
            """);

        var functions = TypeScriptEmitter.Emit(model).SelectMany(file => Function().Matches(file.Text)).Select(match => match.Groups[1].Value).ToArray();

        Assert.Contains("encodeKeyFrame", functions);
        Assert.Equal(functions.Distinct(), functions);
    }

    [Fact]
    public void The_runtime_is_imported_from_a_package_unless_told_otherwise()
    {
        Assert.Contains("from '@artemis/client/runtime'", ShipModule(new TypeScriptOptions()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_relative_runtime_is_meant_from_the_root_of_the_output()
    {
        var options = new TypeScriptOptions("../runtime/index.js");
        Assert.Contains("from '../../runtime/index.js'", ShipModule(options), StringComparison.Ordinal);
    }

    private static string ShipModule(TypeScriptOptions options) =>
        TypeScriptEmitter.Emit(Artemis(), options).Single(file => file.Path == "objects/player-ship.ts").Text;

    private static ProtocolModel Artemis() =>
        SchemaCompiler.Compile(RealSchema.Files).Single(result => result.RootPath == "artemis.artemis").Model!;

    private static string Folder(string name) => $"tests/Artemis.Protocol.Generator.Tests/TypeScript/{name}";

    private static ProtocolModel Model(string path)
    {
        var full = Path.Combine(RealSchema.RepositoryRoot(), path);
        var result = SchemaCompiler.Compile(new SchemaFile(full, File.ReadAllText(full)), _ => null);
        Assert.Empty(result.Diagnostics);
        return result.Model!;
    }

    [GeneratedRegex(@"^export function (\w+)", RegexOptions.Multiline)]
    private static partial Regex Function();
}
