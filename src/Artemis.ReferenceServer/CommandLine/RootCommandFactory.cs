using System.CommandLine;
using Artemis.ReferenceServer.CommandLine.Operator;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Game;
using Artemis.ReferenceServer.Gateway;
using Artemis.ReferenceServer.Transport;
using Command = System.CommandLine.Command;

namespace Artemis.ReferenceServer.CommandLine;

/// <summary>The command line of <c>artemis-server</c>.</summary>
internal static class RootCommandFactory
{
    /// <summary>Makes it.</summary>
    public static RootCommand Create()
    {
        var flags = new ServerFlags();
        var root = new RootCommand(
            "The Artemis server. Without a command it is the gateway: players sign in there, make and join sessions, and are sent "
            + "to the game processes that it starts. Every setting can also stand in appsettings.json or an environment variable "
            + "(ARTEMIS__HttpPort=3001).");
        var gateway = new Command("gateway", "Runs the gateway. This is what happens without a command.");
        foreach (var command in new[] { root, gateway })
        {
            flags.AddTo(command);
            command.SetAction((parsed, _) => RunAsync(options =>
            {
                flags.Apply(parsed, options);
                SettingsCheck.Check(options);
                return GatewayHost.RunAsync(options);
            }));
        }

        root.Subcommands.Add(gateway);
        root.Subcommands.Add(CreateGame());
        root.Subcommands.Add(HostCommand.Create());
        root.Subcommands.Add(ReplayCommandFactory.Create(RunAsync));
        foreach (var command in OperatorCommands.Create())
            root.Subcommands.Add(command);
        return root;
    }

    /// <summary>Makes what starting a game needs: making the rest would take longer than reading it.</summary>
    public static RootCommand CreateForGame() => new() { CreateGame() };

    private static Command CreateGame()
    {
        var processId = new Option<Guid>("--process-id") { Description = "The process's id.", Required = true };
        var gatewayUrl = new Option<string>("--gateway") { Description = "The gateway's control address.", Required = true };
        var bind = new Option<string?>("--bind") { Description = "Address to listen on." };
        var port = new Option<int>("--port") { Description = "Port to listen on; 0 is any free one.", Required = true };
        var host = new Option<string?>("--host") { Description = "The host that starts it, if it is not the gateway." };
        var publicUrl = new Option<string?>("--public-ws-url") { Description = "How clients reach it, if the gateway does not know." };
        var game = new Command(
            "game",
            "Runs one game. A gateway or host starts this by itself, and hands over a secret in the environment variable "
            + $"{Artemis.ReferenceServer.Gateway.Hosting.ControlSecret.Variable}.")
        {
            processId,
            gatewayUrl,
            bind,
            port,
            host,
            publicUrl,
        };
        game.SetAction((parsed, _) => RunAsync(options =>
        {
            options.BindAddress = parsed.GetValue(bind) ?? options.BindAddress;
            if (!Uri.TryCreate(parsed.GetValue(gatewayUrl), UriKind.Absolute, out var gateway))
                throw new StartupException("--gateway wants an address such as ws://127.0.0.1:8080/control.");
            var identity = new GameIdentity(
                parsed.GetValue(processId), GameIdentity.TakeSecret(), parsed.GetValue(host), parsed.GetValue(publicUrl));
            return GameHost.RunAsync(options, identity, gateway, parsed.GetValue(port));
        }));
        return game;
    }

    /// <summary>Runs something with the settings, and says in one line why it cannot.</summary>
    internal static async Task<int> RunAsync(Func<ServerOptions, Task<int>> run)
    {
        try
        {
            var options = ServerConfiguration.Bind(ServerConfiguration.Load());
            Scenarios.AddFrom(options.ScenarioDirectory);
            return await run(options);
        }
        catch (Exception exception) when (SaysWhatIsWrong(exception))
        {
            await System.Console.Error.WriteLineAsync($"artemis-server: {exception.Message}");
            return 1;
        }
    }

    private static bool SaysWhatIsWrong(Exception exception) => exception is StartupException or FormatException
        or InvalidOperationException or IOException or UnauthorizedAccessException or System.Data.Common.DbException;
}
