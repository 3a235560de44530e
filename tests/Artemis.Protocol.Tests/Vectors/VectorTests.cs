using Artemis.Protocol.Generator.Vectors;
using Artemis.Protocol.Tests.Generated;
using Xunit;

namespace Artemis.Protocol.Tests.Vectors;

public class VectorTests
{
    public static TheoryData<string> Files => ["objects.json", "events.json", "commands.json", "packets.json", "messages.json", "frames.json"];

    [Theory]
    [MemberData(nameof(Files))]
    public void The_interpreter_passes_the_vectors_of_the_artemis_protocol(string file) =>
        new VectorCheck(Codecs.ArtemisReference).All(Committed(file));

    [Theory]
    [MemberData(nameof(Files))]
    public void The_interpreter_passes_the_vectors_of_the_frozen_protocol(string file) =>
        new VectorCheck(Codecs.FrozenReference).All(Frozen(file));

    [Theory]
    [MemberData(nameof(Files))]
    public void Generated_code_passes_the_vectors_of_the_artemis_protocol(string file) =>
        new VectorCheck(Codecs.Artemis).All(Committed(file));

    [Theory]
    [MemberData(nameof(Files))]
    public void Generated_code_passes_the_vectors_of_the_frozen_protocol(string file) =>
        new VectorCheck(Codecs.Frozen).All(Frozen(file));

    private static IReadOnlyList<VectorCase> Committed(string file) =>
        VectorCase.Parse(File.ReadAllText(Schemas.PathOf($"protocol-schema/vectors/{file}")));

    private static IReadOnlyList<VectorCase> Frozen(string file) =>
        VectorCase.Parse(VectorEmitter.Emit(Schemas.Frozen).First(output => output.Path == file).Text);
}
