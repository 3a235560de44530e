using System.CommandLine;
using Artemis.ReferenceServer.Configuration;
using Artemis.ReferenceServer.Replay;
using Artemis.ReferenceServer.Transport;
using Command = System.CommandLine.Command;

namespace Artemis.ReferenceServer.CommandLine;

/// <summary>The command line of <c>artemis-server replay</c>.</summary>
internal static class ReplayCommandFactory
{
    /// <summary>Makes it.</summary>
    /// <param name="run">Runs what it is told with the settings, and turns errors into an exit code.</param>
    public static Command Create(Func<Func<ServerOptions, Task<int>>, Task<int>> run)
    {
        var file = new Argument<string>("file") { Description = "The recording." };
        var serve = new Option<bool>("--serve") { Description = "Then shows it to any client, as a session that can be joined." };
        var port = new Option<int?>("--port") { Description = "With --serve: port of the gateway's WebSocket; 0 is any free one." };
        var httpPort = new Option<int?>("--http-port") { Description = "With --serve: port of the browser bridge; 0 is any free one." };
        var bind = new Option<string?>("--bind") { Description = "With --serve: address to listen on." };
        var speed = new Option<double>("--speed")
        {
            Description = "With --serve: how fast, 0.1 to 20; 1 is as it was played.",
            DefaultValueFactory = _ => 1,
        };
        var loop = new Option<bool>("--loop") { Description = "With --serve: begins anew at the end." };
        var command = new Command(
            "replay",
            "Plays a recorded game again and checks that it goes as it went. Exits with 0 if it did, with 1 if it did not or the "
            + "recording is damaged.")
        {
            file, serve, port, httpPort, bind, speed, loop,
        };
        command.SetAction((parsed, _) => run(options =>
        {
            var (path, factor) = (parsed.GetValue(file)!, parsed.GetValue(speed));
            if (factor is not (>= ReplayShow.MinSpeed and <= ReplayShow.MaxSpeed))
                throw new StartupException("--speed wants a number from 0.1 to 20.");
            var output = System.Console.Out;
            var recording = ReplayCheck.Read(path, output);
            ReplayCheck.Verify(path, recording, output, !System.Console.IsOutputRedirected);
            if (!parsed.GetValue(serve))
                return Task.FromResult(0);
            options.BindAddress = parsed.GetValue(bind) ?? options.BindAddress;
            options.WsPort = parsed.GetValue(port) ?? options.WsPort;
            options.HttpPort = parsed.GetValue(httpPort) ?? options.HttpPort;
            var name = ReplayTitle.Of(path);
            return ReplayHost.RunAsync(options, new ReplayShow(name, recording, factor, parsed.GetValue(loop)));
        }));
        return command;
    }
}
