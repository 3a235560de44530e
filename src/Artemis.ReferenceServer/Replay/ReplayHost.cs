using Artemis.ReferenceServer.CommandLine;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Game;
using Artemis.ReferenceServer.Gateway;

namespace Artemis.ReferenceServer.Replay;

/// <summary>
/// Shows a recording to any client: a gateway with one session, and its game, in one process. Both are the real ones; only the ticks come
/// from the recording.
/// </summary>
internal static class ReplayHost
{
    private static readonly TimeSpan RegistrationPause = TimeSpan.FromMilliseconds(20);

    private const string Refusal = "This server shows a recording. Join its session to watch.";

    /// <summary>Runs until told to stop.</summary>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(ServerOptions options, ReplayShow show)
    {
        using var signal = new StopSignal();
        // Who watches needs no account that lasts.
        var data = Directory.CreateTempSubdirectory("artemis-replay-");
        try
        {
            options.DataDirectory = data.FullName;
            options.Database = "";
            options.GamePorts = "0";
            options.WarmSpares = 0;
            options.Session.EmptySeconds = double.PositiveInfinity;
            options.Session.ResultsSeconds = double.PositiveInfinity;
            options.Session.GameSeconds = 0;
            options.Game.RecordTo = "";
            await using var gateway = new GatewayHost(options, new NoLauncher(), Refusal);
            var control = await gateway.StartAsync();
            var processId = Guid.NewGuid();
            var identity = new GameIdentity(processId, gateway.SecretOf(processId), Host: null, PublicUrl: null);
            var game = GameHost.RunAsync(options, identity, control, port: 0, signal.Asked, show);
            // Who reads that it is ready may join at once.
            while (gateway.ListedSessions == 0 && !game.IsCompleted)
                await Task.Delay(RegistrationPause);
            if (!game.IsCompleted)
                await gateway.AnnounceAsync();
            return await game;
        }
        finally
        {
            data.Delete(recursive: true);
        }
    }
}
