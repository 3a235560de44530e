using System.CommandLine;
using Artemis.ReferenceServer.CommandLine.Api;
using Artemis.ReferenceServer.Transport;
using Command = System.CommandLine.Command;

namespace Artemis.ReferenceServer.CommandLine.Operator;

/// <summary>The command <c>artemis-server drain</c>, for a whole server or one of its machines.</summary>
internal static class DrainCommand
{
    /// <summary>Makes it.</summary>
    public static Command Create()
    {
        var host = new Option<string?>("--host") { Description = "Empty only this machine: it gets no new games." };
        var message = new Option<string?>("--message") { Description = "What players are told." };
        var within = new Option<double?>("--within") { Description = "Seconds after which games that still run are closed. Default: never." };
        var stop = new Option<bool>("--stop") { Description = "Stop the server once it is empty." };
        var wait = new Option<bool>("--wait") { Description = "Come back when the server, or the machine, is empty." };
        var back = new Option<bool>("--cancel") { Description = "Take it back: the server, or the machine, goes on." };
        var command = new Command(
            "drain", "Empties a server: nobody new comes, lobbies close, games end in their time.") { host, message, within, stop, wait, back };
        OperatorCommands.Connect(command, (api, parsed, cancel) =>
        {
            if (parsed.GetValue(host) is not { } name)
                return DrainServerAsync();
            if (parsed.GetValue(message) is not null || parsed.GetValue(within) is not null || parsed.GetValue(stop))
                throw new StartupException("--message, --within and --stop are for a whole server: games of a machine that is emptied end in their own time.");
            return DrainHostAsync(api, name, parsed.GetValue(back), parsed.GetValue(wait), cancel);

            async Task DrainServerAsync()
            {
                if (parsed.GetValue(back))
                {
                    await api.EndDrainAsync(cancel);
                    await OperatorCommands.Say("The server goes on.");
                    return;
                }

                var drain = await api.BeginDrainAsync(
                    new DrainRequest
                    {
                        Message = parsed.GetValue(message),
                        WithinSeconds = parsed.GetValue(within),
                        Stop = parsed.GetValue(stop),
                    },
                    cancel);
                await OperatorCommands.Say($"The server takes nobody new; {drain.SessionsLeft} session(s) are left.");
                if (parsed.GetValue(wait))
                    await DrainWatch.UntilEmptyAsync(api, parsed.GetValue(stop), cancel);
            }
        });
        return command;
    }

    private static async Task DrainHostAsync(ServerApi api, string name, bool back, bool wait, CancellationToken cancel)
    {
        if (back)
        {
            await api.EndHostDrainAsync(name, cancel);
            await OperatorCommands.Say($"{name} takes new games again.");
            return;
        }

        await api.BeginHostDrainAsync(name, cancel);
        await OperatorCommands.Say($"{name} takes no new games.");
        if (wait)
            await DrainWatch.UntilHostIsEmptyAsync(api, name, cancel);
    }
}
