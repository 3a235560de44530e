using System.CommandLine;
using Artemis.ReferenceServer.CommandLine.Api;
using Artemis.ReferenceServer.Configuration;
using Command = System.CommandLine.Command;

namespace Artemis.ReferenceServer.CommandLine.Operator;

/// <summary>Commands for the operator of a server that runs: they ask its HTTP API.</summary>
internal static class OperatorCommands
{
    /// <summary>Makes them all.</summary>
    public static IEnumerable<Command> Create() =>
        [CreateStatus(), CreateMessage(), CreateKick(), CreateClose(), DrainCommand.Create()];

    private static Command CreateStatus()
    {
        var json = new Option<bool>("--json") { Description = "Print the server's answer as it is." };
        var command = new Command("status", "Shows what a server runs and who plays.") { json };
        Connect(command, async (api, parsed, cancel) =>
        {
            var status = await api.GetStatusAsync(cancel);
            if (parsed.GetValue(json))
                StatusReport.WriteJson(status);
            else
                StatusReport.WriteTable(status);
        });
        return command;
    }

    private static Command CreateMessage()
    {
        var text = new Argument<string>("text") { Description = "What to say, up to 240 bytes." };
        var session = new Option<string?>("--session") { Description = "Id or name of a session; without it all are told." };
        var command = new Command("message", "Says something to players in the server's name.") { text, session };
        Connect(command, async (api, parsed, cancel) =>
        {
            var request = new MessageRequest { Text = parsed.GetRequiredValue(text) };
            var receipt = parsed.GetValue(session) is { } wanted
                ? await api.MessageSessionAsync((await SessionFinder.FindAsync(api, wanted, cancel)).Session.Id, request, cancel)
                : await api.MessageAllAsync(request, cancel);
            await Say($"Told {receipt.Sessions} session(s).");
        });
        return command;
    }

    private static Command CreateKick()
    {
        var session = new Argument<string>("session") { Description = "Id or name of the session." };
        var player = new Argument<string>("player") { Description = "Id or name of the player." };
        var reason = new Option<string?>("--reason") { Description = "What the player is told." };
        var command = new Command("kick", "Sends a player away from a session for good.") { session, player, reason };
        Connect(command, async (api, parsed, cancel) =>
        {
            var found = await SessionFinder.FindAsync(api, parsed.GetRequiredValue(session), cancel);
            var crew = SessionFinder.FindPlayer(found, parsed.GetRequiredValue(player));
            await api.KickPlayerAsync(
                found.Session.Id, new KickRequest { PlayerId = crew.PlayerId, Reason = parsed.GetValue(reason) }, cancel);
            await Say($"{crew.Name} was sent away from {found.Session.Name}.");
        });
        return command;
    }

    private static Command CreateClose()
    {
        var session = new Argument<string>("session") { Description = "Id or name of the session." };
        var reason = new Option<string?>("--reason") { Description = "What its players are told." };
        var command = new Command("close", "Closes a session; how far it came is kept.") { session, reason };
        Connect(command, async (api, parsed, cancel) =>
        {
            var found = await SessionFinder.FindAsync(api, parsed.GetRequiredValue(session), cancel);
            await api.CloseSessionAsync(found.Session.Id, new CloseRequest { Reason = parsed.GetValue(reason) }, cancel);
            await Say($"{found.Session.Name} closes.");
        });
        return command;
    }

    /// <summary>Lets a command ask a server, and say in one line why it cannot.</summary>
    internal static void Connect(Command command, Func<ServerApi, ParseResult, CancellationToken, Task> act)
    {
        var connection = new OperatorConnection(command);
        command.SetAction(async (parsed, cancel) =>
        {
            try
            {
                using var http = connection.Open(parsed, ServerConfiguration.Bind(ServerConfiguration.Load()));
                await act(new ServerApi(http), parsed, cancel);
                return 0;
            }
            catch (Exception exception) when (OperatorConnection.Explain(exception) is { } words)
            {
                await System.Console.Error.WriteLineAsync($"artemis-server: {words}");
                return 1;
            }
        });
    }

    /// <summary>Tells the one who asked.</summary>
    internal static Task Say(string words) => System.Console.Out.WriteLineAsync(words);
}
