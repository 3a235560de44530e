using System.Text.Json;
using Artemis.Protocol.Generator.Interpretation;
using Artemis.Protocol.Generator.Model;
using Xunit;

namespace Artemis.Protocol.Tests.Interpretation;

/// <summary>What <c>artemis explain</c> says of captured bytes.</summary>
public class ExplainTests
{
    private const string Update =
        "fecaad0b3a00000001000000000000002600000010000000" + "02010000" + "0107000000010040" + "090403020181010500000000000000" + "00" + "010003000000";

    private const string Order = "fecaad0b1f00000002000000000000000b00000012000000" + "01010000" + "0102" + "c0";

    [Fact]
    public void Each_packet_has_its_place_and_its_fields()
    {
        var packets = Explain(Update + Order);

        Assert.Equal(["Update", "Order"], packets.Select(packet => packet.Name));
        Assert.Equal([0, 58], packets.Select(packet => packet.Offset));
        Assert.Equal([58, 31], packets.Select(packet => packet.Length));
        Assert.Equal([Origins.Server, Origins.Client], packets.Select(packet => packet.Origin));
        Assert.All(packets, packet => Assert.Equal(ExplainOutcome.Explained, packet.Outcome));
    }

    [Fact]
    public void Text_for_people_shows_names_values_and_codes()
    {
        var lines = ExplainText.Lines(Explain(Update)[0]);

        Assert.Equal(
            """
            @0  Update  0x00000010 from server, 58 bytes
              tick = 258
              objects
                [0] Boat 7
                  bearing = 90 (Bearing, code 64)
                [1] Buoy 16909060
                  lit = true
                  serial = 5
              removed = [3]
            """,
            string.Join("\n", lines));
    }

    [Fact]
    public void Json_for_programs_is_one_object_a_packet()
    {
        var json = JsonDocument.Parse(ExplainJson.Line(Explain(Order)[0])).RootElement;

        Assert.Equal("client", json.GetProperty("origin").GetString());
        Assert.Equal("0x00000012", json.GetProperty("type").GetString());
        var fields = json.GetProperty("fields");
        Assert.Equal("Steer", fields.GetProperty("what").GetProperty("name").GetString());
        Assert.Equal(192, fields.GetProperty("body").GetProperty("bearing").GetProperty("code").GetInt32());
        Assert.Equal(270, fields.GetProperty("body").GetProperty("bearing").GetProperty("value").GetDouble());
    }

    [Fact]
    public void A_packet_of_unknown_type_is_skipped()
    {
        var packets = Explain("fecaad0b1900000001000000000000000500000063000000" + "ff" + Order);

        Assert.Equal([ExplainOutcome.UnknownType, ExplainOutcome.Explained], packets.Select(packet => packet.Outcome));
        Assert.Equal(WireStatus.UnknownPacket, packets[0].Error!.Status);
        Assert.Null(packets[0].Name);
    }

    [Fact]
    public void A_packet_from_the_side_that_never_sends_it_is_skipped_and_said_to_be_so()
    {
        var packet = Assert.Single(Explain("fecaad0b1f0000000100" + Order[20..]));

        Assert.Equal(ExplainOutcome.UnknownType, packet.Outcome);
        Assert.Contains("Order, which no server sends", packet.Error!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_that_is_not_ours_is_skipped_with_what_could_be_read_of_it()
    {
        var packets = Explain("fecaad0b1d00000001000000000000000900000010000000" + "07000000" + "02" + Order);

        Assert.Equal([ExplainOutcome.NotOurs, ExplainOutcome.Explained], packets.Select(packet => packet.Outcome));
        Assert.Equal(new WireFault(WireStatus.UnknownObject, 28, "objects[0]", packets[0].Error!.Message), packets[0].Error);
        Assert.Equal(["tick"], packets[0].Fields!.Parts.Select(part => part.Name));
        var error = JsonDocument.Parse(ExplainJson.Line(packets[0])).RootElement.GetProperty("error");
        Assert.Equal("UnknownObject", error.GetProperty("status").GetString());
        Assert.Equal(7, error.GetProperty("read").GetProperty("tick").GetInt32());
    }

    [Fact]
    public void Bad_framing_ends_it()
    {
        var packets = Explain(Order + "deadbeef" + Order);

        Assert.Equal([ExplainOutcome.Explained, ExplainOutcome.BadFraming], packets.Select(packet => packet.Outcome));
        Assert.Equal(new WireFault(WireStatus.BadMagic, 31, "", packets[1].Error!.Message), packets[1].Error);
        Assert.Contains("bad framing", Assert.Single(ExplainText.Lines(packets[1])), StringComparison.Ordinal);
    }

    private static List<ExplainedPacket> Explain(string hex) => [.. FrameExplainer.Explain(Schemas.Frozen, Convert.FromHexString(hex))];
}
