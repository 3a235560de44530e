using System.Globalization;
using System.Text.Json;
using Artemis.Protocol.Tests.Generated;
using Artemis.Protocol.Tests.Vectors;
using Xunit;

namespace Artemis.Protocol.Tests.HandFrames;

/// <summary>Frames computed by hand, which no program writes: see <c>protocol-schema/frozen/README.md</c>.</summary>
public class HandFrameTests
{
    [Fact]
    public void The_interpreter_agrees_with_frames_of_the_frozen_protocol() =>
        new VectorCheck(Codecs.FrozenReference).All(Frames("frozen.json"));

    [Fact]
    public void The_interpreter_agrees_with_frames_of_the_artemis_protocol() =>
        new VectorCheck(Codecs.ArtemisReference).All(Frames("artemis.json"));

    [Fact]
    public void Generated_code_agrees_with_frames_of_the_frozen_protocol() =>
        new VectorCheck(Codecs.Frozen).All(Frames("frozen.json"));

    [Fact]
    public void Generated_code_agrees_with_frames_of_the_artemis_protocol() =>
        new VectorCheck(Codecs.Artemis).All(Frames("artemis.json"));

    [Fact]
    public void Packet_types_are_the_hashes_that_the_fields_existing_tools_compute()
    {
        var published = JsonDocument.Parse(Text("artemis.json")).RootElement.GetProperty("jamcrc").EnumerateObject()
            .ToDictionary(member => member.Name, member => uint.Parse(member.Value.GetString()![2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture));

        var ours = Schemas.Artemis.Packets.Where(packet => packet.HashedName is not null).ToDictionary(packet => packet.HashedName!, packet => packet.TypeId);

        Assert.Equal(published.OrderBy(item => item.Key), ours.OrderBy(item => item.Key));
    }

    private static IReadOnlyList<VectorCase> Frames(string file) => VectorCase.Parse(Text(file));

    private static string Text(string file) => File.ReadAllText(Schemas.PathOf($"protocol-schema/frozen/{file}"));
}
