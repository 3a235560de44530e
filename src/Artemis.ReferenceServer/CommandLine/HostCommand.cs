using System.CommandLine;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Gateway.Hosting;
using Artemis.ReferenceServer.Host;
using Command = System.CommandLine.Command;

namespace Artemis.ReferenceServer.CommandLine;

/// <summary>The command <c>artemis-server host</c>.</summary>
internal static class HostCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var gateway = new Option<string>("--gateway")
        {
            Description = "The gateway's WebSocket address, such as ws://gateway.example:8080.",
            Required = true,
        };
        var name = new Option<string?>("--name") { Description = "Name of this machine, unlike any other host's. Default: its host name." };
        var games = new Option<int?>("--games") { Description = "Games to run at most. Default: as many as there are ports." };
        var bind = new Option<string?>("--bind")
        {
            Description = "Address that games listen on; 0.0.0.0 is every interface. Default: 127.0.0.1.",
        };
        var ports = new Option<string?>("--game-ports") { Description = "Ports for games; 0 is any free ones. Default: 8081-8180." };
        var publicUrl = new Option<string?>("--public-ws-url")
        {
            Description = "How clients reach a game here, such as ws://games-2.example:{port}/. Default: under the address that the gateway sees.",
        };
        var host = new Command(
            "host",
            "Offers this machine to a gateway: games are started here when it is the least loaded. The secret that both share is in the "
            + $"environment variable {HostSecret.Variable}. SIGTERM or Ctrl-C closes the games and ends; SIGUSR1 takes no new games "
            + "and ends with the last one.")
        {
            gateway,
            name,
            games,
            bind,
            ports,
            publicUrl,
        };
        host.SetAction((parsed, _) => RootCommandFactory.RunAsync(options =>
        {
            options.BindAddress = parsed.GetValue(bind) ?? options.BindAddress;
            options.GamePorts = parsed.GetValue(ports) ?? options.GamePorts;
            options.PublicWsUrl = parsed.GetValue(publicUrl) ?? options.PublicWsUrl;
            SettingsCheck.Check(options);
            var offer = HostOffer.Create(
                parsed.GetValue(name), parsed.GetValue(gateway), options.Hosting.HostSecret, options.GamePorts, parsed.GetValue(games));
            return HostAgent.RunAsync(options, offer);
        }));
        return host;
    }
}
