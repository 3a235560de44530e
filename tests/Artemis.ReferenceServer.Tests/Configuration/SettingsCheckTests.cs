using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Tests.EndToEnd;
using Artemis.ReferenceServer.Transport;
using Microsoft.Extensions.Configuration;

namespace Artemis.ReferenceServer.Tests.Configuration;

/// <summary>A setting that cannot be is found out at the start, and the message says which one and what to do.</summary>
public sealed class SettingsCheckTests
{
    [Fact]
    public void What_comes_without_any_setting_is_in_order() => SettingsCheck.Check(new ServerOptions());

    [Theory]
    [InlineData("Artemis:HttpPortt", "Artemis:HttpPortt")]
    [InlineData("Artemis:Session:RejoinSeconds", "ARTEMIS__Session__RejoinSeconds")]
    [InlineData("Artemis:GameUrlTemplate", "Artemis:GameUrlTemplate")]
    public void A_setting_that_there_is_not_is_named(string key, string named)
    {
        var failure = Assert.Throws<StartupException>(() => Bind((key, "1")));

        Assert.Contains(named, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Names_are_taken_in_upper_and_lower_case_and_lists_by_number()
    {
        var options = Bind(("ARTEMIS:httpport", "3001"), ("Artemis:AllowedOrigins:0", "https://play.example"));

        Assert.Equal(3001, options.HttpPort);
        Assert.Equal("https://play.example", Assert.Single(options.AllowedOrigins));
    }

    [Theory]
    [InlineData("HttpPort", "70000")]
    [InlineData("BindAddress", "localhost")]
    [InlineData("GamePorts", "8180-8081")]
    [InlineData("PublicWsUrl", "play.example/g/{port}")]
    [InlineData("PublicGatewayUrl", "https://play.example/gateway")]
    [InlineData("WarmSpares", "-1")]
    [InlineData("Session:RejoinWindowSeconds", "-5")]
    [InlineData("Session:LobbyIdleSeconds", "NaN")]
    [InlineData("Transport:OutboundFrames", "0")]
    [InlineData("Transport:PingSeconds", "0")]
    [InlineData("Hosting:DrainSeconds", "1e12")]
    [InlineData("Telemetry:IntervalSeconds", "0")]
    [InlineData("Game:RecordKeep", "0")]
    public void A_value_that_makes_no_sense_is_named(string name, string value)
    {
        var options = Bind(("Artemis:" + name, value));

        var failure = Assert.Throws<StartupException>(() => SettingsCheck.Check(options));

        Assert.StartsWith("Artemis:" + name, failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', failure.Message);
    }

    [Fact]
    public void All_that_is_wrong_is_said_at_once()
    {
        var options = Bind(("Artemis:HttpPort", "-1"), ("Artemis:Hosting:StartSeconds", "0"), ("Artemis:BindAddress", "here"));

        var failure = Assert.Throws<StartupException>(() => SettingsCheck.Check(options));

        Assert.Equal(3, failure.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public async Task A_server_with_a_setting_that_there_is_not_says_so_and_does_not_start()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => ServerProcess.StartAsync(
            settings: new Dictionary<string, string> { ["ARTEMIS__WarmSpare"] = "2" }));

        Assert.Contains("artemis-server: There is no setting", failure.Message, StringComparison.Ordinal);
        Assert.Contains("ARTEMIS__WarmSpare", failure.Message, StringComparison.Ordinal);
    }

    private static ServerOptions Bind(params (string Key, string Value)[] settings) => ServerConfiguration.Bind(
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)))
            .Build());
}
