using Artemis.ReferenceServer.CommandLine.Api;

namespace Artemis.ReferenceServer.CommandLine.Operator;

/// <summary>Waits until a server is empty, and says how far it is.</summary>
internal static class DrainWatch
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Waits.</summary>
    /// <param name="api">The server.</param>
    /// <param name="stops">Whether the server stops then; one that cannot be reached any more has.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task UntilEmptyAsync(ServerApi api, bool stops, CancellationToken cancel)
    {
        var last = -1;
        while (true)
        {
            int left;
            try
            {
                left = (await api.GetStatusAsync(cancel)).Sessions.Count;
            }
            catch (HttpRequestException) when (stops)
            {
                await System.Console.Out.WriteLineAsync("The server has stopped.");
                return;
            }

            if (left == 0 && !stops)
            {
                await System.Console.Out.WriteLineAsync("The server is empty.");
                return;
            }

            if (left != last)
                await System.Console.Out.WriteLineAsync($"{left} session(s) left.");
            last = left;
            await Task.Delay(Interval, cancel);
        }
    }

    /// <summary>Waits until no game runs on a machine.</summary>
    /// <param name="api">The server.</param>
    /// <param name="host">The machine's name; one that is not there any more is empty.</param>
    /// <param name="cancel">Gives up.</param>
    public static async Task UntilHostIsEmptyAsync(ServerApi api, string host, CancellationToken cancel)
    {
        var last = -1;
        while (true)
        {
            var left = (await api.ListHostsAsync(cancel)).FirstOrDefault(candidate => candidate.Name == host)?.Games ?? 0;
            if (left == 0)
            {
                await System.Console.Out.WriteLineAsync($"{host} is empty.");
                return;
            }

            if (left != last)
                await System.Console.Out.WriteLineAsync($"{left} game(s) left on {host}.");
            last = left;
            await Task.Delay(Interval, cancel);
        }
    }
}
