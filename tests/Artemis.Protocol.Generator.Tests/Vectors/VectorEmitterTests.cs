using System.Text.Json;
using Artemis.Protocol.Generator.Model;
using Artemis.Protocol.Generator.Vectors;
using Xunit;

namespace Artemis.Protocol.Generator.Tests.Vectors;

public class VectorEmitterTests
{
    public static TheoryData<string> Files => ["objects.json", "events.json", "commands.json", "packets.json", "messages.json", "frames.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Vectors_of_the_frozen_protocol_are_as_approved(string file) =>
        Approved.Verify($"vectors/{file}", VectorEmitter.Emit(FrozenSchema.Model).Single(output => output.Path == file).Text);

    [Fact]
    public void The_same_model_gives_the_same_text()
    {
        var model = SchemaCompiler.Compile(RealSchema.Files).Single().Model!;

        Assert.Equal(VectorEmitter.Emit(model), VectorEmitter.Emit(SchemaCompiler.Compile(RealSchema.Files).Single().Model!));
    }

    [Fact]
    public void Every_type_of_the_artemis_protocol_has_vectors_both_ways()
    {
        var model = SchemaCompiler.Compile(RealSchema.Files).Single().Model!;
        var types = model.Objects.Select(item => item.Name)
            .Concat(model.Events.Select(item => item.Name))
            .Concat(model.Commands.Select(item => item.Name))
            .Concat(model.Packets.Select(item => item.Name))
            .Concat(model.Messages.Select(item => item.Name));

        var covered = Cases(model).Where(item => item.GetProperty("direction").GetString() == "both").Select(item => item.GetProperty("type").GetString()!);

        Assert.Empty(types.Except(covered));
    }

    [Fact]
    public void Every_bit_and_every_view_of_an_object_has_a_case()
    {
        var names = Cases(FrozenSchema.Model).Select(item => item.GetProperty("name").GetString()).ToHashSet();

        foreach (var model in FrozenSchema.Model.Objects)
        {
            Assert.All(model.Fields, field => Assert.Contains($"{model.Name}: only bit {field.Bit}", names));
            Assert.All(model.Views, view => Assert.Contains($"{model.Name}: view {view.Name}", names));
        }
    }

    [Fact]
    public void Every_error_of_decoding_is_expected_somewhere()
    {
        var errors = Cases(FrozenSchema.Model)
            .Where(item => item.TryGetProperty("error", out _))
            .Select(item => item.GetProperty("error").GetString()!)
            .Distinct()
            .Order(StringComparer.Ordinal);

        Assert.Equal(
            [
                "BadLength", "BadMagic", "BadMessage", "FrameTooLarge", "MissingKey", "OutOfRange", "TrailingBytes", "Truncated", "UnknownCommand",
                "UnknownField", "UnknownObject", "WrongOrigin",
            ],
            errors);
    }

    [Fact]
    public void Names_are_unique_within_a_file()
    {
        foreach (var file in VectorEmitter.Emit(FrozenSchema.Model))
        {
            var names = Cases(file).Select(item => item.GetProperty("name").GetString()).ToArray();
            Assert.Equal(names.Distinct(), names);
        }
    }

    [Theory]
    [InlineData("f32 in 0..1 as u8")]
    [InlineData("f32 in 0..1 as u32")]
    [InlineData("f64 in -3..7 step 0.1 as u16")]
    [InlineData("f32 in -1..1 step 1/1024 as i16")]
    [InlineData("f32 in 0..360 wraps as u32")]
    [InlineData("f64 in 0..2π wraps as u8")]
    [InlineData("f32 in -64..64 step 1/8 as f32")]
    [InlineData("f64")]
    [InlineData("u3")]
    [InlineData("i64")]
    [InlineData("u64 in 5..6")]
    public void Any_number_has_vectors(string type)
    {
        var model = Compile.Model($"object Thing = 1 mask 1 {{ 0 value : {type} }} event Happened = 1 {{ value? : {type}, more : {type}[..3] }}");

        Assert.Contains(Cases(model), item => item.GetProperty("name").GetString() == "Thing: typical");
        Assert.Contains(Cases(model), item => item.GetProperty("name").GetString() == "Happened: maximal");
    }

    private static IEnumerable<JsonElement> Cases(ProtocolModel model) => VectorEmitter.Emit(model).SelectMany(Cases);

    private static IEnumerable<JsonElement> Cases(OutputFile file) => JsonDocument.Parse(file.Text).RootElement.GetProperty("cases").EnumerateArray();
}
