using Artemis.Protocol.Generator.CSharp;
using Artemis.Protocol.Generator.Model;
using Microsoft.CodeAnalysis;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.CSharp;

public class CSharpEmitterTests
{
    [Fact]
    public void The_protocol_that_never_changes_is_written_as_approved() =>
        ApprovedFolder.Verify("CSharp", "frozen", CSharpEmitter.Emit(FrozenSchema.Model));

    [Fact]
    public void A_protocol_of_odds_and_ends_compiles_without_a_warning() => AssertCompiles(Sink());

    [Fact]
    public void No_name_is_in_the_way_of_what_generated_code_needs() => AssertCompiles(Schema("CSharp", "names.artemis"));

    [Fact]
    public void The_same_model_gives_the_same_files() => Assert.Equal(CSharpEmitter.Emit(Sink()), CSharpEmitter.Emit(Sink()));

    [Fact]
    public void Structs_that_hold_each_other_twice_over_are_no_burden()
    {
        // Walked over without a memory, this would take 2^60 steps.
        const int Links = 60;
        var chain = string.Join('\n', Enumerable.Range(0, Links).Select(i => $"struct S{i} {{ left : S{i + 1}, right : S{i + 1} }}"));
        var model = Compile.Model($"{chain}\nstruct S{Links} {{}}\nevent Nothing = 1 {{ all : S0 }}\npacket Happenings from server = 2 {{ events : events }}");

        Assert.Equal(0, WireSize.OfFields(model.Events.Single().Fields, model).Max);
        Assert.NotEmpty(CSharpEmitter.Emit(model));
    }

    [Fact]
    public void A_protocol_of_odds_and_ends_round_trips_its_odds_and_ends()
    {
        var library = File.ReadAllBytes(RoslynHost.LibraryPath);
        var assembly = RoslynHost.Compile(
            "Sink",
            [.. CSharpEmitter.Emit(Sink()).Select(file => (file.Path, file.Text)), ("Probe.cs", KitchenSink.Probe)],
            [MetadataReference.CreateFromImage(library)]);

        Assert.Equal("", RoslynHost.Run(assembly, "Probe", "Run", library));
    }

    private static void AssertCompiles(ProtocolModel model) => RoslynHost.Compile(
        "Generated",
        CSharpEmitter.Emit(model).Select(file => (file.Path, file.Text)),
        [MetadataReference.CreateFromFile(RoslynHost.LibraryPath)]);

    private static ProtocolModel Sink() => Schema("TypeScript", "sink.artemis");

    private static ProtocolModel Schema(string folder, string name)
    {
        var path = Path.Combine(RealSchema.RepositoryRoot(), "tests", "Artemis.Protocol.Generator.Tests", folder, name);
        return SchemaCompiler.Compile(new SchemaFile(path, File.ReadAllText(path)), _ => null).Model!;
    }
}
