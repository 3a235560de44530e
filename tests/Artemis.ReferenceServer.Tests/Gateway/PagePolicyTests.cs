using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Http;

namespace Artemis.ReferenceServer.Tests.Gateway;

public class PagePolicyTests
{
    [Fact]
    public void A_page_may_open_sockets_to_the_gateway_and_to_each_port_of_a_game_and_nowhere_else()
    {
        var options = new ServerOptions { GamePorts = "8101-8103" };
        Assert.Equal(
            ["'self'", "ws://lan.example:8101", "ws://lan.example:8102", "ws://lan.example:8103", "ws://lan.example:8080"],
            Of("connect-src", options, "lan.example"));
    }

    [Fact]
    public void A_page_loads_nothing_from_elsewhere()
    {
        var options = new ServerOptions();
        Assert.Equal(["'none'"], Of("default-src", options, "localhost"));
        foreach (var kind in new[] { "script-src", "style-src", "font-src", "media-src", "worker-src" })
            Assert.Equal(["'self'"], Of(kind, options, "localhost"));
        Assert.Equal(["'self'", "data:", "blob:"], Of("img-src", options, "localhost"));
    }

    [Fact]
    public void Behind_one_public_name_that_name_is_all_that_a_page_may_reach()
    {
        var options = new ServerOptions { PublicWsUrl = "wss://play.example/g/{port}", PublicGatewayUrl = "wss://play.example/" };
        Assert.All(Of("connect-src", options, "play.example").Skip(1), source => Assert.Equal("wss://play.example", source));
    }

    private static string[] Of(string kind, ServerOptions options, string host) =>
        WebFiles.ContentSecurityPolicy(host, options, wsPort: 8080)
            .Split(';', StringSplitOptions.TrimEntries)
            .Single(part => part.StartsWith(kind + " ", StringComparison.Ordinal))
            .Split(' ')[1..];
}
